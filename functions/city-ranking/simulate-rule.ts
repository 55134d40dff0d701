import type { Category } from '../../shared/domain/basics/category.ts';
import { categories } from '../../shared/domain/basics/category-labels.ts';
import { count } from '../../shared/domain/basics/wording.ts';
import type { City } from '../../shared/domain/places/city.ts';
import type { RankingPolicy } from '../../shared/domain/ranking/policy/policy.ts';
import type { PolicyTrial } from '../../shared/domain/ranking/policy/policy-change.ts';
import { bayesianRating } from '../../shared/domain/ranking/rule/gate.ts';
import { metricsOf } from '../../shared/domain/simulation/metrics.ts';
import {
  MOST_OWNERS_OF_CATEGORY,
  MOST_REQUESTS,
  ownMarket,
  type PresentOwner,
} from '../../shared/domain/simulation/own-market.ts';
import { runYear } from '../../shared/domain/simulation/run.ts';
import type { Year } from '../../shared/domain/simulation/serving/scene.ts';
import { presentLedger, storedEntries } from '../reads/city-ledger.ts';
import { rowsFor } from '../reads/lists/offers.ts';
import type { World } from '../world.ts';

/** Each owner's cheapest offer in each category, as a list would take it today. */
const presentOwners = async (world: World, city: City, policy: RankingPolicy): Promise<PresentOwner[]> => {
  const { ledger } = await presentLedger(world, city);
  const found: PresentOwner[] = [];
  for (const category of Object.keys(categories) as Category[]) {
    const cheapest = new Map<string, PresentOwner>();
    const { byCategory, free } = await rowsFor(world, city, ledger, { category });
    for (const { product, ...row } of byCategory.flatMap(({ offered }) => offered)) {
      const { productId, priceRupiah, perDay } = product;
      const known = cheapest.get(row.ownerId);
      if (!row.verified || !row.open || (known && known.priceRupiah <= priceRupiah)) continue;
      const { ownerId, ratingSum, ratingCount } = row;
      const capacityUnits = free.get(productId) ?? perDay ?? 0;
      const rating = bayesianRating(row, policy);
      cheapest.set(ownerId, { ownerId, category, priceRupiah, capacityUnits, ratingSum, ratingCount, rating });
    }
    found.push(...cheapest.values());
  }
  return found;
};

const share = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : Math.round(value * 1e6) / 1e6;

const outcomeOf = (year: Year): PolicyTrial['before'] => {
  const { requests, stalls } = year;
  if (requests === 0 || stalls.length === 0)
    return { gini: null, neverSold: null, eligibleNeverSold: null, priceToMedian: null, unmet: null, gatedOut: null };
  const { gini, neverSold, eligibleNeverSold, relativePrice, unmet } = metricsOf(year);
  return {
    gini: year.units === 0 ? null : share(gini),
    neverSold: share(neverSold),
    eligibleNeverSold: share(eligibleNeverSold),
    priceToMedian: share(relativePrice),
    unmet: share(unmet),
    gatedOut: share(stalls.filter(({ passes }) => passes === 0).length / stalls.length),
  };
};

const percent = (value: number | null): string =>
  value === null ? '–' : `${(value * 100).toFixed(1).replace('.', ',')}%`;
const number = (value: number | null): string => (value === null ? '–' : value.toFixed(3).replace('.', ','));

/** Both rules over the same recorded demand: each buyer meets both, and picks by the same draw. */
export const simulateRule = async (
  world: World,
  city: City,
  present: RankingPolicy,
  proposed: RankingPolicy,
): Promise<PolicyTrial> => {
  const [entries, owners] = [await storedEntries(world, city.cityCode), await presentOwners(world, city, present)];
  const { market, from, to, leftOut } = ownMarket(entries, owners);
  const before = outcomeOf(runYear(market, 'urut-merata-split', present));
  const after = outcomeOf(runYear(market, 'urut-merata-split', proposed));
  const note =
    `Pesanan yang diterima penjual, paling banyak ${count(MOST_REQUESTS)} terakhir, sebagai permintaan; penawaran hari ini, paling ` +
    `banyak ${MOST_OWNERS_OF_CATEGORY} UMKM tiap kategori, sebagai pilihan; setiap kategori satu jenis barang dan satu wilayah. ` +
    'Tidak disimulasikan: permintaan yang tidak menjadi pesanan, perubahan harga, dan cara orang menyiasati aturan.';
  return {
    simulated: {
      from,
      to,
      leftOut,
      note,
      requests: market.requests.length,
      owners: market.owners.length,
      categories: market.medianPrices.length,
    },
    before,
    after,
    sentence:
      market.requests.length === 0
        ? 'Kota ini belum punya pesanan untuk disimulasikan; kedua aturan belum bisa dibandingkan.'
        : `Dengan ${market.requests.length} pesanan lalu: Gini ${number(before.gini)} menjadi ${number(after.gini)}, ` +
          `belum menjual ${percent(before.neverSold)} menjadi ${percent(after.neverSold)}, ` +
          `harga terhadap median ${number(before.priceToMedian)} menjadi ${number(after.priceToMedian)}.`,
  };
};
