import { mayReopen, replied } from '../../shared/domain/complaints/reply.ts';
import { Problem } from '../../shared/problem.ts';
import { type ComplaintRecord, getComplaint } from '../../shared/table/complaints.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { expectCity } from '../http/access.ts';
import { houseOf } from '../http/address.ts';
import { endpoint } from '../http/endpoint.ts';
import type { RequestMeta } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { asOf, momentOf } from './moment.ts';
import { moveWrites } from './move.ts';
import { isSecret } from './numbers.ts';

const notFound = () =>
  new Problem('complaint_not_found', 'Nomor atau kode rahasia tidak cocok. Periksa lagi bukti terimanya.');

type Ask = Pick<RequestMeta, 'address'> & {
  readonly params: { readonly number: string };
  readonly body: { readonly secret: string };
};
/**
 * The complaint of who has its secret. Wrong ones are counted by the visitor's place and the number, so that guessing ends and
 * nobody can use up another's looks; what does not exist answers the same.
 */
const expectTracked = async (world: World, { params, body, address }: Ask): Promise<ComplaintRecord> => {
  const { number } = params;
  const complaint = await getComplaint(world.table, number);
  if (complaint && isSecret(world, number, body.secret)) return complaint;
  const visitor = world.keyedIds.derived('vis', 'complaint-guess', number, houseOf(address));
  if (complaint) await commit(world.table, [countToday('complaint-guess', visitor, world.now())]);
  throw notFound();
};

const tracked = (complaint: ComplaintRecord, now: string) => ({
  ...asOf(complaint, now),
  mayReopen: mayReopen(complaint, now),
});

export const trackComplaint = endpoint('POST /complaints/{number}/track', async (ask, world) =>
  tracked(await expectTracked(world, ask), world.now()),
);

export const replyToComplaint = endpoint('POST /complaints/{number}/reply', async (ask, world) => {
  const complaint = await expectTracked(world, ask);
  const city = await expectCity(world, complaint.cityCode);
  const after = { ...replied(complaint, ask.body, momentOf(city, world.now(), null)), request: complaint.request };
  if (after.version !== complaint.version) await commit(world.table, await moveWrites(world, complaint, after));
  return tracked(after, world.now());
});
