import { addMonths } from '../../../shared/domain/basics/month.ts';
import { withDecisionsAbove } from '../../../shared/domain/equity/disclosure/decisions-above.ts';
import type { PastMonth } from '../../../shared/domain/equity/disclosure/past.ts';
import type { MergeSources } from '../../../shared/domain/equity/disclosure/suppressed-cells.ts';
import { suppressionOf } from '../../../shared/domain/equity/disclosure/suppression.ts';
import { changesBetween } from '../../../shared/domain/equity/snapshot/changes.ts';
import { type Content, hashOf } from '../../../shared/domain/equity/snapshot/content.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { MONTHS_BEFORE } from '../../../shared/domain/equity/standing/past-line.ts';
import { rerunOnStale, Stale } from '../../../shared/table/engine/retries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getSnapshot, insertSnapshot } from '../../../shared/table/equity/snapshots.ts';
import { decisionsAbove } from '../../reads/months/decisions-above.ts';
import type { World } from '../../world.ts';

/** The eleven months before, as they stand, and what the public could not see of them. */
const monthsBefore = async ({ table }: World, place: string, month: string): Promise<PastMonth[]> => {
  const months = Array.from({ length: MONTHS_BEFORE }, (_, back) => addMonths(month, -back - 1));
  const found = await Promise.all(
    months.map(async (one): Promise<PastMonth[]> => {
      const has = await getSnapshot(table, place, one);
      if (!has) return [];
      const above = await decisionsAbove(table, place, one);
      return [{ has, suppressed: withDecisionsAbove(place, has.suppressed ?? suppressionOf(has), above) }];
    }),
  );
  return found.flat();
};

/** The result already stands, or must not be followed by this one: a preliminary close that arrives after the final. */
const standing = (latest: Snapshot | undefined, hash: string, { phase }: Content): Snapshot | undefined =>
  latest?.hash === hash || (latest?.phase === 'final' && phase === 'preliminary') ? latest : undefined;

/**
 * Writes a result as the revision after `latest`, which was read before anything was measured: so an older look at the
 * sources never follows a newer one. Two writers who say the same make one.
 * @throws Stale when somebody else wrote meanwhile and says something else: measure again.
 */
export const writeRevision = async (
  world: World,
  content: Content,
  latest: Snapshot | undefined,
  sources: MergeSources,
): Promise<Snapshot> => {
  const hash = hashOf(content);
  const known = standing(latest, hash, content);
  if (known) return known;
  const months = await monthsBefore(world, content.place, content.month);
  const changes = latest ? { changes: changesBetween(latest, content) } : {};
  const revision = latest && (latest.suppressed ?? suppressionOf(latest));
  const suppressed = suppressionOf(content, { months, revision, latest }, sources);
  const snapshot = { ...content, suppressed, revision: (latest?.revision ?? 0) + 1, hash, ...changes };
  try {
    await commit(world.table, [insertSnapshot(snapshot)]);
    return snapshot;
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    const winner = standing(await getSnapshot(world.table, content.place, content.month), hash, content);
    if (!winner) throw error;
    return winner;
  }
};

const ATTEMPTS = 5;
/** Measures and writes, again from the sources when somebody else's result came in between. */
export const untilWritten = <T>({ table }: World, measureAndWrite: () => Promise<T>): Promise<T> =>
  rerunOnStale(table, ATTEMPTS, measureAndWrite);
