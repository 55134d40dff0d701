import type { Category } from '../../../shared/domain/basics/category.ts';
import { addMonths, dayOf, monthEnd, monthStart } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { decisiveFree } from '../../../shared/domain/ranking/list/offered.ts';
import { rankOffers } from '../../../shared/domain/ranking/rule/rank-offers.ts';
import { type Encounter, SUPPORT_AFTER_MONTHS } from '../../../shared/domain/ranking/support/support.ts';
import { presentLedger, storedEntries } from '../../reads/city-ledger.ts';
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

/** What each owner of a category would have met in its latest requests. */
const meet = async (world: World, city: City, category: Category, requests: readonly LedgerEntry[], met: Met) => {
  const { ledger, policy } = await presentLedger(world, city);
  const { byCategory, free } = await rowsFor(world, city, ledger, { category });
  const rows = byCategory.flatMap(({ offered }) => offered);
  const today = dayOf(world.now(), city.zone);
  for (const { product, ownerId } of rows) if (product.photo) met.photos.add(ownerId);
  for (const request of requests) {
    const wish = { category, quantity: Math.max(1, request.units), district: request.district };
    const present = { ledger, policy, today, city, dayKey: '' };
    const ordered = rankOffers(inputFor({ rows }, wish, decisiveFree(free, wish), present));
    const best = new Map<string, Encounter>();
    const of = { valueRupiah: request.valueRupiah, ownersAbove: ordered.above.length };
    const sellerId = sellerOf(ledger, request);
    // An owner who had nothing to offer would have been one more above the line.
    const missed = { ...of, ownersAbove: of.ownersAbove + 1, failures: [], shown: false };
    put(met.demand, category, { encounter: missed, sellerId });
    for (const { offer, exposure } of ordered.above)
      best.set(offer.ownerId, { ...of, failures: [], shown: exposure > 0 });
    // Below the line offers stand by price: the first one of an owner is the nearest to passing.
    for (const { offer, failures } of ordered.below)
      if (!best.has(offer.ownerId)) best.set(offer.ownerId, { ...of, failures, shown: false });
    for (const [ownerId, encounter] of best) if (ownerId !== sellerId) put(met.encounters, ownerId, encounter);
  }
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
