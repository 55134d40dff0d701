import type { City } from '../../shared/domain/places/city.ts';
import { openingOf } from '../../shared/domain/ranking/ledger/commitment.ts';
import { soldBy, waitsForVisit } from '../../shared/domain/ranking/ledger/unvisited-sales.ts';
import { countingSentence } from '../../shared/domain/ranking/rule/counting-sentence.ts';
import { rupiahText } from '../../shared/domain/ranking/rule/figures-in-words.ts';
import { bayesianRating } from '../../shared/domain/ranking/rule/gate.ts';
import { expectedVisit } from '../../shared/domain/visits/visit-due.ts';
import { getAwaitedVisit } from '../../shared/table/visits/awaited-visits.ts';
import { expectCity, expectReadableMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { ordersCounted } from './orders-counted.ts';
import { ownProducts } from './own-products.ts';
import { ownerNumbers } from './owner-numbers.ts';

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
    products: await ownProducts(
      world,
      city,
      merchant.merchantId,
      recentSalesRupiah === null ? null : (row.offset ?? 0),
    ),
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
