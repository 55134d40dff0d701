import { addMonths } from '../../shared/domain/month.ts';
import { secretOf } from '../../shared/domain/small-cells.ts';
import type { Secret, Snapshot } from '../../shared/domain/snapshot.ts';
import { changesBetween } from '../../shared/domain/snapshot-changes.ts';
import { type Content, hashOf } from '../../shared/domain/snapshot-content.ts';
import { MONTHS_BEFORE } from '../../shared/domain/standing.ts';
import { getSnapshot, insertSnapshot } from '../../shared/table/snapshots.ts';
import { commit, Stale } from '../../shared/table/table.ts';
import type { World } from '../world.ts';

const ATTEMPTS = 5;

/** What the public could not see of the eleven months before: a year is shown only where each of its months is. */
const secretsBefore = async ({ table }: World, place: string, month: string): Promise<Secret[]> => {
  const months = Array.from({ length: MONTHS_BEFORE }, (_, back) => addMonths(month, -back - 1));
  const found = await Promise.all(months.map((one) => getSnapshot(table, place, one)));
  return found.flatMap((snapshot) => (snapshot ? [snapshot.secret ?? secretOf(snapshot)] : []));
};

/** Writes a result as the next revision, unless the latest one already says the same. Two writers at once make one. */
export const writeRevision = async (
  world: World,
  content: Content,
  hiddenCities: readonly string[] = [],
): Promise<Snapshot> => {
  const hash = hashOf(content);
  const months = await secretsBefore(world, content.place, content.month);
  for (let attempt = 1; ; attempt++) {
    const latest = await getSnapshot(world.table, content.place, content.month);
    if (latest?.hash === hash) return latest;
    // A preliminary close that arrives late must not follow the final one.
    if (latest?.phase === 'final' && content.phase === 'preliminary') return latest;
    const changes = latest ? { changes: changesBetween(latest, content) } : {};
    const secret = secretOf(content, { months, revision: latest && (latest.secret ?? secretOf(latest)) }, hiddenCities);
    const snapshot = { ...content, secret, revision: (latest?.revision ?? 0) + 1, hash, ...changes };
    try {
      await commit(world.table, [insertSnapshot(snapshot)]);
      return snapshot;
    } catch (error) {
      if (!(error instanceof Stale) || attempt === ATTEMPTS) throw error;
    }
  }
};
