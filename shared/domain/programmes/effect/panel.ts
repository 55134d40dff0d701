import { addMonths, type Month } from '../../basics/month.ts';

/** What a city's shops sold through this market, month by month; a month that is missing is one without a sale. */
export type Panel = ReadonlyMap<
  string,
  { readonly district: string; readonly category: string; readonly sold: ReadonlyMap<Month, number> }
>;

/** So many months before the first meeting are looked at, and so many after the last. */
export const MONTHS_BEFORE = 3;
export const HORIZONS = [1, 3, 6] as const;
export type Horizon = (typeof HORIZONS)[number];

/** The months of a programme: in which it began and ended, in the city's zone. */
export type Span = { readonly began: Month; readonly ended: Month };

export const monthsBefore = ({ began }: Span): Month[] =>
  Array.from({ length: MONTHS_BEFORE }, (_, at) => addMonths(began, at - MONTHS_BEFORE));
export const monthsAfter = ({ ended }: Span, horizon: Horizon): Month[] =>
  Array.from({ length: horizon }, (_, at) => addMonths(ended, at + 1));

const mean = (sold: ReadonlyMap<Month, number>, months: readonly Month[]): number =>
  months.reduce((sum, month) => sum + (sold.get(month) ?? 0), 0) / months.length;

/** A shop's turnover a month before the programme and after it, in rupiah. */
export const changeOf = (sold: ReadonlyMap<Month, number>, span: Span, horizon: Horizon) => ({
  before: mean(sold, monthsBefore(span)),
  after: mean(sold, monthsAfter(span, horizon)),
});

const SIZES = [0, 500_000, 2_000_000, 10_000_000];
/** Shops that are compared are alike in trade, place, size and in whether they were rising already. */
export const stratumOf = ({ district, category, sold }: NonNullable<ReturnType<Panel['get']>>, span: Span): string => {
  const months = monthsBefore(span).map((month) => sold.get(month) ?? 0);
  const [first = 0, last = 0] = [months[0], months.at(-1)];
  const size = SIZES.filter((least) => mean(sold, monthsBefore(span)) > least).length;
  const trend = last > first * 1.2 ? 'up' : last < first * 0.8 ? 'down' : 'level';
  return [category, district, size, trend].join('|');
};
