import { commit } from '../../../shared/table/engine/writes.ts';
import { countImpressions, type SeenRanks } from '../../../shared/table/ranking/impressions.ts';
import type { World } from '../../world.ts';

/** Impressions of one part of a list that this container has served and not yet written. */
type Counter = { readonly seen: SeenRanks; waiting: number; writtenAt: number };

const WRITE_MS = 30_000;
const MOST_WAITING = 100;
/** So many parts are remembered, and so many written with one answer: nobody waits long for the bookkeeping. */
const MOST_COUNTERS = 500;
const MOST_WRITES = 8;

const countersOf = new WeakMap<World, Map<string, Counter>>();

const write = async (world: World, counter: Counter): Promise<void> => {
  const { waiting } = counter;
  counter.waiting = 0;
  counter.writtenAt = Date.parse(world.now());
  await commit(world.table, [countImpressions(counter.seen, waiting, world.now())]).catch((error) => {
    counter.waiting += waiting;
    const { decisionId } = counter.seen;
    world.logger.warn('exposure was not counted', { decisionId, error: error as Error });
  });
};

/**
 * Counts an impression of a part of a list. The first is written at once; those that follow within half a minute wait and
 * are written together, with whatever this container answers next: one small write for many impressions and many owners.
 * A container that is never asked again keeps the impressions of its last half minute to itself, and that is all that is lost.
 */
export const countImpression = async (world: World, seen: SeenRanks): Promise<void> => {
  const all = countersOf.get(world) ?? new Map<string, Counter>();
  countersOf.set(world, all);
  const { day, decisionId, from, shops } = seen;
  const key = `${day} ${decisionId} ${from} ${shops.map((shop) => (shop === '' ? 0 : 1)).join('')}`;
  const counter = all.get(key) ?? { seen, waiting: 0, writtenAt: 0 };
  counter.waiting += 1;
  all.delete(key);
  all.set(key, counter);
  const now = Date.parse(world.now());
  const isDue = ({ waiting, writtenAt }: Counter) =>
    waiting > 0 && (waiting >= MOST_WAITING || writtenAt + WRITE_MS <= now);
  const due = [...all.values()].filter(isDue).slice(0, MOST_WRITES);
  await Promise.all(due.map((one) => write(world, one)));
  for (const [oldest, { waiting }] of all) {
    if (all.size <= MOST_COUNTERS) break;
    // Where writing fails for long, the oldest are lost before memory is.
    if (waiting === 0 || all.size > 2 * MOST_COUNTERS) all.delete(oldest);
  }
};
