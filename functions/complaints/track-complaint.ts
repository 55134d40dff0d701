import { mayReopen, replied } from '../../shared/domain/complaints/moves.ts';
import { Problem } from '../../shared/problem.ts';
import { type ComplaintRecord, getComplaint } from '../../shared/table/complaints.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { asOf, momentOf } from './moment.ts';
import { moveWrites } from './move.ts';
import { isSecret } from './numbers.ts';

const notFound = () =>
  new Problem('complaint_not_found', 'Nomor atau kode rahasia tidak cocok. Periksa lagi bukti terimanya.');

/**
 * The complaint of who has its secret. Every look at one that exists is counted first, right or wrong, so that sixty guesses a
 * day are all there are; what does not exist answers the same.
 */
const expectTracked = async (world: World, number: string, secret: string): Promise<ComplaintRecord> => {
  const complaint = await getComplaint(world.table, number);
  if (complaint) await commit(world.table, [countToday('complaint-look', number, world.now())]);
  if (!complaint || !isSecret(world, number, secret)) throw notFound();
  return complaint;
};

const tracked = (complaint: ComplaintRecord, now: string) => ({
  ...asOf(complaint, now),
  mayReopen: mayReopen(complaint, now),
});

export const trackComplaint = endpoint('POST /complaints/{number}/track', async ({ params, body }, world) =>
  tracked(await expectTracked(world, params.number, body.secret), world.now()),
);

export const replyToComplaint = endpoint('POST /complaints/{number}/reply', async ({ params, body }, world) => {
  const complaint = await expectTracked(world, params.number, body.secret);
  const city = await expectCity(world, complaint.cityCode);
  const after = { ...replied(complaint, body, momentOf(city, world.now(), null)), request: complaint.request };
  if (after.version !== complaint.version) await commit(world.table, moveWrites(complaint, after));
  return tracked(after, world.now());
});
