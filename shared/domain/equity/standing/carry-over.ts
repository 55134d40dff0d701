import { activityLine } from './activity-line.ts';
import { type Carried, type CarryingMonth, carriedInto, type EarlierMonth, type Standing } from './standing.ts';

/** What a month has to carry: what it took over, and its own sales in the rolling year. */
const dueCarry = ({ month, turnoverRupiah, orders }: EarlierMonth, earlier: readonly EarlierMonth[]): Carried => {
  const carried = carriedInto(month, earlier);
  return {
    ...carried,
    rollingRupiah: carried.rollingRupiah + turnoverRupiah,
    rollingOrders: carried.rollingOrders + orders,
  };
};

const written = ({ earlier, ...rest }: Carried): string =>
  JSON.stringify([
    ...[rest.rollingRupiah, rest.rollingOrders, rest.monthsUnsold, rest.newcomer, rest.returned ?? false],
    earlier ? activityLine(earlier) : null,
  ]);
/** Whether a month carries what the months before it say. */
export const carriesRight = (month: CarryingMonth, earlier: readonly EarlierMonth[]): boolean =>
  written(month) === written(dueCarry(month, earlier));

/**
 * The standing with what it carries over set right, or undefined when it is. A sale that was committed in the very
 * instant a month turned may have missed the opening of the next; the close looks once more.
 */
export const carriedOver = (standing: Standing, earlier: readonly EarlierMonth[]): Standing | undefined => {
  if (carriesRight(standing, earlier)) return undefined;
  const { earlier: _wrong, returned: _also, ...own } = standing;
  return { ...own, ...dueCarry(standing, earlier), version: standing.version + 1 };
};
