import { type Carried, carriedInto } from './carried.ts';
import type { CarryingMonth, EarlierMonth, LastMonth } from './earlier-month.ts';
import { monthsInLine } from './past-line.ts';
import type { Standing } from './standing.ts';

/** What a month has to carry: what it took over, and its own sales in the rolling year. */
const dueCarry = ({ month, turnoverRupiah, orders }: EarlierMonth, earlier: readonly EarlierMonth[]): Carried => {
  const carried = carriedInto(month, earlier);
  return {
    ...carried,
    rollingRupiah: carried.rollingRupiah + turnoverRupiah,
    rollingOrders: carried.rollingOrders + orders,
  };
};

const written = (carried: Carried): string =>
  JSON.stringify([
    carried.rollingRupiah,
    carried.rollingOrders,
    carried.monthsUnsold,
    carried.newcomer,
    carried.returned ?? false,
    carried.past ?? null,
  ]);
/** Whether a month carries what the months before it say. */
export const carriesRight = (month: CarryingMonth, earlier: readonly EarlierMonth[]): boolean =>
  written(month) === written(dueCarry(month, earlier));

/** A month as a close first looks at it: how often it was written, and from which version of the month before it took over. */
export type MonthVersion = Pick<Standing, 'version' | 'carriedFrom'>;

/**
 * Whether a month carries right as far as its version and that of the month before can tell. It does when it took over
 * from the month before as that is now: whoever writes a month moves its version, and who writes it later than a close
 * looks at it itself moves those of all months after it. So an equal version says that nothing before has changed.
 */
export const stillCarries = (month: MonthVersion | undefined, before: MonthVersion | undefined): boolean =>
  month !== undefined && before !== undefined && month.carriedFrom === before.version;

/**
 * The months from which the one after `last` is opened, as that keeps them itself. Whether they are so its version tells:
 * only of a month that still carries. Undefined where it was written before months were kept.
 */
export const monthsKeptIn = (last: LastMonth): EarlierMonth[] | undefined =>
  last.past === undefined
    ? undefined
    : // Who offered something then is asked of the last month alone.
      [...monthsInLine(last.month, last.past).map((one) => ({ ...one, offering: false })), last];

/**
 * The standing with what it carries over set right, or undefined when it is. A sale that was committed in the very
 * instant a month turned may have missed the opening of the next; the close looks once more. `from` is the version of
 * the month before, read before `earlier` was: a later change of what came before cannot hide behind it.
 */
export const carriedOver = (
  standing: Standing,
  earlier: readonly EarlierMonth[],
  from?: number | undefined,
): Standing | undefined => {
  if (standing.carriedFrom === from && carriesRight(standing, earlier)) return undefined;
  const { returned: _wrong, carriedFrom: _older, ...own } = standing;
  const seen = from === undefined ? {} : { carriedFrom: from };
  return { ...own, ...dueCarry(standing, earlier), ...seen, version: standing.version + 1 };
};
