import { commit } from '../../../shared/table/engine/writes.ts';
import { countShown, type Stretch } from '../../../shared/table/impressions.ts';
import type { World } from '../../world.ts';

/** Looks at one stretch that this container has served and not yet written. */
type Looks = { readonly stretch: Stretch; waiting: number; writtenAt: number };

const WRITE_MS = 30_000;
const MOST_WAITING = 100;
/** So many stretches are remembered, and so many written with one answer: nobody waits long for the bookkeeping. */
const MOST_STRETCHES = 500;
const MOST_WRITES = 8;

const looksOf = new WeakMap<World, Map<string, Looks>>();

const write = async (world: World, looks: Looks): Promise<void> => {
  const { waiting } = looks;
  looks.waiting = 0;
  looks.writtenAt = Date.parse(world.now());
  await commit(world.table, [countShown(looks.stretch, waiting, world.now())]).catch((error) => {
    looks.waiting += waiting;
    const { decisionId } = looks.stretch;
    world.logger.warn('exposure was not counted', { decisionId, error: error as Error });
  });
};

/**
 * Counts a look at a stretch of a list. The first is written at once; those that follow within half a minute wait and
 * are written together, with whatever this container answers next: one small write for many looks and many owners.
 * A container that is never asked again keeps the looks of its last half minute to itself, and that is all that is lost.
 */
export const countLook = async (world: World, stretch: Stretch): Promise<void> => {
  const all = looksOf.get(world) ?? new Map<string, Looks>();
  looksOf.set(world, all);
  const { day, decisionId, from, shops } = stretch;
  const key = `${day} ${decisionId} ${from} ${shops.length}`;
  const looks = all.get(key) ?? { stretch, waiting: 0, writtenAt: 0 };
  looks.waiting += 1;
  all.delete(key);
  all.set(key, looks);
  const now = Date.parse(world.now());
  const isDue = ({ waiting, writtenAt }: Looks) =>
    waiting > 0 && (waiting >= MOST_WAITING || writtenAt + WRITE_MS <= now);
  const due = [...all.values()].filter(isDue).slice(0, MOST_WRITES);
  await Promise.all(due.map((one) => write(world, one)));
  for (const [oldest, { waiting }] of all) {
    if (all.size <= MOST_STRETCHES) break;
    if (waiting === 0) all.delete(oldest);
  }
};
