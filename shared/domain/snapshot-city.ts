import { createHash } from 'node:crypto';
import { type ControlTotals, runningTotal } from './equity/amount.ts';
import { cityFileWriter } from './equity/city-file.ts';
import type { Measures } from './equity/measures.ts';
import { type PaidShops, paidShopsCounter } from './paid.ts';
import type { Cell, YearCell } from './snapshot.ts';
import {
  betweenOf,
  type Counter,
  monthCounter,
  type StandingEntry,
  type YearEntry,
  yearCounter,
} from './snapshot-cell.ts';

type Grouped = { readonly district: string; readonly category: string };
/** A standing as a city's pass needs it: its figures, and which district and category it counts in. */
export type CityEntry = StandingEntry & Grouped;
/** The same where only twelve months are looked at. */
export type CityYearEntry = YearEntry & Grouped;

/** What entries of each span's list must hold: whoever streams a million of them reads nothing else. */
export const heldBy = {
  month: Object.keys({
    district: true,
    category: true,
    turnoverRupiah: true,
    reportedRupiah: true,
    rollingRupiah: true,
    rollingOrders: true,
    orders: true,
    unsoldMonths: true,
    newcomer: true,
    left: true,
    paid: true,
  } satisfies Record<keyof CityEntry, true>),
  year: Object.keys({
    district: true,
    category: true,
    rollingRupiah: true,
    rollingOrders: true,
  } satisfies Record<keyof CityYearEntry, true>),
} as const;
export type Span = keyof typeof heldBy;

type Named = { readonly code: string; readonly name: string };
/** Whose month it is, with the names its cells carry. */
export type CityMonth = {
  readonly cityCode: string;
  readonly month: string;
  readonly districts: readonly Named[];
  readonly categories: readonly Named[];
};

const amounts = {
  month: ({ turnoverRupiah }: Pick<CityEntry, 'turnoverRupiah'>) => turnoverRupiah,
  year: ({ rollingRupiah }: Pick<CityEntry, 'rollingRupiah'>) => rollingRupiah,
};
export const amountOf = (span: Span, entry: CityEntry): number => amounts[span](entry);

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
export type Totals = { readonly whole: ControlTotals; readonly of: ReadonlyMap<string, ControlTotals> };
type Counted = Grouped & Pick<CityEntry, 'turnoverRupiah' | 'rollingRupiah'>;

/** Counts the control totals of a span, from standings in any order. */
export const totalsCounter = (span: Span) => {
  const whole = tally();
  const of = new Map<string, ReturnType<typeof tally>>();
  const addTo = (group: string, rupiah: number): void => {
    const known = of.get(group) ?? tally();
    of.set(group, known);
    known.add(rupiah);
  };
  return {
    add: (standing: Counted): void => {
      const rupiah = amounts[span](standing);
      whole.add(rupiah);
      addTo(standing.district, rupiah);
      addTo(standing.category, rupiah);
    },
    totals: (): Totals => ({
      whole: whole.totals(),
      of: new Map([...of].map(([group, counted]) => [group, counted.totals()])),
    }),
  };
};

/** What a city's sorted file is known by. */
export type SortedFile = { readonly sha256: string; readonly merchants: number };
export type Streamed<C> = {
  readonly whole: C;
  readonly districts: (C & Named)[];
  readonly categories: (C & Named)[];
  readonly between: { districts: ReturnType<typeof betweenOf>; categories: ReturnType<typeof betweenOf> };
  readonly file: SortedFile & { readonly bytes: Uint8Array };
  readonly control: ControlTotals;
};
/** What is left of a pass once its file is kept somewhere. */
export type Passed<C> = Omit<Streamed<C>, 'file'> & { readonly file: SortedFile };
export type PassedMonth = Passed<Cell> & {
  /** Platform turnover of those who reported (indicator 15). */
  readonly platformOfReporters: bigint;
  /** The shops behind the prices paid (indicator 14). */
  readonly paidShops: PaidShops;
};

/**
 * One ascending pass over a span's list: feeds every cell and the city's file. Nothing grows but the file's bytes. The
 * close streams the index into it; a verification streams the inputs that were kept.
 */
const spanPass = <C, E extends Grouped>(
  { cityCode, month, districts, categories }: CityMonth,
  amount: (entry: E) => number,
  counter: (control: ControlTotals) => Counter<C, E>,
  control: Totals,
) => {
  const whole = counter(control.whole);
  const groups = new Map([...control.of].map(([group, totals]) => [group, counter(totals)]));
  const chunks: Uint8Array[] = [];
  const file = cityFileWriter({ cityCode, month, ...control.whole }, (chunk) => chunks.push(chunk));
  const add = (entry: E): void => {
    whole.add(entry);
    file.add(amount(entry));
    groups.get(entry.district)?.add(entry);
    groups.get(entry.category)?.add(entry);
  };
  const named = (codes: readonly Named[]) => {
    const ended = codes.flatMap(({ code, name }) => {
      const group = groups.get(code);
      return group ? [{ code, name, ...group.end() }] : [];
    });
    return {
      cells: ended.map(({ code, name, cell }) => ({ code, name, ...cell })),
      between: betweenOf(
        ended.map(({ code, measures }: { code: string; measures: Measures }) => ({ name: code, measures })),
      ),
    };
  };
  /** @throws EquityError ControlTotalsDiffer when the stream was not the register: discard it and stream again. */
  const end = (): Streamed<C> => {
    const { cell } = whole.end();
    file.end();
    const bytes = Buffer.concat(chunks.splice(0));
    const [byDistrict, byCategory] = [named(districts), named(categories)];
    return {
      whole: cell,
      districts: byDistrict.cells,
      categories: byCategory.cells,
      between: { districts: byDistrict.between, categories: byCategory.between },
      file: { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), merchants: control.whole.count },
      control: control.whole,
    };
  };
  return { add, end };
};

export const monthPass = (of: CityMonth, control: Totals) => {
  const pass = spanPass<Cell, CityEntry>(of, amounts.month, monthCounter, control);
  const reporters = runningTotal();
  const paidShops = paidShopsCounter();
  return {
    add: (entry: CityEntry): void => {
      pass.add(entry);
      if (entry.paid) paidShops.add(entry.paid);
      if (entry.reportedRupiah !== null) reporters.add(entry.turnoverRupiah);
    },
    end: () => ({ ...pass.end(), platformOfReporters: reporters.value(), paidShops: paidShops.end() }),
  };
};
export const yearPass = (of: CityMonth, control: Totals) =>
  spanPass<YearCell, CityYearEntry>(of, amounts.year, yearCounter, control);
