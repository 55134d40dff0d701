import type { Day } from '../../../shared/domain/basics/month.ts';
import { Stale } from '../../../shared/table/engine/retries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getVisitor, saveVisitor, type VisitorDay } from '../../../shared/table/ranking/visitors.ts';
import type { World } from '../../world.ts';

type Named = Pick<VisitorDay, 'cityCode' | 'day' | 'visitor'>;

/** Who asks, for a day: a keyed hash of the network address under a key of the day, so that no two days can be joined. */
export const visitorOf = ({ cursorSealer }: World, day: Day, address: string): string =>
  cursorSealer.keyed(`visitor ${day} ${address}`).slice(0, 22);

/** Of so many shops a visitor's first sight counts on a day; who looks further is no shopper. */
const MOST_SHOPS = 300;
/** So many visitors are remembered in a container. What it forgets, the table still knows. */
const MOST_VISITORS = 2_000;
const seenBy = new WeakMap<World, Map<string, ReadonlySet<string>>>();

/**
 * The shops among these that a visitor has not been shown today, and notes them. Two requests of one visitor at the same
 * moment count once: the second finds that the first wrote, and counts nothing.
 */
export const firstSeen = async (world: World, named: Named, shops: readonly string[]): Promise<ReadonlySet<string>> => {
  const visitors = seenBy.get(world) ?? new Map<string, ReadonlySet<string>>();
  seenBy.set(world, visitors);
  const name = `${named.cityCode} ${named.day} ${named.visitor}`;
  const unseen = (seen: ReadonlySet<string>) =>
    new Set(seen.size < MOST_SHOPS ? shops.filter((shop) => !seen.has(shop)) : []);
  const known = visitors.get(name);
  if (known && unseen(known).size === 0) return new Set();
  const before = await getVisitor(world.table, named);
  const fresh = unseen(new Set(before?.shops));
  const seen = new Set([...(before?.shops ?? []), ...fresh]);
  visitors.delete(name);
  visitors.set(name, seen);
  const [oldest = ''] = visitors.keys();
  if (visitors.size > MOST_VISITORS) visitors.delete(oldest);
  if (fresh.size === 0) return fresh;
  const version = (before?.version ?? 0) + 1;
  const write = saveVisitor({ ...named, shops: [...seen], version }, world.now());
  return commit(world.table, [write]).then(
    () => fresh,
    (error) => {
      if (error instanceof Stale) return new Set<string>();
      throw error;
    },
  );
};
