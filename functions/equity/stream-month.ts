import { createHash } from 'node:crypto';
import { categories } from '../../shared/domain/category-labels.ts';
import type { City } from '../../shared/domain/city.ts';
import type { ControlTotals } from '../../shared/domain/equity/amount.ts';
import { cityFileWriter } from '../../shared/domain/equity/city-file.ts';
import { EquityError } from '../../shared/domain/equity/equity-error.ts';
import type { Measures } from '../../shared/domain/equity/measures.ts';
import type { Cell, YearCell } from '../../shared/domain/snapshot.ts';
import {
  betweenOf,
  type Counter,
  monthCounter,
  type StandingEntry,
  yearCounter,
} from '../../shared/domain/snapshot-cell.ts';
import type { Standing } from '../../shared/domain/standing.ts';
import { getStandings, type StandingSpan, streamStandings } from '../../shared/table/standings.ts';
import type { World } from '../world.ts';
import { registerOf } from './open-month.ts';

/** Control totals of a place and of each district and category in it. */
type Totals = { whole: ControlTotals; of: Map<string, ControlTotals> };
const groupsOf = (standing: { district: string; category: string }) => [standing.district, standing.category];

const noTotals = (): Totals => ({ whole: { count: 0, total: 0n }, of: new Map() });
const plus = ({ count, total }: ControlTotals, rupiah: number): ControlTotals => ({
  count: count + 1,
  total: total + BigInt(rupiah),
});
const addTo = (totals: Totals, standing: Standing, rupiah: number): void => {
  totals.whole = plus(totals.whole, rupiah);
  for (const group of groupsOf(standing))
    totals.of.set(group, plus(totals.of.get(group) ?? { count: 0, total: 0n }, rupiah));
};

/** Both spans' control totals, by consistent reads from the register's side: never from the list they control. */
const controlTotals = async (world: World, cityCode: string, month: string): Promise<Record<StandingSpan, Totals>> => {
  const totals = { month: noTotals(), year: noTotals() };
  for await (const merchantIds of registerOf(world, cityCode))
    for (const standing of merchantIds.length === 0 ? [] : await getStandings(world.table, merchantIds, month)) {
      if (!standing) continue;
      addTo(totals.month, standing, standing.turnoverRupiah);
      addTo(totals.year, standing, standing.rollingRupiah);
    }
  return totals;
};

export type Streamed<C> = {
  readonly whole: C;
  readonly districts: (C & { code: string; name: string })[];
  readonly categories: (C & { code: string; name: string })[];
  readonly between: { districts: ReturnType<typeof betweenOf>; categories: ReturnType<typeof betweenOf> };
  readonly file: { bytes: Uint8Array; sha256: string; merchants: number };
  readonly control: ControlTotals;
};

type Span<C> = {
  name: StandingSpan;
  counter: (control: ControlTotals) => Counter<C>;
  amount: (entry: StandingEntry) => number;
};
const spans = {
  month: { name: 'month', counter: monthCounter, amount: ({ turnoverRupiah }) => turnoverRupiah } satisfies Span<Cell>,
  year: { name: 'year', counter: yearCounter, amount: ({ rollingRupiah }) => rollingRupiah } satisfies Span<YearCell>,
};

/** One ascending pass over a span's list feeds every cell and the city's file. Nothing grows but the file's bytes. */
const streamOnce = async <C>(
  world: World,
  city: City,
  month: string,
  span: Span<C>,
  control: Totals,
): Promise<Streamed<C>> => {
  const whole = span.counter(control.whole);
  const groups = new Map([...control.of].map(([group, totals]) => [group, span.counter(totals)]));
  const chunks: Uint8Array[] = [];
  const file = cityFileWriter({ cityCode: city.cityCode, month, ...control.whole }, (chunk) =>
    chunks.push(chunk.slice()),
  );
  const { cityCode, shards } = city;
  for await (const item of streamStandings(world.table, { cityCode, month, shards }, { span: span.name })) {
    const entry = item as unknown as StandingEntry & { district: string; category: string };
    whole.add(entry);
    file.add(span.amount(entry));
    for (const group of groupsOf(entry)) groups.get(group)?.add(entry);
  }
  const named = (codes: readonly { code: string; name: string }[]) => {
    const ended = codes.flatMap(({ code, name }) => {
      const counter = groups.get(code);
      return counter ? [{ code, name, ...counter.end() }] : [];
    });
    return {
      cells: ended.map(({ code, name, cell }) => ({ code, name, ...cell })),
      between: betweenOf(
        ended.map(({ code, measures }: { code: string; measures: Measures }) => ({ name: code, measures })),
      ),
    };
  };
  const { cell } = whole.end();
  file.end();
  const bytes = Buffer.concat(chunks);
  const districts = named(city.districts);
  const byCategory = named(Object.entries(categories).map(([code, name]) => ({ code, name })));
  return {
    whole: cell,
    districts: districts.cells,
    categories: byCategory.cells,
    between: { districts: districts.between, categories: byCategory.between },
    file: { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), merchants: control.whole.count },
    control: control.whole,
  };
};

const ATTEMPTS = 5;

/** Streams both spans until they agree with the register; a list that lags catches up within moments. */
export const streamMonth = async (
  world: World,
  city: City,
  month: string,
): Promise<{ month: Streamed<Cell>; year: Streamed<YearCell> }> => {
  for (let attempt = 1; ; attempt++) {
    const control = await controlTotals(world, city.cityCode, month);
    try {
      return {
        month: await streamOnce(world, city, month, spans.month, control.month),
        year: await streamOnce(world, city, month, spans.year, control.year),
      };
    } catch (error) {
      if (!(error instanceof EquityError) || attempt === ATTEMPTS) throw error;
      world.logger.warn('standing list differs from the register', { city: city.cityCode, month, attempt });
      await world.table.pause(attempt);
    }
  }
};
