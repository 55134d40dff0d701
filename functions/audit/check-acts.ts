import { EMPTY, flawAfter, type Head } from '../../shared/domain/audit/chain.ts';
import type { Instant } from '../../shared/domain/basics/month.ts';
import { actsAfter, getAuditHead } from '../../shared/table/audit.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { cachedFor } from '../reads/cached-for.ts';
import type { World } from '../world.ts';

/** So many acts are looked at in one call, a tenth of a second; the next goes on from there. */
const A_CALL = 500;
/** What was looked at is believed for so long; then the chain is looked at from its first act again. */
const BELIEVED_SECONDS = 600;

/** How far this container has found a chain whole. */
type Known = { head: Head; at: Instant | null };
const knownOf = (world: World, chain: string): Promise<Known> =>
  cachedFor(world, `chain looked at ${chain}`, BELIEVED_SECONDS, async () => ({ head: EMPTY, at: null }));

/** Goes on from what is known of the chain, to its end as it was when this began, or to as much as one call looks at. */
export const checkActs = endpoint('GET /cities/{city}/audit/check', async ({ params, caller }, world) => {
  const { cityCode: chain } = await expectCity(world, params.city);
  requireCityReader(caller, chain);
  const end = await getAuditHead(world.table, chain);
  const known = await knownOf(world, chain);
  let { head, at } = known;
  const answer = (flaw: ReturnType<typeof flawAfter> | null = null) => ({
    acts: end.seq,
    checked: head.seq,
    checkedTo: at,
    flaw: flaw ?? null,
  });
  if (head.seq > end.seq) return answer({ seq: end.seq + 1, flaw: 'cut' });
  const most = Math.min(end.seq, head.seq + A_CALL);
  while (head.seq < most) {
    // A page of the table may hold less than was asked for.
    const acts = await actsAfter(world.table, chain, head.seq, most - head.seq);
    const last = acts.at(-1);
    if (!last) return answer({ seq: head.seq + 1, flaw: 'cut' });
    const flaw = flawAfter(head, acts);
    if (flaw) return answer(flaw);
    [head, at] = [{ seq: last.seq, hash: last.hash }, last.at];
  }
  if (head.seq === end.seq && head.hash !== end.hash) return answer({ seq: head.seq, flaw: 'rewritten' });
  Object.assign(known, { head, at });
  return answer();
});
