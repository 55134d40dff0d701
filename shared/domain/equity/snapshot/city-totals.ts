import { type ControlTotals, runningTotal } from '../measures/amount.ts';
import type { CityEntry } from './entry.ts';
import type { Span } from './part.ts';

export type Grouped = Pick<CityEntry, 'district' | 'category'>;

type Counted = Grouped & Pick<CityEntry, 'turnoverRupiah' | 'rollingRupiah' | 'gone'>;
export const amountOf = (span: Span, entry: Pick<Counted, 'turnoverRupiah' | 'rollingRupiah'>): number =>
  span === 'month' ? entry.turnoverRupiah : entry.rollingRupiah;
/** Who left before the month is in the list of the twelve months alone. */
export const isIn = (span: Span, { gone }: Pick<Counted, 'gone'>): boolean => span === 'year' || !gone;

const tally = () => {
  const sum = runningTotal();
  let count = 0;
  return {
    add: (rupiah: number): void => {
      count += 1;
      sum.add(rupiah);
    },
    totals: (): ControlTotals => ({ count, total: sum.value() }),
  };
};

/** Control totals of a place and of each district and category in it. */
export type Totals = { readonly total: ControlTotals; readonly of: ReadonlyMap<string, ControlTotals> };

/** Counts the control totals of a span, from standings in any order. */
export const totalsCounter = (span: Span) => {
  const total = tally();
  const of = new Map<string, ReturnType<typeof tally>>();
  const addTo = (group: string, rupiah: number): void => {
    const known = of.get(group) ?? tally();
    of.set(group, known);
    known.add(rupiah);
  };
  return {
    add: (standing: Counted): void => {
      if (!isIn(span, standing)) return;
      const rupiah = amountOf(span, standing);
      total.add(rupiah);
      addTo(standing.district, rupiah);
      addTo(standing.category, rupiah);
    },
    totals: (): Totals => ({
      total: total.totals(),
      of: new Map([...of].map(([group, counted]) => [group, counted.totals()])),
    }),
  };
};
