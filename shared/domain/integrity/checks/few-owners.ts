import { categories } from '../../basics/category-labels.ts';
import { addMonths } from '../../basics/month.ts';
import { byText } from '../../basics/sort.ts';
import { count, rupiah } from '../../basics/wording.ts';
import { byOffice, hasNews, type MonthFacts, officeName, shopName } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { idsOf, type Purchase, sumOf } from '../purchase.ts';
import { atLeast, waysToChoose } from '../tails.ts';
import { chanceText, listed } from '../words.ts';

/** Two to five: one is a pair, and more than five suppliers no split proposes either. */
const SIZES = [2, 3, 4, 5] as const;
const LEAST_ORDERS = 6;
const MOST_CHANCE = 1 / 1000;

/** The fewest owners that passed in any of its lists; undefined when none of it came from a list. */
const amongOf = (purchases: readonly Purchase[]): number | undefined => {
  const passing = purchases.flatMap((one) => one.passing ?? []);
  return passing.length === 0 ? undefined : Math.min(...passing);
};

type Circle = { readonly own: readonly Purchase[]; readonly owners: number; readonly chance: number };

/**
 * The few owners whose share of some orders is least likely by fair rotation: any circle of that size would have been
 * noticed, so its tail is taken as often as there are such circles, and once for each size that was tried.
 */
const circleIn = (purchases: readonly Purchase[], among: number): Circle | undefined => {
  const most = [...Map.groupBy(purchases, ({ ownerId }) => ownerId)].sort(
    (a, b) => b[1].length - a[1].length || byText(a[0], b[0]),
  );
  const circles = SIZES.filter((size) => size < among && size <= most.length).map((size): Circle => {
    const own = most.slice(0, size).flatMap(([, some]) => some);
    const chances = purchases.map(() => size / among);
    const chance = SIZES.length * waysToChoose(size, among) * atLeast(chances, own.length);
    return { own, owners: size, chance };
  });
  return circles.sort((a, b) => a.chance - b.chance)[0];
};

/**
 * Offices that take turns among a few: three shops that share one office's orders evenly repeat none of them often, and
 * leave all others out. Two months are looked at: a circle shows before a quarter is over.
 */
export const fewOwners = (facts: MonthFacts): Finding[] =>
  [...byOffice(facts)].flatMap(([agencyId, purchases]) => {
    const recent = purchases.filter(({ month }) => month >= addMonths(facts.month, -1));
    return [...Map.groupBy(recent, ({ category }) => category)].flatMap(([category, bought]): Finding[] => {
      const among = amongOf(bought);
      const circle = among === undefined ? undefined : circleIn(bought, among);
      if (!circle || circle.own.length < LEAST_ORDERS || circle.chance > MOST_CHANCE || !hasNews(facts, circle.own))
        return [];
      const { own, owners, chance } = circle;
      const merchantIds = [...new Set(own.map(({ merchantId }) => merchantId))];
      const names = listed(merchantIds.map((merchantId) => shopName(facts, merchantId)));
      return [
        {
          rule: 'few-owners',
          subject: `${agencyId} ${category}`,
          agencyId,
          merchantIds,
          orderIds: idsOf(own),
          question: `${officeName(facts, agencyId)} membeli ${categories[category]} hampir hanya dari ${names}. Mengapa bukan dari yang lain?`,
          facts: [
            { label: 'Pesanan pada mereka', value: `${count(own.length)} dari ${count(bought.length)}` },
            { label: 'Pemilik', value: `${count(owners)} dari ${count(among ?? 0)} yang lolos` },
            { label: 'Peluang bila bergilir merata', value: chanceText(chance) },
            { label: 'Nilai', value: rupiah(sumOf(own)) },
          ],
          weight: -Math.log(chance || Number.MIN_VALUE),
        },
      ];
    });
  });
