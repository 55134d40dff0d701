import { createHash } from 'node:crypto';
import type { ControlTotals } from './equity/amount.ts';
import { cityFileWriter } from './equity/city-file.ts';
import type { Measures } from './equity/measures.ts';
import { type PaidShops, paidShopsCounter } from './paid.ts';
import type { Cell, YearCell } from './snapshot.ts';
import { betweenOf, type Counter, monthCounter, type StandingEntry, yearCounter } from './snapshot-cell.ts';

/** A standing as a city's pass needs it: its figures, and which district and category it counts in. */
export type CityEntry = StandingEntry & { readonly district: string; readonly category: string };
type Named = { readonly code: string; readonly name: string };
/** Whose month it is, with the names its cells carry. */
export type CityMonth = {
  readonly cityCode: string;
  readonly month: string;
  readonly districts: readonly Named[];
  readonly categories: readonly Named[];
};

export type Span = 'month' | 'year';
/** Control totals of a place and of each district and category in it. */
export type Totals = { whole: ControlTotals; readonly of: Map<string, ControlTotals> };
export const noTotals = (): Totals => ({ whole: { count: 0, total: 0n }, of: new Map() });
const plus = ({ count, total }: ControlTotals, rupiah: number): ControlTotals => ({
  count: count + 1,
  total: total + BigInt(rupiah),
});
const groupsOf = ({ district, category }: Pick<CityEntry, 'district' | 'category'>) => [district, category];
const amounts = {
  month: ({ turnoverRupiah }: Pick<CityEntry, 'turnoverRupiah'>) => turnoverRupiah,
  year: ({ rollingRupiah }: Pick<CityEntry, 'rollingRupiah'>) => rollingRupiah,
};
type Counted = Pick<CityEntry, 'district' | 'category' | 'turnoverRupiah' | 'rollingRupiah'>;

export const addToTotals = (totals: Totals, span: Span, entry: Counted): void => {
  const rupiah = amounts[span](entry);
  totals.whole = plus(totals.whole, rupiah);
  for (const group of groupsOf(entry))
    totals.of.set(group, plus(totals.of.get(group) ?? { count: 0, total: 0n }, rupiah));
};

export type Streamed<C> = {
  readonly whole: C;
  readonly districts: (C & Named)[];
  readonly categories: (C & Named)[];
  readonly between: { districts: ReturnType<typeof betweenOf>; categories: ReturnType<typeof betweenOf> };
  /** In pieces as they filled: joined only by whoever writes it, so that a million merchants are not held twice. */
  readonly file: { pieces: readonly Uint8Array[]; sha256: string; merchants: number };
  readonly control: ControlTotals;
  /** Platform turnover of those who reported (indicator 15). */
  readonly platformOfReporters: bigint;
  /** The shops behind the prices paid (indicator 14). */
  readonly paidShops: PaidShops;
};

export const amountOf = (span: Span, entry: CityEntry): number => amounts[span](entry);

/**
 * One ascending pass over a span's list: feeds every cell and the city's file. Nothing grows but the file's bytes. The
 * close streams the index into it; a verification streams the inputs that were kept.
 */
const spanPass = <C>(
  { cityCode, month, districts, categories }: CityMonth,
  span: Span,
  counter: (control: ControlTotals) => Counter<C>,
  control: Totals,
) => {
  const whole = counter(control.whole);
  const groups = new Map([...control.of].map(([group, totals]) => [group, counter(totals)]));
  const pieces: Uint8Array[] = [];
  const hash = createHash('sha256');
  const file = cityFileWriter({ cityCode, month, ...control.whole }, (piece) => {
    pieces.push(piece);
    hash.update(piece);
  });
  let platformOfReporters = 0n;
  const paidShops = paidShopsCounter();
  const add = (entry: CityEntry): void => {
    whole.add(entry);
    file.add(amounts[span](entry));
    if (entry.paid) paidShops.add(entry.paid);
    if (entry.reportedRupiah !== null) platformOfReporters += BigInt(entry.turnoverRupiah);
    for (const group of groupsOf(entry)) groups.get(group)?.add(entry);
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
    const [byDistrict, byCategory] = [named(districts), named(categories)];
    return {
      whole: cell,
      districts: byDistrict.cells,
      categories: byCategory.cells,
      between: { districts: byDistrict.between, categories: byCategory.between },
      file: { pieces, sha256: hash.digest('hex'), merchants: control.whole.count },
      control: control.whole,
      platformOfReporters,
      paidShops: paidShops.end(),
    };
  };
  return { add, end };
};

export const monthPass = (of: CityMonth, control: Totals) => spanPass<Cell>(of, 'month', monthCounter, control);
export const yearPass = (of: CityMonth, control: Totals) => spanPass<YearCell>(of, 'year', yearCounter, control);
