import { createHash } from 'node:crypto';
import { categories } from '../../shared/domain/category.ts';
import type { City } from '../../shared/domain/city.ts';
import type { ControlTotals } from '../../shared/domain/equity/amount.ts';
import { cityFileWriter } from '../../shared/domain/equity/city-file.ts';
import { EquityError } from '../../shared/domain/equity/equity-error.ts';
import { addMonths } from '../../shared/domain/month.ts';
import { DEFINITION, headline, type NamedCell, type Phase, type Snapshot } from '../../shared/domain/snapshot.ts';
import { cellCounter, type StandingEntry } from '../../shared/domain/snapshot-cell.ts';
import { getCity } from '../../shared/table/cities.ts';
import { streamStandings } from '../../shared/table/standings.ts';
import type { Files } from '../files.ts';
import type { World } from '../world.ts';
import { openMonth, registerOf, standingsOf } from './open-month.ts';
import { writeRevision } from './write-revision.ts';

export type Close = { readonly month: string; readonly phase: Phase; readonly takenAt: string };

type Groups = { readonly whole: ControlTotals; readonly of: ReadonlyMap<string, ControlTotals> };
const groupsOf = (standing: { district: string; category: string }) => [standing.district, standing.category];

/** Control totals by consistent reads of the register: the whole, and each district and category. */
const controlTotals = async (world: World, cityCode: string, month: string): Promise<Groups> => {
  const zero = (): ControlTotals => ({ count: 0, total: 0n });
  const plus = ({ count, total }: ControlTotals, rupiah: number): ControlTotals => ({
    count: count + 1,
    total: total + BigInt(rupiah),
  });
  let whole = zero();
  const of = new Map<string, ControlTotals>();
  for await (const merchantIds of registerOf(world, cityCode)) {
    for (const standing of await standingsOf(world, merchantIds, month)) {
      if (!standing) continue;
      whole = plus(whole, standing.turnoverRupiah);
      for (const group of groupsOf(standing)) of.set(group, plus(of.get(group) ?? zero(), standing.turnoverRupiah));
    }
  }
  return { whole, of };
};

/** One ascending pass over the standing list feeds every cell and the city's file. */
const streamOnce = async (world: World, city: City, month: string, control: Groups) => {
  const whole = cellCounter(control.whole);
  const cells = new Map([...control.of].map(([group, totals]) => [group, cellCounter(totals)]));
  const chunks: Uint8Array[] = [];
  const file = cityFileWriter({ cityCode: city.cityCode, month, ...control.whole }, (chunk) =>
    chunks.push(chunk.slice()),
  );
  for await (const item of streamStandings(world.table, { cityCode: city.cityCode, month, shards: city.shards })) {
    const entry = item as unknown as StandingEntry & { district: string; category: string };
    whole.add(entry);
    file.add(entry.turnoverRupiah);
    for (const group of groupsOf(entry)) cells.get(group)?.add(entry);
  }
  const named = (group: string, name: string): NamedCell[] => {
    const cell = cells.get(group)?.cell();
    return cell ? [{ code: group, name, ...cell }] : [];
  };
  return {
    whole: whole.cell(),
    districts: city.districts.flatMap(({ code, name }) => named(code, name)),
    categories: Object.entries(categories).flatMap(([code, name]) => named(code, name)),
    file: { ...file.end(), bytes: Buffer.concat(chunks) },
  };
};

const ATTEMPTS = 5;

/** Streams until the list agrees with the register; an index that lags catches up within moments. */
const streamAgreed = async (world: World, city: City, month: string) => {
  for (let attempt = 1; ; attempt++) {
    const control = await controlTotals(world, city.cityCode, month);
    try {
      return { control: control.whole, ...(await streamOnce(world, city, month, control)) };
    } catch (error) {
      if (!(error instanceof EquityError) || attempt === ATTEMPTS) throw error;
      world.logger.warn('standing list differs from the register', { city: city.cityCode, month, attempt });
      await world.table.pause(attempt);
    }
  }
};

/**
 * Closes a city's month: opens the next one for every active merchant, streams the standings, writes the city's sorted
 * file and the snapshot. Run again, it finds its own result and writes nothing.
 */
export const closeCity = async (
  world: World,
  files: Files,
  cityCode: string,
  { month, phase, takenAt }: Close,
): Promise<Snapshot> => {
  const city = await getCity(world.table, cityCode);
  if (!city) throw new Error(`city ${cityCode} is not on the market`);
  await openMonth(world, city, month);
  await openMonth(world, city, addMonths(month, 1));
  const { whole, districts, categories: named, control, file } = await streamAgreed(world, city, month);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const key = `snapshots/${cityCode}/${month}/${sha256}.prcf`;
  await files.put(key, file.bytes);
  return writeRevision(world, {
    place: cityCode,
    placeName: city.name,
    month,
    phase,
    definition: DEFINITION,
    sentence: headline(whole, month),
    whole,
    districts,
    categories: named,
    cities: [],
    missing: [],
    file: { key, sha256, merchants: control.count },
    control: { merchants: control.count, turnoverRupiah: control.total.toString() },
    takenAt,
  });
};
