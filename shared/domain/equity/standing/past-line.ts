import { addMonths, type Month } from '../../basics/month.ts';
import type { MonthFigures } from './activity.ts';
import { byReason, type PricesPaid } from './prices-paid.ts';

/*
 * The months before a month in one line of text, so that the month after it is opened from it alone. Some ten bytes a month:
 * a standing is written with every sale, and stays under a kilobyte.
 */

/** Months a rolling sum looks back on beside its own: twelve in all, so that thin months do not decide a year. */
export const MONTHS_BEFORE = 11;

/** What is kept of a month. */
export type PastFigures = MonthFigures & {
  readonly month: Month;
  readonly orders: number;
  readonly gone?: true | undefined;
};

const RADIX = 36;
/** Months from the oldest on; a month that was never opened, and what stands between parts of one. */
const [BETWEEN, NEVER, PART, REASON] = ['|', '-', ',', ';'];
const NEWCOMER = 1;
const RETURNED = 2;
const GONE = 4;

const digits = (whole: number): string => (whole === 0 ? '' : whole.toString(RADIX));
const wholeIn = (text: string | undefined): number => (text ? Number.parseInt(text, RADIX) : 0);

const pricesParts = (prices: PricesPaid | undefined): string[] => {
  if (!prices) return [];
  const below = byReason(prices.below).map(([reason, count]) => `${reason}:${count}`);
  // Said even where it is nothing: prices of nothing are not the same as no prices.
  return [prices.comparedRupiah.toString(RADIX), digits(prices.referenceRupiah), below.join(REASON)];
};

const pricesIn = ([compared, reference, below]: readonly string[]): PricesPaid | undefined =>
  compared
    ? {
        comparedRupiah: wholeIn(compared),
        referenceRupiah: wholeIn(reference),
        below: Object.fromEntries(
          (below ? below.split(REASON) : []).map((one) => {
            const at = one.lastIndexOf(':');
            return [one.slice(0, at), Number(one.slice(at + 1))];
          }),
        ),
      }
    : undefined;

const kept = (figures: PastFigures): string => {
  const { newcomer, returned, turnoverRupiah, orders, monthsUnsold, offeredDays, reportedRupiah } = figures;
  // Of a month after it left it counts that it was away, and nothing else.
  if (figures.gone) return digits(GONE);
  const marks = (newcomer ? NEWCOMER : 0) + (returned ? RETURNED : 0);
  const reported = reportedRupiah === null ? '' : reportedRupiah.toString(RADIX);
  const wholes = [marks, offeredDays, monthsUnsold, turnoverRupiah, orders].map(digits);
  const parts = [...wholes, reported, ...pricesParts(figures.pricesPaid)];
  const last = parts.findLastIndex((part) => part !== '');
  // Never nothing: a line of one month would say that there was none.
  return last < 0 ? '0' : parts.slice(0, last + 1).join(PART);
};

const figuresIn = (month: Month, text: string): PastFigures => {
  const [marks, offeredDays, monthsUnsold, turnoverRupiah, orders, reported, ...prices] = text.split(PART);
  const marked = wholeIn(marks);
  const pricesPaid = pricesIn(prices);
  return {
    month,
    turnoverRupiah: wholeIn(turnoverRupiah),
    reportedRupiah: reported ? wholeIn(reported) : null,
    orders: wholeIn(orders),
    monthsUnsold: wholeIn(monthsUnsold),
    newcomer: (marked & NEWCOMER) > 0,
    offeredDays: wholeIn(offeredDays),
    ...((marked & RETURNED) > 0 ? { returned: true } : {}),
    ...((marked & GONE) > 0 ? { gone: true } : {}),
    ...(pricesPaid ? { pricesPaid } : {}),
  };
};

/** The eleven months before the one that was asked last, newest first: a close asks for those of everybody. */
let last: { readonly month: Month; readonly before: readonly Month[] } = { month: '', before: [] };
const monthsBefore = (month: Month): readonly Month[] => {
  if (last.month !== month)
    last = { month, before: Array.from({ length: MONTHS_BEFORE }, (_, at) => addMonths(month, -at - 1)) };
  return last.before;
};

/** Those of some months that are among the eleven before a month, in any order, as one line: equal months make an equal line. */
export const pastLine = (month: Month, some: readonly PastFigures[]): string => {
  const before = monthsBefore(month);
  const lines: string[] = [];
  for (const one of some) {
    const at = before.indexOf(one.month);
    if (at >= 0) lines[at] = kept(one);
  }
  return Array.from(lines, (line) => line ?? NEVER)
    .reverse()
    .join(BETWEEN);
};

/** What a month's line keeps, oldest first. */
export const monthsInLine = (month: Month, line: string): PastFigures[] => {
  if (line === '') return [];
  const before = monthsBefore(month);
  const lines = line.split(BETWEEN);
  return lines.flatMap((text, at) => {
    const of = before[lines.length - 1 - at];
    return text === NEVER || of === undefined ? [] : [figuresIn(of, text)];
  });
};
