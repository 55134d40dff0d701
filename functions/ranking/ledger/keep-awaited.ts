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

type Owner = LedgerState['clusters'][number];
type Now = {
  readonly clusters: LedgerState['clusters'];
  readonly unvisited: ReadonlySet<string>;
  readonly visited: VisitedShops;
  /** Since when who enters is to be visited. */
  readonly from: Instant | null;
  /** Whether owners were looked for just now: then a shop may have another name or place. */
  readonly looked: boolean;
  readonly now: Instant;
};

/** The list of whom the city is to visit first, as the lists of this version have it; what holds already is not written again. */
export const keepAwaited = async (
  world: World,
  { cityCode }: City,
  { clusters, unvisited, visited, from, looked, now }: Now,
) => {
  const before = new Map((await everyAwaitedVisit(world.table, cityCode)).map((one) => [one.ownerId, one]));
  // Whoever sells nothing now is nobody's to visit, and waits again once it opens.
  const waiting = clusters.filter(({ ownerId, dormant }) => unvisited.has(ownerId) && !dormant);
  const stay = new Set(waiting.map(({ ownerId }) => ownerId));
  const gone = [...before.values()].filter(({ ownerId }) => !stay.has(ownerId));
  const tried = ({ shopIds }: Owner) => shopIds.some((shop) => visited.tried.has(shop));
  const [known, news] = [true, false].map((isKnown) =>
    waiting.filter((owner) => (before.get(owner.ownerId)?.tried === tried(owner)) === isKnown),
  ) as [Owner[], Owner[]];
  // Whose shop may have another name or place is read again after whoever is news.
  const added = [...news, ...(looked ? known : [])].slice(0, MOST_ADDED);
  const shops = await inBatches(
    added.map(({ shopIds: [first = ''] }) => first),
    (some) => merchantEntries(world.table, some),
  );
  const rows = added.flatMap((owner, at): AwaitedVisit[] => {
    const shop = shops[at];
    if (!shop) return [];
    const { merchantId, name, district, category } = shop;
    const newcomer = from !== null && owner.enteredAt !== undefined && owner.enteredAt >= from;
    const { ownerId } = owner;
    const was = before.get(ownerId);
    const since = was?.since ?? (newcomer ? (owner.enteredAt ?? now) : now);
    const wasTried = tried(owner);
    const notedAt = was?.tried === wasTried ? was.notedAt : now;
    const row = { cityCode, ownerId, merchantId, name, district, category, since, newcomer, tried: wasTried, notedAt };
    return was && JSON.stringify(was) === JSON.stringify(row) ? [] : [row];
  });
  const writes: Write[] = [...gone.map(removeAwaitedVisit), ...rows.map(putAwaitedVisit)];
  for (let from = 0; from < writes.length; from += AT_ONCE)
    await commit(world.table, writes.slice(from, from + AT_ONCE));
};
