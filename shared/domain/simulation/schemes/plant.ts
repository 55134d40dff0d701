import type { ShopLinks } from '../../integrity/facts.ts';
import type { Market } from '../market.ts';
import { instantOf, officeOf } from './calendar.ts';
import type { Deal } from './deal.ts';

type Scheme = {
  readonly name: string;
  readonly office: number;
  readonly category: number;
  readonly owners: readonly number[];
  /** Its deals of one month: day and owner, and how much. */
  readonly deals: readonly (readonly [day: number, owner: number, rupiah: number])[];
};

/** What is planted, each at an office of its own, among its honest orders. */
export const schemes = {
  ring: {
    name: 'rotation ring: three owners take an office’s turns',
    office: 0,
    category: 0,
    owners: [3, 4, 5],
    deals: [...([2, 9, 16, 23] as const).map((day, index) => [day, 3 + (index % 3), 1_500_000] as const)],
  },
  straws: {
    name: 'straw shops: three shops of one hand, under three identities',
    office: 1,
    category: 1,
    owners: [6, 7, 8],
    deals: [
      [4, 6, 900_000],
      [12, 7, 900_000],
      [20, 8, 900_000],
    ],
  },
  split: {
    name: 'split packages: one need cut in two under Rp10 million',
    office: 2,
    category: 2,
    owners: [10, 11],
    deals: [
      [7, 10, 9_600_000],
      [9, 11, 9_200_000],
    ],
  },
  shill: {
    name: 'shill price: 1.9 times the median beside a decoy at twice',
    office: 3,
    category: 3,
    owners: [12],
    deals: [
      [6, 12, 1_200_000],
      [19, 12, 1_200_000],
    ],
  },
} as const satisfies Record<string, Scheme>;
export type SchemeName = keyof typeof schemes;
export const schemeNames = Object.keys(schemes) as SchemeName[];

/** The deals of every scheme from a month on. */
export const dealsFrom = (first: number, months: number): Deal[] =>
  Array.from({ length: Math.max(0, months - first) }, (_, index) => first + index).flatMap((month) =>
    schemeNames.flatMap((scheme) => {
      const { office, category, deals }: Scheme = schemes[scheme];
      return deals.map(([day, owner, rupiah], index): Deal => {
        // A ring turns on from month to month.
        const turned = scheme === 'ring' ? 3 + ((index + month) % 3) : owner;
        const packageId = `${scheme}-${month}-${index}`;
        return { office, category, owner: turned, rupiah, at: instantOf(month, day), packageId };
      });
    }),
  );

const DECOY = 13;
/** The market with the shill’s price and its decoy in it. */
export const withShill = (market: Market): Market => {
  const { category, owners } = schemes.shill;
  const priced = new Map<number, number>([...owners.map((owner) => [owner, 1.9] as const), [DECOY, 2]]);
  let index = -1;
  return {
    ...market,
    owners: market.owners.map((owner) => {
      if (owner.category !== category) return owner;
      index++;
      const times = priced.get(index);
      return times === undefined
        ? owner
        : { ...owner, priceRupiah: Math.round(times * (market.medianPrices[category] ?? 1)) };
    }),
  };
};

/** Whether a scheme takes all that an office buys of a category: its honest orders there are the ring's from then on. */
export const isTaken = (office: string, category: number, month: number, first: number): boolean =>
  month >= first && office === officeOf(schemes.ring.office) && category === schemes.ring.category;

/** What the register knows of each shop; three straws share a phone. One honest household in ten runs two shops, too. */
export const linksOf = ({ owners }: Market): ReadonlyMap<string, ShopLinks> => {
  const seen = new Map<number, number>();
  return new Map(
    owners.map(({ ownerId, category }) => {
      const index = seen.get(category) ?? 0;
      seen.set(category, index + 1);
      const straw = category === schemes.straws.category && schemes.straws.owners.some((one) => one === index);
      const household = index % 20 < 2 ? [`phone of household ${category} ${Math.floor(index / 20)}`] : [];
      const evidence = straw ? ['phone of the straws'] : household;
      return [ownerId, { merchantId: ownerId, name: ownerId, ownerId, evidence }];
    }),
  );
};

export const ownersOf = (market: Market, scheme: SchemeName): ReadonlySet<string> => {
  const { category, owners }: Scheme = schemes[scheme];
  const ofCategory = market.owners.filter((owner) => owner.category === category);
  return new Set(owners.flatMap((index) => ofCategory[index]?.ownerId ?? []));
};
