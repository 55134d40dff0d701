import * as z from 'zod';
import { addMonths, later, type Month, monthOf } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { getCity } from '../../../shared/table/cities.ts';
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { type GapList, getGapList, saveGapList } from '../../../shared/table/ranking/gap-lists.ts';
import { presentLedger } from '../../reads/city-ledger.ts';
import { FEW_SHOPS, isLarge } from '../../reads/large-city.ts';
import { gapMonth } from '../../reads/prepared/names.ts';
import { s3Files } from '../../s3-files.ts';
import { type World, workingWorld } from '../../world.ts';
import { putLongGap } from './gap-files.ts';
import { gapOf } from './gap-of.ts';

/** Who has not sold for two months changes by the day, what stands in their way by the hour. */
const HOUR_MS = 60 * 60_000;
/** A list of months looks so far back. */
const MONTHS_BACK = 11;
const RERUNS = 4;

const Called = z.object({ detail: z.object({ cityCode: z.string(), what: z.string().optional() }) });
const InQueue = z.object({ Records: z.array(z.object({ body: z.string() })).length(1) });
/** By its queue on AWS, by the bus itself on one machine. */
const Asked = z.union([Called, InQueue.transform(({ Records: [call] }) => Called.parse(JSON.parse(call?.body ?? '')))]);

/** The version is read before the list is made: of two runs at once the one that read first writes nothing. */
const make = (world: World, city: City, month: Month): Promise<void> =>
  rerunOnStale(world.table, RERUNS, async () => {
    const { cityCode } = city;
    const before = await getGapList(world.table, { cityCode, month });
    const gap = await gapOf(world, city, month);
    const key = await putLongGap(world, cityCode, gap);
    const { madeAt } = gap.summary;
    await commit(world.table, [saveGapList({ cityCode, month, key, madeAt, version: (before?.version ?? 0) + 1 })]);
  });

const isFresh = (world: World, list: GapList | undefined): boolean =>
  list !== undefined && later(list.madeAt, HOUR_MS) > world.now();

/** A month somebody waits for, unless it was made meanwhile. */
const neverMade = async (world: World, { cityCode, month }: Pick<GapList, 'cityCode' | 'month'>): Promise<Month[]> =>
  (await getGapList(world.table, { cityCode, month })) ? [] : [month];

/**
 * Which months are due: the running and the last one when their lists are an hour old, and of those before, which nobody's
 * sales move any more, one that was never made. A city that has fewer shops by now goes on as it began.
 */
const monthsDue = async (world: World, { cityCode, zone, foundedAt }: City, many: boolean): Promise<Month[]> => {
  const listOf = (month: Month) => getGapList(world.table, { cityCode, month });
  const running = monthOf(world.now(), zone);
  const first = monthOf(foundedAt, zone);
  const months = Array.from({ length: MONTHS_BACK + 1 }, (_, back) => addMonths(running, -back)).filter(
    (month) => month >= first,
  );
  const recent = months.slice(0, 2);
  const lists = await Promise.all(recent.map(listOf));
  if (!many && lists.every((list) => !list)) return [];
  const due = recent.filter((_, at) => !isFresh(world, lists[at]));
  for (const month of months.slice(2)) if (!(await listOf(month))) return [...due, month];
  return due;
};

/**
 * Finds out who did not sell and why, in a city of so many shops that a page would have to wait for it. Called with every
 * ledger, which it reads, and by who opens a month that was never made.
 */
export const makeGaps =
  (world: () => World, few = FEW_SHOPS) =>
  async (event: unknown): Promise<{ made: number }> => {
    const here = world();
    const { cityCode, what } = Asked.parse(event).detail;
    const month = what === undefined ? undefined : gapMonth(what);
    // Somebody waits for something else.
    if (what !== undefined && month === undefined) return { made: 0 };
    const city = await getCity(here.table, cityCode);
    if (!city) return { made: 0 };
    const { ledger } = await presentLedger(here, city);
    const due = await (month === undefined
      ? monthsDue(here, city, isLarge(ledger, few))
      : neverMade(here, { cityCode, month }));
    for (const month of due) await make(here, city, month);
    return { made: due.length };
  };

export const handler = makeGaps(workingWorld({ files: s3Files }));
