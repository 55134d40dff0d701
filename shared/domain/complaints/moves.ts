import { Problem } from '../../problem.ts';
import type { Day, Instant, Zone } from '../basics/month.ts';
import type { Person } from '../people/caller.ts';
import type { Complaint, NewAnswer, NewComplaint, NewReply } from './complaint.ts';
import { stateAt, workingDays, workingDaysAfter } from './due.ts';
import { type ComplaintState, stateWords } from './states.ts';

/** When, where, and who; nobody for the reporter. */
export type Moment = {
  readonly at: Instant;
  readonly zone: Zone;
  readonly holidays: ReadonlySet<Day>;
  readonly by: Person | null;
};
type Office = { readonly agencyId: string; readonly agencyName: string };

/** So many steps are kept, and so often it is opened again: then the city is called, not a form. */
const MOST_STEPS = 40;
export const MOST_REOPENED = 3;
/** So often it goes from one office to another: then the city says whose it is. */
export const MOST_FORWARDED = 3;

const movedOn = (complaint: Complaint, now: Instant): Problem =>
  new Problem(
    'complaint_moved_on',
    `Pengaduan ini sudah berubah: ${stateWords[stateAt(complaint, now)].toLowerCase()}. Muat ulang.`,
  );

const requireState = (complaint: Complaint, { at }: Moment, states: readonly ComplaintState[]): void => {
  if (!states.includes(stateAt(complaint, at))) throw movedOn(complaint, at);
};

const moved = (
  complaint: Complaint,
  moment: Moment,
  state: ComplaintState,
  change: Partial<Complaint>,
  note: string | null,
): Complaint => ({
  ...complaint,
  ...change,
  state,
  steps: [...complaint.steps, { state, at: moment.at, by: moment.by, note }].slice(-MOST_STEPS),
  updatedAt: moment.at,
  version: complaint.version + 1,
});
const due = ({ at, zone, holidays }: Moment, side: keyof typeof workingDays) =>
  workingDaysAfter(at, workingDays[side], zone, holidays);

export const received = (
  given: NewComplaint,
  of: Pick<Complaint, 'number' | 'cityCode' | 'channel'> & { readonly place?: Complaint['place'] },
  moment: Moment,
): Complaint => ({
  ...of,
  kind: given.kind,
  category: given.category,
  text: given.text,
  address: given.address,
  place: of.place ?? null,
  reporter: given.reporter && (given.reporter.name ?? given.reporter.phone) !== null ? given.reporter : null,
  secret: given.secret,
  receivedAt: moment.at,
  state: 'received',
  agencyId: null,
  agencyName: null,
  dueAt: due(moment, 'verify'),
  answer: null,
  duplicateOf: null,
  stars: null,
  reopened: 0,
  steps: [{ state: 'received', at: moment.at, by: moment.by, note: null }],
  updatedAt: moment.at,
  version: 1,
});

/**
 * Checked by the city and given to an office; without one it waits for the city to name it, and looking again gives no more time.
 * @throws Problem complaint_moved_on
 */
export const assigned = (
  complaint: Complaint,
  office: Office | undefined,
  category: Complaint['category'],
  moment: Moment,
): Complaint => {
  requireState(complaint, moment, ['received', 'verified']);
  if (office) return moved(complaint, moment, 'assigned', { ...office, category, dueAt: due(moment, 'answer') }, null);
  if (complaint.state === 'verified' && complaint.category === category) return complaint;
  const dueAt = complaint.state === 'verified' ? complaint.dueAt : due(moment, 'answer');
  return moved(complaint, moment, 'verified', { category, dueAt }, null);
};

export const declined = (complaint: Complaint, reason: string, moment: Moment): Complaint => {
  requireState(complaint, moment, ['received', 'verified']);
  return moved(complaint, moment, 'not-ours', { dueAt: null }, reason);
};

export const duplicated = (complaint: Complaint, of: string, moment: Moment): Complaint => {
  requireState(complaint, moment, ['received', 'verified']);
  return moved(complaint, moment, 'duplicate', { dueAt: null, duplicateOf: of }, null);
};

/** Of its steps those by which an office gave it on: they carry a reason. */
const timesForwarded = ({ steps }: Complaint): number =>
  steps.filter(({ state, note }) => state === 'assigned' && note !== null).length;

/**
 * To another office, with the reason; the same office again changes nothing. Each office has its own time, so offices that hand
 * it to and fro would never be late: after a few times the city says whose it is. @throws Problem complaint_moved_on, limit_reached
 */
export const forwarded = (
  complaint: Complaint,
  office: Office,
  reason: string,
  { byCity, ...moment }: Moment & { readonly byCity: boolean },
): Complaint => {
  if (complaint.agencyId === office.agencyId) return complaint;
  requireState(complaint, moment, ['verified', 'assigned', 'in-progress', 'reopened']);
  if (!byCity && timesForwarded(complaint) >= MOST_FORWARDED)
    throw new Problem(
      'limit_reached',
      `Pengaduan ini sudah ${MOST_FORWARDED} kali diteruskan. Minta kota menentukan dinasnya.`,
    );
  return moved(complaint, moment, 'assigned', { ...office, dueAt: due(moment, 'answer') }, reason);
};

/** An office says it has begun; its time runs on. */
export const started = (complaint: Complaint, moment: Moment): Complaint => {
  if (complaint.state === 'in-progress') return complaint;
  requireState(complaint, moment, ['assigned', 'reopened']);
  return moved(complaint, moment, 'in-progress', {}, null);
};

/** The first answer stands; the same one sent again is the first. @throws Problem complaint_moved_on */
export const answered = (
  complaint: Complaint,
  { outcome, text }: NewAnswer,
  moment: Moment & { readonly by: Person },
): Complaint => {
  const { answer } = complaint;
  if (complaint.state === 'answered' && answer?.by === moment.by && answer.text === text && answer.outcome === outcome)
    return complaint;
  requireState(complaint, moment, ['assigned', 'in-progress', 'reopened']);
  const given = { outcome, text, at: moment.at, by: moment.by };
  return moved(complaint, moment, 'answered', { answer: given, dueAt: due(moment, 'reply') }, null);
};

/**
 * The reporter says it is over, or is not. Said again it is nothing, but for stars that come later: the trail is not theirs to
 * fill. @throws Problem complaint_moved_on, limit_reached
 */
export const replied = (complaint: Complaint, { reply, text, stars }: NewReply, moment: Moment): Complaint => {
  if (reply === 'confirm') {
    const isClosed = complaint.state === 'closed-fixed' || complaint.state === 'closed-not-fixed';
    if (isClosed && (complaint.stars !== null || stars === undefined)) return complaint;
    requireState(complaint, moment, ['answered', 'closed-fixed', 'closed-not-fixed']);
    const state = complaint.answer?.outcome === 'fixed' ? 'closed-fixed' : 'closed-not-fixed';
    return moved(complaint, moment, state, { dueAt: null, stars: stars ?? complaint.stars }, text ?? null);
  }
  if (complaint.state === 'reopened' && complaint.steps.at(-1)?.note === text) return complaint;
  requireState(complaint, moment, ['answered']);
  if (complaint.reopened >= MOST_REOPENED)
    throw new Problem(
      'limit_reached',
      `Pengaduan ini sudah dibuka lagi ${MOST_REOPENED} kali. Hubungi dinas lewat WhatsApp kota.`,
    );
  const change = { dueAt: due(moment, 'answer'), reopened: complaint.reopened + 1 };
  return moved(complaint, moment, 'reopened', change, text ?? null);
};

export const mayReopen = (complaint: Complaint, now: Instant): boolean =>
  stateAt(complaint, now) === 'answered' && complaint.reopened < MOST_REOPENED;
