import { categories } from '../../shared/domain/category-labels.ts';
import type { City } from '../../shared/domain/city.ts';
import { EquityError } from '../../shared/domain/equity/equity-error.ts';
import type { YearCell } from '../../shared/domain/snapshot.ts';
import {
  type CityEntry,
  type CityMonth,
  heldBy,
  monthPass,
  type Passed,
  type PassedMonth,
  type Span,
  type Streamed,
  type Totals,
  totalsCounter,
  yearPass,
} from '../../shared/domain/snapshot-city.ts';
import { countedStandings, streamStandings } from '../../shared/table/standings.ts';
import type { World } from '../world.ts';
import { inParallel } from './in-parallel.ts';
import { registerOf } from './register-of.ts';

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

/** Streams a span's list into its pass, and past whoever else wants to see it. */
const streamOnce = async <R>(
  world: World,
  { cityCode, shards }: City,
  month: string,
  span: Span,
  pass: { add: (entry: CityEntry) => void; end: () => R },
  seen?: (entry: CityEntry) => void,
): Promise<R> => {
  const list = { cityCode, month, shards };
  for await (const item of streamStandings(world.table, list, { span, only: heldBy[span] })) {
    // Unparsed, because they are a million; of the year's list it is the part that the year's pass reads.
    const entry = item as unknown as CityEntry;
    pass.add(entry);
    seen?.(entry);
  }
  return pass.end();
};

/** The cells of a city's month, named as they are named today. */
export const cityMonthOf = ({ cityCode, districts }: City, month: string): CityMonth => ({
  cityCode,
  month,
  districts,
  categories: Object.entries(categories).map(([code, name]) => ({ code, name })),
});

type File = Streamed<unknown>['file'];
/** Sees every entry of the month in order, and keeps each span's file as soon as it agrees with the register. */
export type Keeper = {
  readonly add: (entry: CityEntry) => void;
  readonly keep: (span: Span, file: File) => Promise<void>;
};
const nobody: Keeper = { add: () => {}, keep: async () => {} };

/** Hands a pass's file over and forgets its bytes, before the next span makes its own. */
const kept = async <S extends { file: File }>(span: Span, streamed: S, { keep }: Keeper) => {
  const { sha256, merchants } = streamed.file;
  await keep(span, streamed.file);
  return { ...streamed, file: { sha256, merchants } };
};

const ATTEMPTS = 5;
/**
 * Streams both spans until they agree with the register; a list that lags catches up within moments. The keeper is made
 * anew for every attempt, because a discarded one has seen wrong entries.
 */
export const streamMonth = async <K extends Keeper>(
  world: World,
  city: City,
  month: string,
  keeperOf: () => K = () => nobody as K,
): Promise<{ month: PassedMonth; year: Passed<YearCell>; keeper: K }> => {
  const of = cityMonthOf(city, month);
  for (let attempt = 1; ; attempt++) {
    const control = await controlTotals(world, city.cityCode, month);
    const keeper = keeperOf();
    const streamed = {
      month: () => streamOnce(world, city, month, 'month', monthPass(of, control.month), keeper.add),
      year: () => streamOnce(world, city, month, 'year', yearPass(of, control.year)),
    };
    try {
      return {
        month: await kept('month', await streamed.month(), keeper),
        year: await kept('year', await streamed.year(), keeper),
        keeper,
      };
    } catch (error) {
      if (!(error instanceof EquityError) || attempt === ATTEMPTS) throw error;
      world.logger.warn('standing list differs from the register', { city: city.cityCode, month, attempt });
      await world.table.pause(attempt);
    }
  }
};
