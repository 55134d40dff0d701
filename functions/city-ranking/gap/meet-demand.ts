import type { Category } from '../../../shared/domain/basics/category.ts';
import { addMonths, dayOf, monthEnd, monthStart } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { decisiveFree } from '../../../shared/domain/ranking/list/offered.ts';
import { rankOffers } from '../../../shared/domain/ranking/rule/rank-offers.ts';
import type { RankingInput } from '../../../shared/domain/ranking/rule/ranking.ts';
import { type Encounter, SUPPORT_AFTER_MONTHS } from '../../../shared/domain/ranking/support/support.ts';
import { presentLedger, storedEntries } from '../../reads/city-ledger.ts';
import { inTurns } from '../../reads/in-turns.ts';
import { inputFor } from '../../reads/lists/decide.ts';
import { rowsFor } from '../../reads/lists/offers.ts';
import type { World } from '../../world.ts';

/** So many of a category's latest requests are held against its offers: enough to see what keeps an owner out. */
export const MOST_REQUESTS = 40;

/** The owner who got an order: of it nothing was missed. */
const sellerOf = (ledger: CityLedger, { merchantId, ownerId }: LedgerEntry): string =>
  ledger.ownerOf.get(merchantId) ?? ownerId;

type Demand = { encounter: Encounter; sellerId: string };
/** What was asked for in the months unsold, and what each owner who offers something would have met of it. */
export type Met = {
  encounters: Map<string, Encounter[]>;
  photos: Set<string>;
  demand: Map<string, Demand[]>;
  silent: Set<string>;
};

const put = <T>(lists: Map<string, T[]>, key: string, one: T): void => {
  const known = lists.get(key);
  if (known) known.push(one);
  else lists.set(key, [one]);
};

type Best = { readonly ownersAbove: number; readonly best: ReadonlyMap<string, Pick<Encounter, 'failures' | 'shown'>> };

/** How the best offer of each owner would have stood in the list of a request. */
const bestOf = (input: RankingInput): Best => {
  const ordered = rankOffers(input);
  const best = new Map<string, Pick<Encounter, 'failures' | 'shown'>>();
  for (const { offer, exposure } of ordered.above) best.set(offer.ownerId, { failures: [], shown: exposure > 0 });
  // Below the line offers stand by price: the first one of an owner is the nearest to passing.
  for (const { offer, failures } of ordered.below)
    if (!best.has(offer.ownerId)) best.set(offer.ownerId, { failures, shown: false });
  return { ownersAbove: ordered.above.length, best };
};

/** What each owner of a category would have met in its latest requests, a request a step; requests that are alike are one list. */
function* meetings(
  requests: readonly LedgerEntry[],
  listFor: (request: LedgerEntry) => RankingInput,
  of: CityLedger,
  met: Met,
) {
  const lists = new Map<string, Best>();
  for (const request of requests) {
    const alike = `${request.units} ${request.district}`;
    const { ownersAbove, best } = lists.get(alike) ?? bestOf(listFor(request));
    lists.set(alike, { ownersAbove, best });
    const { valueRupiah } = request;
    const sellerId = sellerOf(of, request);
    // An owner who had nothing to offer would have been one more above the line.
    const missed = { valueRupiah, ownersAbove: ownersAbove + 1, failures: [], shown: false };
    put(met.demand, request.category, { encounter: missed, sellerId });
    for (const [ownerId, { failures, shown }] of best)
      if (ownerId !== sellerId) put(met.encounters, ownerId, { valueRupiah, ownersAbove, failures, shown });
    yield;
  }
}

const meet = async (world: World, city: City, category: Category, requests: readonly LedgerEntry[], met: Met) => {
  const { ledger, policy } = await presentLedger(world, city);
  const { byCategory, free } = await rowsFor(world, city, ledger, { category });
  const rows = byCategory.flatMap(({ offered }) => offered);
  const present = { ledger, policy, today: dayOf(world.now(), city.zone), city, dayKey: '' };
  for (const { product, ownerId } of rows) if (product.photo) met.photos.add(ownerId);
  const listFor = ({ units, district }: LedgerEntry) => {
    const wish = { category, quantity: Math.max(1, units), district };
    return inputFor({ rows }, wish, decisiveFree(free, wish), present);
  };
  await inTurns(meetings(requests, listFor, ledger, met));
};

/** Owners who let every order of these months lapse: they answered nobody. */
const silentOwners = (ledger: CityLedger, entries: readonly LedgerEntry[]): Set<string> => {
  const silent = new Map<string, boolean>();
  for (const entry of entries) {
    const ownerId = sellerOf(ledger, entry);
    silent.set(ownerId, (silent.get(ownerId) ?? true) && entry.unanswered);
  }
  return new Set([...silent].flatMap(([ownerId, always]) => (always ? [ownerId] : [])));
};

/** Holds the demand of a month, and of the one before it, against what everybody offers today. */
export const meetDemand = async (world: World, city: City, month: string): Promise<Met> => {
  const { ledger } = await presentLedger(world, city);
  const [from, to] = [monthStart(addMonths(month, 1 - SUPPORT_AFTER_MONTHS), city.zone), monthEnd(month, city.zone)];
  const within = (await storedEntries(world, city.cityCode)).filter(({ at }) => at >= from && at < to);
  const wanted = within.filter(({ state }) => state !== 'refused');
  const silent = silentOwners(ledger, within);
  const met: Met = { encounters: new Map(), photos: new Set(), demand: new Map(), silent };
  // Goods may be offered in another category than their shop's own.
  for (const category of [...new Set(wanted.map((entry) => entry.category))].sort()) {
    const demand = wanted.filter((entry) => entry.category === category);
    await meet(world, city, category, demand.slice(-MOST_REQUESTS), met);
  }
  return met;
};
