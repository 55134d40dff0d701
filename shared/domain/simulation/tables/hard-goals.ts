import { type GoalRow, goalRow } from '../goals/goal-row.ts';
import { priceOfFairness } from '../hard-metrics.ts';
import { closedIn, fixed, type HardRow, type HardYear, percent } from './hard-table.ts';

/** A goal for the laboratory or for all hardships at once. */
type Goal = {
  readonly goal: string;
  readonly market: string;
  readonly of: (year: HardYear) => number | null;
  readonly shown: (value: number) => string;
} & ({ readonly most: number } | { readonly least: number });
const goals: readonly Goal[] = [
  { goal: 'Gini of 12 months', market: 'laboratory', of: ({ ours }) => ours.gini, shown: fixed(3), most: 0.16 },
  { goal: 'distance closed', market: 'all at once', of: closedIn, shown: percent(0), least: 0.8 },
  {
    goal: 'Gini inside categories',
    market: 'all at once',
    of: ({ ours }) => ours.insideGini,
    shown: fixed(3),
    most: 0.2,
  },
  { goal: 'silence P95, days', market: 'laboratory', of: ({ ours }) => ours.silenceDays, shown: fixed(0), most: 60 },
  { goal: 'first sale P95, days', market: 'entrants', of: ({ ours }) => ours.firstSaleDays, shown: fixed(0), most: 21 },
  {
    goal: 'price of fairness',
    market: 'laboratory',
    of: ({ popularity, ours }) => priceOfFairness(popularity, ours),
    shown: percent(1),
    most: 0.05,
  },
];

/** What is aimed at in markets that were run, with what was reached there. */
export const hardGoals = (rows: readonly HardRow[]): GoalRow[] =>
  goals.flatMap(({ of, ...goal }) => {
    const years = rows.find(({ hardship }) => hardship.name === goal.market)?.years ?? [];
    const known = years.map(of).filter((value) => value !== null);
    return known.length === 0 ? [] : [goalRow(goal, known)];
  });
