import { readAmounts } from '../files/read-amounts.ts';
import { deltaWriter } from '../files/write-deltas.ts';
import { type Amount, type ControlTotals, isZero, runningTotal, wholeCount, wholeRupiah } from './amount.ts';
import { type AscendingPass, controlledPass } from './controlled-pass.ts';
import type { Measures } from './measures.ts';

/**
 * One pass over the merchants of a list in ascending order of turnover, unsold ones first. Feed it `add` and
 * `addZeros`, then ask for `measures()`.
 *
 * Given control totals it holds about a kilobyte however long the list (see `controlledPass`). Without them the amounts
 * are kept as delta varints, two or three bytes a merchant, and passed again once n and S are known: meant for lists
 * that are small, such as the districts of a city whose register was not asked for totals.
 */
export const ascendingPass = (control?: ControlTotals): AscendingPass =>
  control === undefined ? recordedPass() : controlledPass(control);

const recordedPass = (): AscendingPass => {
  const chunks: Uint8Array[] = [];
  const writer = deltaWriter((chunk) => chunks.push(chunk));
  let unsold = 0;
  let sellers = 0;
  const sum = runningTotal();

  const add = (amount: Amount): void => {
    // Zeros are checked for order by the writer like any amount, but counted instead of kept.
    if (isZero(amount)) {
      addZeros(1);
    } else {
      writer.add(amount);
      sum.add(amount);
      sellers += 1;
    }
  };
  const addZeros = (count: number): void => {
    if (sellers > 0 && count > 0) writer.add(0);
    unsold += wholeCount(count);
  };
  const measures = (options: { orders?: number } = {}): Measures => {
    writer.end();
    const pass = controlledPass({ count: unsold + sellers, total: sum.value() });
    pass.addZeros(unsold);
    for (const amount of readAmounts(chunks)) pass.add(amount);
    return pass.measures(options);
  };
  return { add, addZeros, measures };
};

/**
 * The measures of a list that fits in memory, in any order: a district, a category, an auditor's file.
 *
 * @throws EquityError AmountNotWholeRupiah
 */
export const measuresOf = (amounts: readonly Amount[], options: { orders?: number } = {}): Measures => {
  const whole = amounts.map(wholeRupiah);
  const sum = runningTotal();
  for (const amount of whole) sum.add(amount);
  const pass = controlledPass({ count: whole.length, total: sum.value() });
  // A typed array sorts numbers ten times faster than a comparator does.
  for (const amount of Float64Array.from(whole.filter((amount) => typeof amount === 'number')).sort()) pass.add(amount);
  const large = whole.filter((amount) => typeof amount === 'bigint');
  for (const amount of large.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) pass.add(amount);
  return pass.measures(options);
};
