import type { Instant } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { LedgerState } from '../../../shared/domain/ranking/ledger/ledger-state.ts';
import type { VisitedShops } from '../../../shared/domain/ranking/ledger/unvisited.ts';
import type { AwaitedVisit } from '../../../shared/domain/visits/awaited.ts';
import { commit, type Write } from '../../../shared/table/engine/writes.ts';
import { merchantEntries } from '../../../shared/table/register/merchants.ts';
import { everyAwaitedVisit, putAwaitedVisit, removeAwaitedVisit } from '../../../shared/table/visits/awaited-visits.ts';
import { inBatches } from '../../reads/in-batches.ts';
import type { World } from '../../world.ts';

/** Rows of one commit. */
const AT_ONCE = 50;
/** So many are added by one refresh; the next goes on. */
const MOST_ADDED = 1000;

type Now = {
  readonly clusters: LedgerState['clusters'];
  readonly unvisited: ReadonlySet<string>;
  readonly visited: VisitedShops;
  /** Since when who enters is to be visited. */
  readonly from: Instant | null;
  readonly now: Instant;
};

/** The list of whom the city is to visit first, as the lists of this version have it; what holds already is not written again. */
export const keepAwaited = async (
  world: World,
  { cityCode }: City,
  { clusters, unvisited, visited, from, now }: Now,
) => {
  const before = new Map((await everyAwaitedVisit(world.table, cityCode)).map((one) => [one.ownerId, one]));
  const gone = [...before.values()].filter(({ ownerId }) => !unvisited.has(ownerId));
  const tried = ({ shopIds }: LedgerState['clusters'][number]) => shopIds.some((shop) => visited.tried.has(shop));
  const waiting = clusters.filter(
    (owner) => unvisited.has(owner.ownerId) && before.get(owner.ownerId)?.tried !== tried(owner),
  );
  const added = waiting.slice(0, MOST_ADDED);
  const shops = await inBatches(
    added.map(({ shopIds: [first = ''] }) => first),
    (some) => merchantEntries(world.table, some),
  );
  const rows = added.flatMap((owner, at): AwaitedVisit[] => {
    const shop = shops[at];
    if (!shop) return [];
    const { merchantId, name, district, category } = shop;
    const newcomer = from !== null && owner.enteredAt !== undefined && owner.enteredAt >= from;
    const since = before.get(owner.ownerId)?.since ?? (newcomer ? (owner.enteredAt ?? now) : now);
    const { ownerId } = owner;
    return [{ cityCode, ownerId, merchantId, name, district, category, since, newcomer, tried: tried(owner) }];
  });
  const writes: Write[] = [...gone.map(removeAwaitedVisit), ...rows.map(putAwaitedVisit)];
  for (let from = 0; from < writes.length; from += AT_ONCE)
    await commit(world.table, writes.slice(from, from + AT_ONCE));
};
