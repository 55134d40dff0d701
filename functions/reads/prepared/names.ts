import { Month as MonthSchema } from '../../../shared/domain/basics/month-schema.ts';

/** What is made behind the pages of a large city, by the names under which it is kept and asked for. */
const GAP = 'gap ';
const YEAR = 'year ';
const PARTICIPATION = 'participation ';
const DEMAND = 'demand ';
const TRIAL = 'trial ';

const after = (what: string, beginning: string): string | undefined =>
  what.startsWith(beginning) ? what.slice(beginning.length) : undefined;
const monthIn = (what: string, beginning: string): string | undefined =>
  MonthSchema.safeParse(after(what, beginning)).data;

/** The list of whom to visit in a month. */
export const gapName = (month: string): string => `${GAP}${month}`;
export const gapMonth = (what: string): string | undefined => monthIn(what, GAP);
/** What waits for its offices' money. */
export const WAITS = 'waits';
/** What offices spent in a year. */
export const yearName = (year: string): string => `${YEAR}${year}`;
export const yearIn = (what: string): string | undefined => after(what, YEAR)?.match(/^20\d\d$/)?.[0];
/** How many of each office's people took part in a month. */
export const participationName = (month: string): string => `${PARTICIPATION}${month}`;
export const participationMonth = (what: string): string | undefined => monthIn(what, PARTICIPATION);
/** What offices plan to buy in a year; of one category, which of them. */
export const demandName = (year: string, category?: string): string =>
  `${DEMAND}${[year, category].filter(Boolean).join(' ')}`;
export const demandIn = (
  what: string,
): { readonly year: string; readonly category: string | undefined } | undefined => {
  const [year = '', category] = after(what, DEMAND)?.split(' ') ?? [];
  return /^20\d\d$/.test(year) ? { year, category } : undefined;
};
/** Two rules, tried on a city's own past. */
export const trialName = (trial: string): string => `${TRIAL}${trial}`;
export const trialIn = (what: string): string | undefined => after(what, TRIAL);
