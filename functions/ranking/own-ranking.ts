import type { Category } from '../../shared/domain/basics/category.ts';
import { DAY_MS, later } from '../../shared/domain/basics/month.ts';
import { actsForMerchant, type Caller, readsCity } from '../../shared/domain/people/caller.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { openingOf } from '../../shared/domain/ranking/ledger/commitment.ts';
import { countedRupiah, linesPriced } from '../../shared/domain/ranking/ledger/counted-value.ts';
import { unitIn } from '../../shared/domain/ranking/ledger/ledger-version.ts';
import { countsFrom, partOf, sureOrders } from '../../shared/domain/ranking/ledger/sure-orders.ts';
import { soldBy, waitsForVisit } from '../../shared/domain/ranking/ledger/unvisited-sales.ts';
import type { OwnRanking, RankInList } from '../../shared/domain/ranking/list/list.ts';
import { bayesianRating } from '../../shared/domain/ranking/rule/gate.ts';
import { countingSentence, rupiahText } from '../../shared/domain/ranking/rule/sentence.ts';
import { expectedVisit } from '../../shared/domain/visits/visit-due.ts';
import { type ProductRecord, productsOfMerchant } from '../../shared/table/catalogue/products.ts';
import { getShopFacts, type MerchantRecord } from '../../shared/table/register/merchants.ts';
import { getAwaitedVisit } from '../../shared/table/visits/awaited-visits.ts';
import { expectCity, expectReadableMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { type Present, presentLedger, storedEntries } from '../reads/city-ledger.ts';
import { ranksOf } from '../reads/lists/cards.ts';
import { type Drawn, decide } from '../reads/lists/decide.ts';
import type { World } from '../world.ts';

const MOST_PRODUCTS = 100;
const MOST_SHOPS = 100;
const MOST_ORDERS = 100;

type OwnProduct = OwnRanking['products'][number];

/** Where one product stands in the list of its category: first of its owner, behind it, or below the line. */
const ownProduct = (
  { productId, name, category, priceRupiah }: ProductRecord,
  { decision }: Drawn,
  here: RankInList,
): OwnProduct => {
  const { decisionId, owners, unitRupiah } = decision;
  const { rank, above, ownerRank, reasons, medianRupiah, lineRupiah, step, sentence } = here;
  return {
    productId,
    name,
    category,
    decisionId,
    rank: above ? rank : null,
    owners,
    above,
    behind: ownerRank !== null && ownerRank !== rank,
    reasons,
    priceRupiah,
    medianRupiah,
    lineRupiah,
    unitRupiah,
    step,
    sentence,
  };
};

/** Every listed product of the shop in the lists that buyers see now. Looking does not count as being shown. */
const ownProducts = async (world: World, city: City, merchantId: string): Promise<OwnProduct[]> => {
  const { items } = await productsOfMerchant(world.table, merchantId, { limit: MOST_PRODUCTS });
  const listed = items.filter((product) => product.listed);
  const categories = [...new Set(listed.map(({ category }) => category))];
  const drawn = await Promise.all(categories.map((category) => decide(world, city, { category })));
  return drawn.flatMap((list) => {
    const ranks = new Map(ranksOf(list).map((here) => [here.productId, here]));
    return listed.flatMap((product) => {
      const here = ranks.get(product.productId);
      return here ? [ownProduct(product, list, here)] : [];
    });
  });
};

/**
 * Whether all shops that are counted as one owner's are the caller's to see. A founder or a
 * ruling may join the shops of two people: nobody learns a stranger's sales by it.
 */
const seesAll = async ({ table }: World, caller: Caller, merchant: MerchantRecord, shopIds: readonly string[]) => {
  if (readsCity(caller, merchant.cityCode)) return true;
  const others = shopIds.filter((shopId) => !actsForMerchant(caller, shopId));
  if (others.length > MOST_SHOPS) return false;
  const shops = await getShopFacts(table, others, { consistent: false });
  return shops.every((shop) => shop?.ownerId === merchant.ownerId);
};

/** The numbers of a shop's owner in the present ledger; sales only where no stranger's are in them. */
export const ownerNumbers = async (world: World, city: City, merchant: MerchantRecord, caller: Caller) => {
  const { ledger, at, policy } = await presentLedger(world, city);
  const ownerId = ledger.ownerOf.get(merchant.merchantId) ?? merchant.ownerId;
  const shopIds = [...ledger.ownerOf].flatMap(([shopId, owner]) => (owner === ownerId ? [shopId] : []));
  const row = ledger.owners.get(ownerId) ?? { recentSalesRupiah: 0, exposure: 0, ratingSum: 0, ratingCount: 0 };
  const recentSalesRupiah = (await seesAll(world, caller, merchant, shopIds)) ? row.recentSalesRupiah : null;
  return { ledger, at, policy, ownerId, shops: Math.max(1, shopIds.length), row, recentSalesRupiah };
};

/** A shop's last orders that count in the present ledger, each as it counted when that was made. */
const ordersCounted = async (world: World, city: City, { merchantId }: MerchantRecord, present: Present) => {
  const { ledger, policy } = present;
  const at = present.at ?? world.now();
  const stored = await storedEntries(world, city.cityCode);
  const unitOf = (category: Category) => unitIn(ledger, category, policy);
  const sure = sureOrders(stored, { ownerOf: ledger.ownerOf, policy, at, unitOf });
  const since = later(at, -policy.windowDays * DAY_MS);
  return stored
    .filter((entry) => entry.merchantId === merchantId && countsFrom(entry, policy) > since)
    .toReversed()
    .slice(0, MOST_ORDERS)
    .map((entry) => {
      const { orderId, state, valueRupiah, lines = [] } = entry;
      const whole = countedRupiah(valueRupiah, linesPriced(lines), policy);
      const open = state === 'accepted' && countsFrom(entry, policy) > at;
      const counted = open ? partOf(whole, sure.get(orderId) ?? 0, valueRupiah) : whole;
      return { orderId, at: entry.at, state, valueRupiah, countedRupiah: counted };
    });
};

const WAITS =
  'Petugas dinas belum datang ke usaha Anda. Setelah didatangi, urutan Anda dihitung seperti usaha lain; sebelum itu di belakang usaha lain.';

/** The visit that an owner waits for, and when the city should have come. */
const visitFor = async (world: World, { cityCode }: City, ownerId: string) => {
  const awaited = await getAwaitedVisit(world.table, { cityCode, ownerId });
  return awaited ? expectedVisit(awaited) : null;
};

export const readOwnRanking = endpoint('GET /merchants/{merchantId}/ranking', async ({ params, caller }, world) => {
  const merchant = await expectReadableMerchant(world, caller, params.merchantId);
  const city = await expectCity(world, merchant.cityCode);
  const { ledger, at, policy, ownerId, shops, row, recentSalesRupiah } = await ownerNumbers(
    world,
    city,
    merchant,
    caller,
  );
  const counting = countingSentence(policy);
  return {
    merchantId: merchant.merchantId,
    ownerId,
    shops,
    ledgerVersion: ledger.version,
    ledgerAt: at,
    policyVersion: policy.version,
    windowDays: policy.windowDays,
    recentSalesRupiah: recentSalesRupiah === null ? null : soldBy(recentSalesRupiah),
    visit: await visitFor(world, city, ownerId),
    opening: recentSalesRupiah === null ? null : openingOf(ledger.salt, ownerId),
    exposure: row.exposure,
    rating: bayesianRating(row, policy),
    ratingCount: row.ratingCount,
    orders: await ordersCounted(world, city, merchant, { ledger, at, policy }),
    products: await ownProducts(world, city, merchant.merchantId),
    sentence: [
      (recentSalesRupiah === null
        ? `Toko ini dihitung bersama ${shops - 1} toko lain, karena pendaftarnya sama atau kota memutuskan pemiliknya satu; bila keliru, beri tahu kota; `
        : `Pesanan ${policy.windowDays} hari terakhir${counting === '' ? '' : ' dihitung'} ${rupiahText(soldBy(recentSalesRupiah))} dari ${shops} toko; `) +
        'makin sedikit pesanan dan makin jarang tampil, makin atas urutannya, selama harga wajar dan mutu memenuhi.',
      ...(waitsForVisit(row.recentSalesRupiah) ? [WAITS] : []),
      ...(counting === '' ? [] : [counting]),
    ].join(' '),
  };
});
