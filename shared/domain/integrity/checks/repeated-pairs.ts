import { count, rupiah } from '../../basics/wording.ts';
import { byOffice, hasNews, type MonthFacts, officeName, shopName } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { idsOf, type Purchase, packagesIn, sumOf } from '../purchase.ts';
import { atLeast } from '../tails.ts';
import { chanceText } from '../words.ts';

const LEAST_PACKAGES = 4;
const MOST_CHANCE = 1 / 1000;

/** How many owners could have been chosen: those above the line; without a list those it is known somebody bought from. */
const choosable = (some: readonly Purchase[], sellers: ReadonlyMap<string, number>): number => {
  const passing = some.flatMap((one) => one.passing ?? []);
  const least = passing.length > 0 ? Math.min(...passing) : (sellers.get(some[0]?.category ?? '') ?? 1);
  return Math.max(1, least, new Set(some.map(({ ownerId }) => ownerId)).size);
};

/** Owners anybody bought from, by category. */
const sellersIn = ({ purchases }: MonthFacts): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(purchases, ({ category }) => category)].map(([category, some]) => [
      category,
      new Set(some.map(({ ownerId }) => ownerId)).size,
    ]),
  );

/** One package of one category: how many owners were chosen in it, of how many. */
type Trial = { readonly owners: ReadonlySet<string>; readonly among: number };

const trialsOf = (purchases: readonly Purchase[], sellers: ReadonlyMap<string, number>): Map<string, Trial[]> => {
  const byCategory = new Map<string, Trial[]>();
  for (const [category, some] of Map.groupBy(purchases, (one) => one.category)) {
    const packages = Map.groupBy(some, ({ packageId }) => packageId);
    const trials = [...packages.values()].map((orders) => ({
      owners: new Set(orders.map(({ ownerId }) => ownerId)),
      among: choosable(orders, sellers),
    }));
    byCategory.set(category, trials);
  }
  return byCategory;
};

/**
 * Pairs of an office and an owner beyond what fair rotation would give. Each package of the office, in the categories it
 * bought of this owner, is a trial in which every owner above the line had the same chance: a list by least sales repeats
 * an owner less than that, so the tail forgives. Multiplied by how many owners there were to look at (Bonferroni).
 */
export const repeatedPairs = (facts: MonthFacts): Finding[] => {
  const sellers = sellersIn(facts);
  return [...byOffice(facts)].flatMap(([agencyId, purchases]) => {
    const trials = trialsOf(purchases, sellers);
    return [...Map.groupBy(purchases, ({ ownerId }) => ownerId)].flatMap(([ownerId, own]): Finding[] => {
      if (packagesIn(own) < LEAST_PACKAGES || !hasNews(facts, own)) return [];
      const here = [...new Set(own.map(({ category }) => category))].flatMap((category) => trials.get(category) ?? []);
      const times = here.filter(({ owners }) => owners.has(ownerId)).length;
      const most = Math.max(...here.map(({ among }) => among));
      const chance = atLeast(
        here.map(({ owners, among }) => Math.min(1, owners.size / among)),
        times,
      );
      if (chance * most > MOST_CHANCE) return [];
      const merchantIds = [...new Set(own.map(({ merchantId }) => merchantId))];
      const [office, shop] = [officeName(facts, agencyId), shopName(facts, merchantIds[0] ?? '')];
      return [
        {
          rule: 'repeated-pair',
          subject: `${agencyId} ${ownerId}`,
          agencyId,
          merchantIds,
          orderIds: idsOf(own),
          question: `${office} memesan di ${shop} ${count(times)} kali dari ${count(here.length)}. Apa alasannya?`,
          facts: [
            { label: 'Pesanan di usaha ini', value: `${count(times)} dari ${count(here.length)} keranjang` },
            { label: 'Usaha yang lolos', value: `${count(most)} pemilik` },
            { label: 'Peluang bila bergilir merata', value: chanceText(chance) },
            { label: 'Nilai', value: rupiah(sumOf(own)) },
          ],
          weight: -Math.log(chance * most || Number.MIN_VALUE),
        },
      ];
    });
  });
};
