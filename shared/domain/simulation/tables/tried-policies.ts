import { shareClosed } from '../../equity/attainable/share-closed.ts';
import { mean, percent } from './hard-parts.ts';
import type { HardYear } from './hard-table.ts';

export type TriedYear = HardYear & { readonly deliveriesPerOrder: number; readonly fairnessPrice: number };
export type TriedRow = { readonly name: string; readonly market: string; readonly years: readonly TriedYear[] };

type Column = readonly [heading: string, of: (year: TriedYear) => number | null, shown: (value: number) => string];
const fixed = (digits: number) => (value: number) => value.toFixed(digits);
const columns: readonly Column[] = [
  ['Gini', ({ ours }) => ours.gini, fixed(3)],
  [
    'closed to the floor',
    ({ popularity, ours, floor }) => shareClosed(popularity.gini, ours.gini, floor.gini),
    (share) => percent(share),
  ],
  ['inside categories', ({ ours }) => ours.insideGini, fixed(3)],
  ['silence P95, days', ({ ours }) => ours.silenceDays, fixed(0)],
  ['first sale P95, days', ({ ours }) => ours.firstSaleDays, fixed(0)],
  ['price of fairness', ({ fairnessPrice }) => fairnessPrice, (share) => percent(share, 1)],
  ['deliveries an order', ({ deliveriesPerOrder }) => deliveriesPerOrder, fixed(2)],
];

/** What numbers of a policy would do, in the laboratory and in everything at once. */
export const triedPolicies = (rows: readonly TriedRow[]): string =>
  [
    `| Policy | market | ${columns.map(([heading]) => heading).join(' | ')} |`,
    `|---|---|${columns.map(() => '--:').join('|')}|`,
    ...rows.map(({ name, market, years }) => {
      const cells = columns.map(([, pick, shown]) => {
        const known = years.map(pick).filter((value) => value !== null);
        return known.length === 0 ? '–' : shown(mean(known));
      });
      return `| ${[name, market, ...cells].join(' | ')} |`;
    }),
  ].join('\n');
