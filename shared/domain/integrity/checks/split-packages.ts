import { purchaseCeilingsOn } from '../../../rules/purchase-forms.ts';
import { daysBetween } from '../../basics/month.ts';
import { count, day, rupiah } from '../../basics/wording.ts';
import { byOffice, type MonthFacts, officeName, shopName } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { idsOf, type Purchase, sumOf } from '../purchase.ts';
import { listed } from '../words.ts';

const WITHIN_DAYS = 7;
/** A part below this share of the limit was not cut to fit under it. */
const LEAST_SHARE = 0.6;

type Package = { readonly purchases: readonly Purchase[]; readonly rupiah: number; readonly day: string };

/** What most of a purchase's money goes to: what is bought, not what comes with it. */
const goodsOfPurchase = ({ lines }: Purchase): string =>
  lines.reduce<{ goods: string; rupiah: number }>(
    (most, { goods, priceRupiah, quantity }) =>
      priceRupiah * quantity > most.rupiah ? { goods, rupiah: priceRupiah * quantity } : most,
    { goods: '', rupiah: 0 },
  ).goods;

const packagesOf = (purchases: readonly Purchase[]): Package[] =>
  [...Map.groupBy(purchases, ({ packageId }) => packageId).values()]
    .map((some) => ({ purchases: some, rupiah: sumOf(some), day: some[0]?.day ?? '' }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));

/** Runs of packages just under a limit, each within a week of the first, that are over it together. */
const runsUnder = (packages: readonly Package[], limit: number): Package[][] => {
  const near = packages.filter(({ rupiah: sum }) => sum > LEAST_SHARE * limit && sum <= limit);
  const runs: Package[][] = [];
  for (let from = 0; from < near.length; ) {
    const first = near[from] as Package;
    const run = near.slice(from).filter((one) => daysBetween(first.day, one.day) < WITHIN_DAYS);
    if (run.length > 1) runs.push(run);
    from += run.length;
  }
  return runs;
};

/**
 * Packages of one office for the same goods within a week, each under a legal limit that they pass together. The limits are
 * dated: those in force on the day of the first. Parts are always over half of one, so two of them are over it.
 */
export const splitPackages = (facts: MonthFacts): Finding[] =>
  [...byOffice(facts)].flatMap(([agencyId, purchases]) => {
    const ofMonth = purchases.filter(({ month }) => month === facts.month);
    return [...Map.groupBy(ofMonth, goodsOfPurchase)].flatMap(([goods, same]): Finding[] => {
      const packages = packagesOf(same);
      const limits = purchaseCeilingsOn(packages[0]?.day ?? '');
      return limits.flatMap((limit) =>
        runsUnder(packages, limit).map((run): Finding => {
          const own = run.flatMap((one) => one.purchases);
          const merchantIds = [...new Set(own.map(({ merchantId }) => merchantId))];
          const [first, last] = [run[0]?.day ?? '', run.at(-1)?.day ?? ''];
          const what = own[0]?.lines.find((line) => line.goods === goods)?.name ?? 'barang yang sama';
          return {
            rule: 'split-packages',
            subject: `${agencyId} ${goods} ${limit} ${first}`,
            agencyId,
            merchantIds,
            orderIds: idsOf(own),
            question: `${officeName(facts, agencyId)} memesan ${what} ${count(run.length)} kali dalam ${count(daysBetween(first, last) + 1)} hari, masing-masing di bawah ${rupiah(limit)}. Mengapa tidak sekaligus?`,
            facts: [
              { label: 'Jumlah semuanya', value: rupiah(sumOf(own)) },
              { label: 'Setiap bagian', value: run.map((one) => rupiah(one.rupiah)).join(', ') },
              { label: 'Tanggal', value: run.map((one) => day(one.day)).join(', ') },
              { label: 'Usaha', value: listed(merchantIds.map((id) => shopName(facts, id))) },
            ],
            weight: sumOf(own) / limit,
          };
        }),
      );
    });
  });
