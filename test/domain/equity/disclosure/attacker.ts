import { createRequire } from 'node:module';
import { OTHERS } from '../../../../shared/domain/equity/disclosure/others.ts';
import type { Cell, NamedCell } from '../../../../shared/domain/equity/snapshot/cell.ts';
import { type Merchant, MONTHS, type Published } from './market.ts';

/*
 * The attacker knows the register (which shop stands in which district and category, from when until when) and all that
 * is published: months and twelve months, districts, categories, cities, provinces and the country, all revisions. Every
 * sum is a linear equation over the sales of shops in months, no sale is below zero, and where a cell tells that all or
 * none of its shops sold, he knows that too. Of a shop he asks what is the least and the most it can have sold: a linear
 * program each. He may be a shop himself, and know his own sales.
 */

/** What is used of the solver: its own types describe it as a module it is not. */
type Solver = { solve: (problem: string) => { Status: string; ObjectiveValue: number } };
export const highs = await (createRequire(import.meta.url)('highs') as () => Promise<Solver>)();

/** Shops of one district and category are alike to him: one unknown a month, but for the one he is after, and himself. */
export type Unknown = {
  readonly name: string;
  readonly city: string;
  readonly district: string;
  readonly category: string;
};
type Row = { readonly of: readonly { unknown: Unknown; at: number }[]; readonly rupiah: string };

export const isOf = (place: string, { city }: Pick<Unknown, 'city'>): boolean =>
  place === 'ID' || city.startsWith(place);
const isIn = (code: string, { city, district, category }: Unknown): boolean =>
  code === district || code === category || code === city;

/** The equations of a cell in some months; none where its sum is hidden. */
const rowOf = (cell: Cell, unknowns: readonly Unknown[], months: readonly number[]): Row[] =>
  cell.turnoverRupiah === null
    ? []
    : [{ of: unknowns.flatMap((unknown) => months.map((at) => ({ unknown, at }))), rupiah: cell.turnoverRupiah }];
export const membersOf = ({ code, mergedFrom = [] }: NamedCell, unknowns: readonly Unknown[]): Unknown[] => {
  const codes = code === OTHERS ? mergedFrom.map((one) => one.code) : [code];
  return unknowns.filter((unknown) => codes.some((one) => isIn(one, unknown)));
};

const rowsOf = (all: readonly Pick<Published, 'open' | 'at'>[], unknowns: readonly Unknown[]): Row[] =>
  all.flatMap(({ open, at }) => {
    const here = unknowns.filter((unknown) => isOf(open.place, unknown));
    const twelve = Array.from({ length: Math.min(12, at + 1) }, (_, back) => at - back);
    const parts = (cells: readonly NamedCell[], months: readonly number[]) =>
      cells.flatMap((cell) => rowOf(cell, membersOf(cell, here), months));
    return [
      ...rowOf(open.total, here, [at]),
      ...parts([...open.districts, ...open.categories, ...open.cities], [at]),
      ...rowOf(open.year.total, here, twelve),
      ...parts([...open.year.districts, ...open.year.categories], twelve),
    ];
  });

/** The figure he is after: a shop in a month, and who he is. */
export type Target = { readonly shop: Merchant; readonly at: number; readonly self?: Merchant | undefined };

export const groupName = ({ city, district, category }: Pick<Merchant, 'city' | 'district' | 'category'>): string =>
  `${city} ${district} ${category}`;
export const variable = ({ name }: Unknown, at: number): string => `${name}_${at}`;

/** What else he knows, as rows over the same unknowns. */
export type Knowing = (context: {
  readonly market: readonly Merchant[];
  readonly all: readonly Pick<Published, 'open' | 'at'>[];
  readonly unknowns: readonly Unknown[];
  readonly target: Target;
}) => readonly string[];

/** The least and the most a shop can have sold in a month, by all that is published. */
export const rangeOf = (
  market: readonly Merchant[],
  all: readonly Pick<Published, 'open' | 'at'>[],
  { shop, at, self }: Target,
  knowing: Knowing = () => [],
): { least: number; most: number } => {
  const groups = [...new Set(market.filter((one) => one !== shop && one !== self).map(groupName))];
  const unknowns: Unknown[] = [
    ...groups.map((group, index) => {
      const [city = '', district = '', category = ''] = group.split(' ');
      return { name: `g${index}`, city, district, category };
    }),
    { ...shop, name: 'target' },
    ...(self ? [{ ...self, name: 'self' }] : []),
  ];
  const months = [...new Set(all.map((one) => one.at))];
  const own = self
    ? months.map(
        (month) => ` self_${month} = ${month >= self.from && month < self.until ? (self.sales[month] ?? 0) : 0}`,
      )
    : [];
  const away = months
    .filter((month) => month < shop.from || month >= shop.until)
    .map((month) => ` target_${month} = 0`);
  const rows = new Set(
    rowsOf(all, unknowns).map(
      ({ of, rupiah }) => ` ${of.map((one) => variable(one.unknown, one.at)).join(' + ') || '0 target_0'} = ${rupiah}`,
    ),
  );
  // Where nobody stands in a month there is nothing.
  const isEmpty = ({ name, city, district, category }: Unknown, month: number) =>
    name.startsWith('g') &&
    !market.some(
      (one) =>
        ![shop, self].includes(one) &&
        groupName(one) === `${city} ${district} ${category}` &&
        month >= one.from &&
        month < one.until,
    );
  const more = knowing({ market, all, unknowns, target: { shop, at, self } });
  const solve = (sense: 'Minimize' | 'Maximize'): number => {
    const problem = [sense, ` target_${at}`, 'Subject To', ...rows, ...own, ...away, ...more, 'Bounds'];
    const bounds = unknowns.flatMap((unknown) =>
      months.map((month) => ` 0 <= ${variable(unknown, month)} <= ${isEmpty(unknown, month) ? 0 : 1e15}`),
    );
    const { Status, ObjectiveValue } = highs.solve([...problem, ...bounds, 'End'].join('\n'));
    if (Status !== 'Optimal') throw new Error(`what was published contradicts itself: ${Status}`);
    return ObjectiveValue;
  };
  const most = solve('Maximize');
  // Half of the work is spared where the most says enough.
  return { least: most < 1.1 * (shop.sales[at] ?? 0) ? solve('Minimize') : 0, most };
};

/** Is a figure known to within a tenth? */
export const isFound = (rupiah: number, { least, most }: { least: number; most: number }): boolean =>
  least > 0.9 * rupiah && most < 1.1 * rupiah;

/** The shops most easily found: the largest of each group that stands in one district and category, with the second as attacker. */
export const targetsOf = (market: readonly Merchant[], months: number): Target[] =>
  [...Map.groupBy(market, groupName).values()].flatMap((group) =>
    Array.from({ length: Math.min(months, MONTHS) }, (_, at) => at).flatMap((at): Target[] => {
      const soldIn = (shop: Merchant) => (at >= shop.from && at < shop.until ? (shop.sales[at] ?? 0) : 0);
      const [shop, self] = group.toSorted((a, b) => soldIn(b) - soldIn(a));
      if (!shop || soldIn(shop) === 0) return [];
      return [{ shop, at }, ...(self && soldIn(self) > 0 ? [{ shop, at, self }] : [])];
    }),
  );
