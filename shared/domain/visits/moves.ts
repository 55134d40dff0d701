import { Problem } from '../../problem.ts';
import { zoneOf } from '../../rules/zones.ts';
import { addDays, type Day, type Instant } from '../basics/month.ts';
import { dateTime, day as dayWords } from '../basics/wording.ts';
import { actingSeat } from '../follow-ups/acting-seat.ts';
import type { Membership, Person } from '../people/caller.ts';
import type { NewVisit } from './new-visit.ts';
import type { Visit } from './visit.ts';
import type { NewVisitRecord } from './visit-record.ts';
import { type Met, metWords, visitStateWords } from './words.ts';

type Held = Pick<Membership, 'scope' | 'role'>;
type Where = { readonly cityCode: string; readonly district: string };

/** The seat by which somebody may be sent to a shop: one that may look after it, or a field officer’s of its city. */
export const visitingSeat = <M extends Held>(
  caller: { readonly memberships: readonly M[] },
  where: Where,
): M | undefined =>
  actingSeat(caller, where) ??
  caller.memberships.find(({ scope, role }) => role === 'field-officer' && scope === `city:${where.cityCode}`);

/** So far ahead a visit is planned. Days. */
const MOST_AHEAD = 60;

/** @throws Problem date_not_possible */
export const requireVisitDay = (day: Day, today: Day): void => {
  if (day >= today && day <= addDays(today, MOST_AHEAD)) return;
  throw new Problem('date_not_possible', `Pilih hari mulai hari ini sampai ${dayWords(addDays(today, MOST_AHEAD))}.`, [
    { pointer: '/day', detail: 'Pilih hari lain.' },
  ]);
};

const movedOn = ({ name, day, visitorName, state }: Visit): Problem =>
  new Problem(
    'visit_moved_on',
    state === 'planned'
      ? `Kunjungan ke ${name} pada ${dayWords(day)} sudah dijadwalkan untuk ${visitorName}. Batalkan dulu, atau pilih hari lain.`
      : `Kunjungan ke ${name} pada ${dayWords(day)} ${visitStateWords[state].toLowerCase()}.`,
  );

/** Two phones, or two tabs, wrote one visit down: what came second is whole where it was written, and its words have a way in. */
const writtenBefore = ({ cityCode }: Visit, receivedAt: Instant): Problem =>
  new Problem(
    'visit_moved_on',
    `Kunjungan ini sudah tercatat dari HP atau tab lain pada ${dateTime(receivedAt, zoneOf(cityCode))}. Catatan ini tidak hilang: ` +
      'tetap tersimpan di HP ini dengan fotonya. Tambahkan isinya di “Sudah dikirim”, “Perbaiki catatan ini”, atau unduh.',
  );

type Shop = Pick<Visit, 'merchantId' | 'cityCode' | 'name' | 'district' | 'category'>;
type Made = { readonly visitId: string; readonly by: Person; readonly at: Instant };

/**
 * The visit of a shop on a day, planned; the same value where it is planned so already. A cancelled one is planned again.
 * @throws Problem visit_moved_on where somebody else is to go that day, or somebody went
 */
export const planned = (before: Visit | undefined, shop: Shop, given: NewVisit, { visitId, by, at }: Made): Visit => {
  const { day, visitor, visitorName, reason = null } = given;
  if (before && before.state !== 'cancelled') {
    if (before.state === 'planned' && before.visitor === visitor) return before;
    throw movedOn(before);
  }
  return {
    visitId,
    merchantId: shop.merchantId,
    cityCode: shop.cityCode,
    name: shop.name,
    district: shop.district,
    category: shop.category,
    day,
    visitor,
    visitorName,
    reason,
    plannedBy: by,
    plannedAt: at,
    state: 'planned',
    record: null,
    corrections: [],
    version: (before?.version ?? 0) + 1,
  };
};

/** The visit that is not to be made; the same value where it was cancelled already. @throws Problem visit_moved_on */
export const cancelled = (before: Visit): Visit => {
  if (before.state === 'cancelled') return before;
  if (before.state === 'done') throw movedOn(before);
  return { ...before, state: 'cancelled', version: before.version + 1 };
};

/**
 * The visit with what was found. Who went there before they heard that it was cancelled has been there all the same: what
 * they wrote down is kept. @throws Problem visit_moved_on where another record came first
 */
export const recorded = (before: Visit, record: NewVisitRecord, receivedAt: Instant): Visit => {
  if (before.record) throw writtenBefore(before, before.record.receivedAt);
  return { ...before, state: 'done', record: { ...record, receivedAt }, version: before.version + 1 };
};

/** What a follow-up says of a visit, in a line or two. */
export const noteOf = ({ met, agreed }: { readonly met: Met; readonly agreed: string | null }): string =>
  [met === 'nobody' ? 'Didatangi, tidak bertemu siapa pun.' : `Bertemu ${metWords[met].toLowerCase()}.`, agreed]
    .filter((part) => part !== null)
    .join(' ');
