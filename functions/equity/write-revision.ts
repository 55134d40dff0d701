import { createHash } from 'node:crypto';
import type { Snapshot } from '../../shared/domain/snapshot.ts';
import { getSnapshot, insertSnapshot } from '../../shared/table/snapshots.ts';
import { commit, Stale } from '../../shared/table/table.ts';
import type { World } from '../world.ts';

const ATTEMPTS = 5;

/** The content's fingerprint: the same input makes the same hash whenever it is computed. */
export const hashOf = ({ takenAt: _when, ...content }: Omit<Snapshot, 'revision' | 'hash'>): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** Writes a result as the next revision, unless the latest one already says the same. Two writers at once make one. */
export const writeRevision = async (world: World, content: Omit<Snapshot, 'revision' | 'hash'>): Promise<Snapshot> => {
  const hash = hashOf(content);
  for (let attempt = 1; ; attempt++) {
    const latest = await getSnapshot(world.table, content.place, content.month);
    if (latest?.hash === hash) return latest;
    // A preliminary close that arrives late must not follow the final one.
    if (latest?.phase === 'final' && content.phase === 'preliminary') return latest;
    const snapshot = { ...content, revision: (latest?.revision ?? 0) + 1, hash };
    try {
      await commit(world.table, [insertSnapshot(snapshot)]);
      return snapshot;
    } catch (error) {
      if (!(error instanceof Stale) || attempt === ATTEMPTS) throw error;
    }
  }
};
