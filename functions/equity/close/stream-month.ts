import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { EquityError } from '../../../shared/domain/equity/measures/equity-error.ts';
import { type CityPass, cityPass, type PassedCity } from '../../../shared/domain/equity/snapshot/city-pass.ts';
import { type Totals, totalsCounter } from '../../../shared/domain/equity/snapshot/city-totals.ts';
import { type CityEntry, type MonthEntry, readFields } from '../../../shared/domain/equity/snapshot/entry.ts';
import type { Span } from '../../../shared/domain/equity/snapshot/part.ts';
import type { CityMonth } from '../../../shared/domain/equity/snapshot/span-pass.ts';
import { activityBefore } from '../../../shared/domain/equity/standing/activity-before.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { rerunOn } from '../../../shared/table/engine/retries.ts';
import { countedStandings, streamStandings } from '../../../shared/table/equity/standings.ts';
import { inParallel } from '../../reads/in-parallel.ts';
import { registerOf } from '../../reads/register.ts';
import type { World } from '../../world.ts';

/** Batches of a hundred standings read at the same time: they wait for the wire, not for each other. */
const BATCHES_AT_ONCE = 8;

/** Both spans' control totals, by consistent reads from the register's side: never from the list they control. */
const controlTotals = async (world: World, cityCode: string, month: string): Promise<Record<Span, Totals>> => {
  const [ofMonth, ofYear] = [totalsCounter('month'), totalsCounter('year')];
  await inParallel(registerOf(world, cityCode), BATCHES_AT_ONCE, async (merchantIds) => {
    for (const standing of await countedStandings(world.table, merchantIds, month)) {
      ofMonth.add(standing);
      ofYear.add(standing);
    }
  });
  return { month: ofMonth.totals(), year: ofYear.totals() };
};

/** The cells of a city's month, named as they are named today. */
export const cityMonthOf = ({ cityCode, districts }: City, month: string): CityMonth => ({
  cityCode,
  month,
  districts,
  categories: Object.entries(categories).map(([code, name]) => ({ code, name })),
});

type File = ReturnType<CityPass[Span]['file']>;
/** Sees every entry of the twelve months in order, and stores each span's file as soon as its list has ended. */
export type SpanFiles = {
  readonly add: (entry: CityEntry) => void;
  readonly store: (span: Span, file: File) => Promise<void>;
};
const nowhere: SpanFiles = { add: () => {}, store: async () => {} };

const streamOnce = async (
  world: World,
  { cityCode, shards }: City,
  month: string,
  pass: CityPass,
  stored: SpanFiles,
) => {
  const entriesOf = (span: Span) =>
    streamStandings(world.table, { cityCode, month, shards }, { span, only: readFields[span] });
  // Unparsed, because they are a million.
  for await (const item of entriesOf('month')) pass.month.add(item as unknown as MonthEntry);
  await stored.store('month', pass.month.file());
  for await (const item of entriesOf('year')) {
    item['earlier'] = activityBefore({ month, past: item['past'] as string | undefined });
    const entry = item as unknown as CityEntry;
    pass.year.add(entry);
    stored.add(entry);
  }
  const file = pass.year.file();
  const passed = pass.end();
  await stored.store('year', file);
  return passed;
};

const ATTEMPTS = 5;
/**
 * Streams both spans until they agree with the register; a list that lags catches up within moments. Pass and files are
 * made again for every attempt, because discarded ones have seen wrong entries.
 */
export const streamMonth = async <K extends SpanFiles>(
  world: World,
  city: City,
  month: string,
  filesOf: () => K = () => nowhere as K,
): Promise<PassedCity & { stored: K }> => {
  const of = cityMonthOf(city, month);
  const differs = (error: unknown) => error instanceof EquityError;
  return rerunOn(world.table, ATTEMPTS, differs, async (attempt) => {
    if (attempt > 1)
      world.logger.warn('standing list differs from the register', { city: city.cityCode, month, attempt });
    const control = await controlTotals(world, city.cityCode, month);
    const stored = filesOf();
    return { ...(await streamOnce(world, city, month, cityPass(of, control), stored)), stored };
  });
};
