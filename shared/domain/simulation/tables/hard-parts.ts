import { shareClosed } from '../../equity/attainable/share-closed.ts';
import type { RankingPolicy } from '../../ranking/policy/policy.ts';
import type { HardYear } from './hard-table.ts';

/** One market with its years, and with what assignment could reach if it were bound to what buyers do. */
export type PartYear = HardYear & { readonly bound: HardYear['floor'] };
export type PartRow = { readonly name: string; readonly years: readonly PartYear[] };

/** What a city could decide about its lists today, by numbers of its policy. */
export const tried: readonly {
  readonly name: string;
  readonly rule: (unitRupiah: number) => Partial<RankingPolicy>;
}[] = [
  { name: 'the standard: a step of one median order, splits from 1', rule: () => ({}) },
  { name: 'the standard, and sales of a year', rule: () => ({ windowDays: 365 }) },
  { name: 'a step of one median order, splits from 4 orders', rule: () => ({ splitFromUnits: 4 }) },
  {
    name: 'a step of half an order, splits from 4 orders',
    rule: (unit) => ({ unitRupiah: unit / 2, splitFromUnits: 8 }),
  },
  { name: 'a step of a quarter, splits from 4 orders', rule: (unit) => ({ unitRupiah: unit / 4, splitFromUnits: 16 }) },
  { name: 'a step of one order, splits from 2', rule: () => ({ splitFromUnits: 2 }) },
  {
    name: 'a step of half an order, splits from 2 orders',
    rule: (unit) => ({ unitRupiah: unit / 2, splitFromUnits: 4 }),
  },
  { name: 'a step of a quarter, splits from 1 order', rule: (unit) => ({ unitRupiah: unit / 4, splitFromUnits: 4 }) },
  {
    name: 'the same, and sales of a year',
    rule: (unit) => ({ unitRupiah: unit / 4, splitFromUnits: 4, windowDays: 365 }),
  },
];

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const of = (row: PartRow, pick: (year: PartYear) => number | null): number =>
  mean(row.years.map(pick).filter((value) => value !== null));
export const percent = (share: number, digits = 0): string => `${(100 * share).toFixed(digits)}%`;

/** What each hardship costs where all others are: everything at once, and without one at a time. */
export const partsTable = (rows: readonly PartRow[]): string => {
  const [all] = rows;
  return [
    '| Market | popularity | Urut Merata | bound floor | floor | closed to the floor | closed to the bound floor | inside categories | floor inside | ours against all at once |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows.map((row) => {
      const gini = (which: keyof PartYear) => of(row, (year) => year[which].gini);
      const closed = (which: 'floor' | 'bound') =>
        of(row, (year) => shareClosed(year.popularity.gini, year.ours.gini, year[which].gini));
      const change = all ? gini('ours') - of(all, ({ ours }) => ours.gini) : 0;
      const cells = [
        row.name,
        ...(['popularity', 'ours', 'bound', 'floor'] as const).map((which) => gini(which).toFixed(3)),
        percent(closed('floor')),
        percent(closed('bound')),
        of(row, ({ ours }) => ours.insideGini).toFixed(3),
        of(row, ({ floor }) => floor.insideGini).toFixed(3),
        `${change > 0 ? '+' : change < 0 ? '−' : ''}${Math.abs(change).toFixed(3)}`,
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');
};
