import type { Category } from '../../shared/domain/basics/category.ts';
import { addMonths, dayOf, monthEnd, monthStart } from '../../shared/domain/basics/month.ts';
import type { City } from '../../shared/domain/places/city.ts';
import type { LedgerEntry } from '../../shared/domain/ranking/ledger/ledger-entry.ts';
import type { CityLedger } from '../../shared/domain/ranking/ledger/ledger-version.ts';
import { decisiveFree } from '../../shared/domain/ranking/list/offered.ts';
import { rankOffers } from '../../shared/domain/ranking/rule/rank-offers.ts';
import type { GapLine, GapSummary } from '../../shared/domain/ranking/support/gap.ts';
import type { Encounter, UnsoldOwner } from '../../shared/domain/ranking/support/support.ts';
import {
  monthsUnsoldOf,
  SUPPORT_AFTER_MONTHS,
  supportCauses,
  supportList,
} from '../../shared/domain/ranking/support/support.ts';
import { Problem } from '../../shared/problem.ts';
import { getStandings, streamStandings } from '../../shared/table/standings.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { cachedFor } from '../reads/cached-for.ts';
import { presentLedger } from '../reads/city-ledger.ts';
import type { World } from '../world.ts';
import { inputFor } from './list/decide.ts';
import { ownersOffering, rowsFor } from './list/offers.ts';
import { rememberedEntries } from './simulate-rule.ts';

/** So many of a category's latest requests are held against its offers: enough to see what keeps an owner out. */
const MOST_REQUESTS = 40;
const GAP_SECONDS = 60;
const BASIS =
  `Permintaan ialah pesanan yang diterima penjual lain pada bulan-bulan itu, paling banyak ${MOST_REQUESTS} terakhir tiap ` +
  'kategori, dihadapkan pada penawaran dan aturan hari ini: yang ditunjukkan ialah apa yang menghalangi sekarang.';

type Shop = GapLine['shops'][number] & { unsold: number; soldInYear: boolean };

/** Shops of a month that sold nothing, by owner; an owner who sold through any shop is not among them. */
const unsoldOwners = async (
  world: World,
  city: City,
  month: string,
  ledger: CityLedger,
): Promise<Map<string, Shop[]>> => {
  const over = world.now() >= monthEnd(month, city.zone);
  const owners = new Map<string, Shop[]>();
  const { cityCode, shards } = city;
  for await (const item of streamStandings(world.table, { cityCode, month, shards }, { order: 'least' })) {
    // In order of turnover: after the first sale nobody is unsold.
    if (Number(item['turnoverRupiah']) > 0) break;
    if (item['left'] === true) continue;
    const merchantId = String(item['merchantId']);
    const ownerId = ledger.ownerOf.get(merchantId) ?? String(item['ownerId']);
    const shop = {
      merchantId,
      name: String(item['name']),
      district: String(item['district']),
      category: String(item['category']),
      unsold: Number(item['monthsUnsold']) + (over ? 1 : 0),
      soldInYear: Number(item['rollingRupiah']) > 0,
    };
    const known = owners.get(ownerId);
    if (known) known.push(shop);
    else owners.set(ownerId, [shop]);
  }
  await dropSellers(world, month, ledger, owners);
  return owners;
};

/** Owners of several shops sold when one of their shops did. */
const dropSellers = async (world: World, month: string, ledger: CityLedger, owners: Map<string, Shop[]>) => {
  const others = [...ledger.ownerOf].filter(([, ownerId]) => owners.has(ownerId));
  const count = new Map<string, number>();
  for (const [, ownerId] of others) count.set(ownerId, (count.get(ownerId) ?? 0) + 1);
  const shared = others.filter(([, ownerId]) => (count.get(ownerId) ?? 0) > (owners.get(ownerId)?.length ?? 0));
  for (let at = 0; at < shared.length; at += 100) {
    const part = shared.slice(at, at + 100);
    const standings = await getStandings(
      world.table,
      part.map(([shopId]) => shopId),
      month,
    );
    for (const [index, [, ownerId]] of part.entries())
      if ((standings[index]?.turnoverRupiah ?? 0) > 0) owners.delete(ownerId);
  }
};

/** Who got an order missed nothing by it. */
const sellerOf = (ledger: CityLedger, { merchantId, ownerId }: LedgerEntry): string =>
  ledger.ownerOf.get(merchantId) ?? ownerId;

type Demand = { encounter: Encounter; sellerId: string };
type Met = { encounters: Map<string, Encounter[]>; photos: Set<string>; demand: Map<string, Demand[]> };

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
    const ordered = rankOffers(inputFor(rows, wish, decisiveFree(free, wish), present));
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

const gapOf = async (world: World, city: City, month: string): Promise<{ lines: GapLine[]; summary: GapSummary }> => {
  const { ledger } = await presentLedger(world, city);
  const owners = await unsoldOwners(world, city, month, ledger);
  const entries = await rememberedEntries(world, city.cityCode);
  const [from, to] = [monthStart(addMonths(month, 1 - SUPPORT_AFTER_MONTHS), city.zone), monthEnd(month, city.zone)];
  const within = entries.filter(({ at }) => at >= from && at < to);
  const wanted = within.filter(({ state }) => state !== 'refused');
  const met: Met = { encounters: new Map(), photos: new Set(), demand: new Map() };
  // Goods may be offered in another category than their shop's own.
  for (const category of [...new Set(wanted.map((entry) => entry.category))].sort()) {
    const demand = wanted.filter((entry) => entry.category === category);
    await meet(world, city, category, demand.slice(-MOST_REQUESTS), met);
  }
  // Who let every order lapse answered nobody in these months.
  const lapsed = new Map<string, boolean>();
  for (const entry of within) {
    const ownerId = sellerOf(ledger, entry);
    lapsed.set(ownerId, (lapsed.get(ownerId) ?? true) && entry.unanswered);
  }
  const offering = await ownersOffering(world, city, ledger);
  const unsold = [...owners].map(([ownerId, shops]): UnsoldOwner => {
    const hasOffer = offering.has(ownerId);
    const missed = () =>
      [...new Set(shops.map(({ category }) => category))]
        .flatMap((category) => met.demand.get(category) ?? [])
        .flatMap(({ encounter, sellerId }) => (sellerId === ownerId ? [] : [encounter]));
    return {
      ownerId,
      monthsUnsold: monthsUnsoldOf(shops),
      reachable: lapsed.get(ownerId) !== true,
      hasPhoto: met.photos.has(ownerId),
      hasOffer,
      encounters: hasOffer ? (met.encounters.get(ownerId) ?? []) : missed(),
    };
  });
  const lines = supportList(unsold).map(
    (line): GapLine => ({
      ...line,
      shops: (owners.get(line.ownerId) ?? []).map(({ unsold: _, soldInYear: _sold, ...shop }) => shop),
      requestsMet: met.encounters.get(line.ownerId)?.length ?? 0,
    }),
  );
  const count = (cause: GapLine['cause']) => lines.filter((line) => line.cause === cause).length;
  const summary: GapSummary = {
    owners: lines.length,
    byCause: Object.fromEntries(supportCauses.map((cause) => [cause, count(cause)])) as GapSummary['byCause'],
    neverShown: count('never_shown'),
    missedRupiah: lines.reduce((sum, { missedRupiah }) => sum + missedRupiah, 0),
    ledgerVersion: ledger.version,
    basis: BASIS,
  };
  return { lines, summary };
};

export const listGap = endpoint('GET /cities/{city}/gap/{month}', async ({ params, query, caller }, world) => {
  const city = await expectCity(world, params.city);
  requireCityReader(caller, city.cityCode);
  if (world.now() < monthStart(params.month, city.zone))
    throw new Problem('month_invalid', `Bulan ${params.month} belum mulai.`, [
      { pointer: '#/path/month', detail: 'Pilih bulan berjalan atau sebelumnya.' },
    ]);
  const read = () => gapOf(world, city, params.month);
  const { lines, summary } = await cachedFor(world, `gap ${city.cityCode} ${params.month}`, GAP_SECONDS, read);
  const list = `gap ${city.cityCode} ${params.month}`;
  const { items, next } = await page(world, list, query, async ({ limit, after }) => {
    const from = Number(after ?? 0);
    return {
      items: lines.slice(from, from + limit),
      next: from + limit < lines.length ? `${from + limit}` : undefined,
    };
  });
  return { items, next, summary };
});
