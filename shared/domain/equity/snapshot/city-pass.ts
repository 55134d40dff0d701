import { createHash } from 'node:crypto';
import { type Contributors, contributorsCounter } from '../disclosure/contributors.ts';
import { type Crossed, crossingCounter } from '../disclosure/crossing.ts';
import type { ReportContributors } from '../disclosure/small-reports.ts';
import { cityFileWriter } from '../files/city-file.ts';
import { type ControlTotals, runningTotal } from '../measures/amount.ts';
import type { Cell } from './cell.ts';
import { cellCounter } from './cell-counter.ts';
import type { CityEntry, MonthEntry } from './entry.ts';
import { type Part, partOf, type Span, type StandingEntry } from './part.ts';
import { betweenOf } from './spread.ts';

type Grouped = Pick<CityEntry, 'district' | 'category'>;
type Named = { readonly code: string; readonly name: string };
/** Whose month it is, with the names its cells carry. */
export type CityMonth = {
  readonly cityCode: string;
  readonly month: string;
  readonly districts: readonly Named[];
  readonly categories: readonly Named[];
};

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

/** What a city's sorted file is known by. */
export type SortedFile = { readonly sha256: string; readonly merchants: number };
type FileBytes = SortedFile & { readonly bytes: Uint8Array };
export type Passed = {
  readonly total: Cell;
  readonly districts: (Cell & Named)[];
  readonly categories: (Cell & Named)[];
  readonly between: { districts: ReturnType<typeof betweenOf>; categories: ReturnType<typeof betweenOf> };
  readonly file: SortedFile;
  readonly control: ControlTotals;
  readonly crossing: readonly Crossed[];
};

/** One span of a city: every cell and the sorted file. Nothing grows but the file's bytes. */
const spanPass = ({ cityCode, month, districts, categories }: CityMonth, control: Totals) => {
  const total = cellCounter(control.total);
  const groups = new Map([...control.of].map(([group, totals]) => [group, cellCounter(totals)]));
  const crossing = crossingCounter();
  const chunks: Uint8Array[] = [];
  const writer = cityFileWriter({ cityCode, month, ...control.total }, (chunk) => chunks.push(chunk));
  let file: SortedFile | undefined;
  const named = (codes: readonly Named[]) => {
    const ended = codes.flatMap(({ code, name }) => {
      const group = groups.get(code);
      return group ? [{ code, name, ...group.end() }] : [];
    });
    return {
      cells: ended.map(({ code, name, cell }) => ({ code, name, ...cell })),
      between: betweenOf(ended.map(({ code, measures }) => ({ name: code, measures }))),
    };
  };
  return {
    amount: ({ district, category }: Grouped, rupiah: number): void => {
      total.amount(rupiah);
      writer.add(rupiah);
      crossing.add(district, category, rupiah);
      groups.get(district)?.amount(rupiah);
      groups.get(category)?.amount(rupiah);
    },
    part: ({ district, category }: Grouped, part: Part): void => {
      total.part(part);
      groups.get(district)?.part(part);
      groups.get(category)?.part(part);
    },
    /** The sorted file, once, when its list has ended. @throws EquityError ControlTotalsDiffer */
    file: (): FileBytes => {
      writer.end();
      const bytes = Buffer.concat(chunks.splice(0));
      file = { sha256: createHash('sha256').update(bytes).digest('hex'), merchants: control.total.count };
      return { ...file, bytes };
    },
    end: (): Passed => {
      if (!file) throw new Error('the list has not ended');
      const { cell } = total.end();
      // A district that was struck off the list since keeps its cell: without it the others would tell it.
      const listed = new Set([...districts, ...categories].map(({ code }) => code));
      const struck = [...groups.keys()].filter((code) => !listed.has(code)).sort();
      const [byDistrict, byCategory] = [
        named([...districts, ...struck.map((code) => ({ code, name: code }))]),
        named(categories),
      ];
      return {
        total: cell,
        districts: byDistrict.cells,
        categories: byCategory.cells,
        between: { districts: byDistrict.between, categories: byCategory.between },
        file,
        control: control.total,
        crossing: crossing.end(),
      };
    },
  };
};

/** The shops behind the sums that are not over all of them: prices paid (indicator 14) and reports (15). */
export type MonthContributors = ReportContributors & { readonly pricesPaid: Contributors };
export const monthContributorsCounter = () => {
  const [pricesPaid, reported, reporting, silent] = [
    contributorsCounter(),
    contributorsCounter(),
    contributorsCounter(),
    contributorsCounter(),
  ];
  return {
    add: (entry: StandingEntry): void => {
      if (entry.pricesPaid) pricesPaid.add(entry.pricesPaid.comparedRupiah);
      (entry.reportedRupiah === null ? silent : reporting).add(entry.turnoverRupiah);
      reported.add(entry.reportedRupiah ?? 0);
    },
    end: (): MonthContributors => ({
      pricesPaid: pricesPaid.end(),
      reported: reported.end(),
      reporting: reporting.end(),
      silent: silent.end(),
    }),
  };
};

export type PassedCity = { readonly month: Passed; readonly year: Passed; readonly contributors: MonthContributors };
/**
 * Two ascending passes over a city: the month's list, then that of the twelve months. All that is counted beside the
 * order of turnover, of both spans, comes from the second: reports may come while a city is closed, and a list may lag,
 * but what is counted and what is kept of the input are one look. The close streams the index into it; a verification
 * streams the inputs that were kept.
 */
export const cityPass = (of: CityMonth, control: Readonly<Record<Span, Totals>>) => {
  const [month, year] = [spanPass(of, control.month), spanPass(of, control.year)];
  const contributors = monthContributorsCounter();
  return {
    month: { add: (entry: MonthEntry): void => month.amount(entry, entry.turnoverRupiah), file: month.file },
    year: {
      add: (entry: CityEntry): void => {
        year.amount(entry, entry.rollingRupiah);
        year.part(entry, partOf.year(entry));
        if (!isIn('month', entry)) return;
        month.part(entry, partOf.month(entry));
        contributors.add(entry);
      },
      file: year.file,
    },
    /** @throws EquityError ControlTotalsDiffer when a stream was not the register: discard both and stream again. */
    end: (): PassedCity => ({ month: month.end(), year: year.end(), contributors: contributors.end() }),
  };
};
export type CityPass = ReturnType<typeof cityPass>;
