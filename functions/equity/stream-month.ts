import { categories } from '../../shared/domain/category-labels.ts';
import type { City } from '../../shared/domain/city.ts';
import { EquityError } from '../../shared/domain/equity/equity-error.ts';
import type { Cell, YearCell } from '../../shared/domain/snapshot.ts';
import {
  addToTotals,
  type CityEntry,
  type CityMonth,
  monthPass,
  noTotals,
  type Streamed,
  type Totals,
  yearPass,
} from '../../shared/domain/snapshot-city.ts';
import { getStandings, type StandingSpan, streamStandings } from '../../shared/table/standings.ts';
import type { World } from '../world.ts';
import { registerOf } from './register-of.ts';

/** Both spans' control totals, by consistent reads from the register's side: never from the list they control. */
const controlTotals = async (world: World, cityCode: string, month: string): Promise<Record<StandingSpan, Totals>> => {
  const totals = { month: noTotals(), year: noTotals() };
  for await (const merchantIds of registerOf(world, cityCode))
    for (const standing of merchantIds.length === 0 ? [] : await getStandings(world.table, merchantIds, month)) {
      if (!standing) continue;
      addToTotals(totals.month, 'month', standing);
      addToTotals(totals.year, 'year', standing);
    }
  return totals;
};

const nobody = () => ({ add: () => {} });

type Pass<C> = { add: (entry: CityEntry) => void; end: () => Streamed<C> };

/** Streams a span's list into its pass, and past whoever else wants to see it. */
const streamOnce = async <C>(
  world: World,
  { cityCode, shards }: City,
  month: string,
  span: StandingSpan,
  pass: Pass<C>,
  seen: (entry: CityEntry) => void = () => {},
): Promise<Streamed<C>> => {
  for await (const item of streamStandings(world.table, { cityCode, month, shards }, { span })) {
    const entry = item as unknown as CityEntry;
    pass.add(entry);
    seen(entry);
  }
  return pass.end();
};

const ATTEMPTS = 5;

/** The cells of a city's month, named as they are named today. */
export const cityMonthOf = ({ cityCode, districts }: City, month: string): CityMonth => ({
  cityCode,
  month,
  districts,
  categories: Object.entries(categories).map(([code, name]) => ({ code, name })),
});

/**
 * Streams both spans until they agree with the register; a list that lags catches up within moments. Whoever sees the
 * entries is made anew for every attempt, because a discarded one has seen wrong ones.
 */
export const streamMonth = async <W extends { add: (entry: CityEntry) => void }>(
  world: World,
  city: City,
  month: string,
  watcher: () => W = nobody as unknown as () => W,
): Promise<{ month: Streamed<Cell>; year: Streamed<YearCell>; seen: W }> => {
  const of = cityMonthOf(city, month);
  for (let attempt = 1; ; attempt++) {
    const control = await controlTotals(world, city.cityCode, month);
    const seen = watcher();
    try {
      return {
        month: await streamOnce(world, city, month, 'month', monthPass(of, control.month), seen.add),
        year: await streamOnce(world, city, month, 'year', yearPass(of, control.year)),
        seen,
      };
    } catch (error) {
      if (!(error instanceof EquityError) || attempt === ATTEMPTS) throw error;
      world.logger.warn('standing list differs from the register', { city: city.cityCode, month, attempt });
      await world.table.pause(attempt);
    }
  }
};
