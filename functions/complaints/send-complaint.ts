import type { Complaint } from '../../shared/domain/complaints/complaint.ts';
import type { NewComplaint } from '../../shared/domain/complaints/new-complaint.ts';
import { received } from '../../shared/domain/complaints/receive.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { ComplaintRecord, insertComplaint } from '../../shared/table/complaints.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { expectCity, requireCityAdmin } from '../http/access.ts';
import { houseOf } from '../http/address.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import type { RequestMeta } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { momentOf } from './moment.ts';
import { numberOf, secretOf } from './numbers.ts';

type Sent = Pick<RequestMeta, 'newId' | 'fingerprint' | 'address'>;
type Of = {
  readonly channel: Complaint['channel'];
  readonly place?: Complaint['place'];
  readonly by: string | null;
  /** What an officer's typing leaves on record. */
  readonly acts?: (number: string) => Write[] | Promise<Write[]>;
};

/** One house sends so many and no more, so that a program cannot use up the day of a whole city. */
const countsOf = ({ keyedIds }: World, cityCode: string, { address }: Sent, by: Of['by'], at: string): Write[] => {
  if (by !== null) return [countToday('typed-complaint', cityCode, at)];
  const visitor = keyedIds.derived('vis', 'complaint', houseOf(address));
  return [countToday('complaint', cityCode, at), countToday('visitor-complaint', visitor, at)];
};

/** Keeps a new complaint; a repeat under its key is the first one. */
export const keepComplaint = async (world: World, city: City, given: NewComplaint, sent: Sent, of: Of) => {
  const { channel, place = null, by, acts = () => [] } = of;
  const number = numberOf(sent.newId('cmp'));
  const [at, { cityCode }] = [world.now(), city];
  const complaint = received(given, { number, cityCode, channel, place }, momentOf(city, at, by));
  const existing = await commit(world.table, [
    insertComplaint({ ...complaint, request: sent.fingerprint() }),
    ...countsOf(world, cityCode, sent, by, at),
    ...(await acts(number)),
  ]);
  const { state, dueAt } = existing ? firstResult(existing, sent, ComplaintRecord) : complaint;
  return { number, secret: secretOf(world, number), state, dueAt };
};

export const sendComplaint = endpoint('POST /cities/{city}/complaints', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  return keepComplaint(world, city, ask.body, ask, { channel: 'web', by: null });
});

export const typeComplaint = endpoint('POST /cities/{city}/typed-complaints', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, city.cityCode);
  const { channel, ...given } = ask.body;
  const act = (number: string) => ({
    chain: city.cityCode,
    at: world.now(),
    by: ask.caller.person,
    act: 'complaint-handled' as const,
    person: null,
    subjects: [number],
    details: { state: 'received' },
  });
  const acts = (number: string) => recordAct(world.table, act(number), ask.caller);
  return keepComplaint(world, city, given, ask, { channel, by: ask.caller.person, acts });
});
