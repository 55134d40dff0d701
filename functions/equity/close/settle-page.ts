import { addMonths, type Month, monthEnd, monthOf } from '../../../shared/domain/basics/month.ts';
import { monthsInYear } from '../../../shared/domain/equity/standing/carried.ts';
import {
  carriedOver,
  carriesRight,
  type MonthVersion,
  monthsKeptIn,
} from '../../../shared/domain/equity/standing/carry-over.ts';
import type {
  CarryingMonth,
  EarlierMonth,
  LastMonth,
  PastMonth,
} from '../../../shared/domain/equity/standing/earlier-month.ts';
import { openGone, openStanding } from '../../../shared/domain/equity/standing/open-standing.ts';
import type { Standing } from '../../../shared/domain/equity/standing/standing.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { leftBy, wasActive } from '../../../shared/domain/register/merchant-moves.ts';
import { readTogether } from '../../../shared/table/engine/reads.ts';
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import {
  carryingMonths,
  openStandingOnce,
  openStandings,
  saveStanding,
  standingOf,
  standingsBefore,
} from '../../../shared/table/equity/standings.ts';
import { type RegisteredShop, registeredShops } from '../../../shared/table/register/merchants.ts';
import { inParallel } from '../../reads/in-parallel.ts';
import { isLate, laterMonths } from '../../reads/months/late-month.ts';
import type { World } from '../../world.ts';

/** Merchants of a page that are written one by one, together. */
const WRITES_AT_ONCE = 10;

const ATTEMPTS = 5;
/** Sets right what an open month carries over, after a fresh look at it; answers what it is now. */
const setRight = (world: World, city: City, merchantId: string, month: Month): Promise<Standing> =>
  rerunOnStale(world.table, ATTEMPTS, async () => {
    const reads = { standing: standingOf(merchantId, month), before: standingOf(merchantId, addMonths(month, -1)) };
    // The version of the month before is read first: a change of an older month that comes meanwhile moves it.
    const { standing, before } = await readTogether(world.table, reads);
    if (!standing) throw new Error(`the month ${month} of ${merchantId} was open and is gone`);
    const right = carriedOver(standing, await standingsBefore(world.table, merchantId, month), before?.version);
    if (!right) return standing;
    await commit(world.table, [saveStanding(right, city.shards), ...(await laterMonths(world, city, right))]);
    return right;
  });

type Known = {
  readonly merchant: RegisteredShop | undefined;
  /** The month itself, when it is open. */
  readonly open: CarryingMonth | undefined;
  readonly months: readonly EarlierMonth[];
  /** The version of the month before, read before `months`; null when it was written since, undefined when it has none. */
  readonly from: number | null | undefined;
};

/** A month for anyone who was in the register in it; for anyone who left within the twelve months, its place in those. */
const opening = (
  merchant: RegisteredShop,
  month: Month,
  city: City,
  { months, from }: Pick<Known, 'months' | 'from'>,
): Standing | undefined => {
  const carried = typeof from === 'number' ? { carriedFrom: from } : {};
  if (wasActive(merchant, month, city.zone)) {
    const left = leftBy(merchant, monthEnd(month, city.zone));
    return { ...openStanding(merchant, month, months), ...carried, left };
  }
  return monthsInYear(month, months).length > 0 ? { ...openGone(merchant, month, months), ...carried } : undefined;
};

/**
 * Opens a month for those who lack it, and answers who had one after all. In time many go in one call, because each month
 * stands for itself; later ones ask, in the same write, for a look at the months after them.
 */
const openLacking = async (
  world: World,
  city: City,
  month: Month,
  lacking: readonly Standing[],
): Promise<Standing[]> => {
  if (!isLate(world, city, month)) return openStandings(world.table, lacking, city.shards);
  const existing: Standing[] = [];
  await inParallel(lacking, WRITES_AT_ONCE, async (standing) => {
    const writes = [openStandingOnce(standing, city.shards), ...(await laterMonths(world, city, standing))];
    if (await commit(world.table, writes)) existing.push(standing);
  });
  return existing;
};

/** Opens the month of whoever it belongs to, and sets right what open ones carry over; answers what they now are. */
const settle = async (
  world: World,
  city: City,
  month: Month,
  merchants: ReadonlyMap<string, Known>,
): Promise<ReadonlyMap<string, CarryingMonth>> => {
  const settled = new Map<string, CarryingMonth>();
  const lacking: Standing[] = [];
  const wrong: string[] = [];
  for (const [merchantId, known] of merchants) {
    const { open } = known;
    const opened = !open && known.merchant && opening(known.merchant, month, city, known);
    if (opened) lacking.push(opened);
    if (!open) continue;
    if (open.carriedFrom === known.from && carriesRight(open, known.months)) settled.set(merchantId, open);
    else wrong.push(merchantId);
  }
  const existing = new Set(await openLacking(world, city, month, lacking));
  for (const opened of lacking) {
    // Whoever opened it in between may have known less.
    if (existing.has(opened)) wrong.push(opened.merchantId);
    else settled.set(opened.merchantId, opened);
  }
  await inParallel(wrong, WRITES_AT_ONCE, async (merchantId) => {
    settled.set(merchantId, await setRight(world, city, merchantId, month));
  });
  return settled;
};

/**
 * Opens the month after one that carries right, for those who lack it, from that one alone. Answers of whom it could not be
 * said: their month keeps nothing yet, or they are not to be found.
 */
export const openFromLast = async (
  world: World,
  city: City,
  month: Month,
  last: ReadonlyMap<string, LastMonth>,
): Promise<string[]> => {
  const merchantIds = [...last.keys()];
  const shops = await registeredShops(world.table, merchantIds);
  const lacking: Standing[] = [];
  const unsaid: string[] = [];
  for (const [at, [merchantId, before]] of [...last].entries()) {
    const [merchant, months] = [shops[at], monthsKeptIn(before)];
    const opened = merchant && months && opening(merchant, month, city, { months, from: before.version });
    if (opened) lacking.push(opened);
    else if (!merchant || !months) unsaid.push(merchantId);
  }
  const existing = await openLacking(world, city, month, lacking);
  // Whoever opened it in between may have known less.
  await inParallel(existing, WRITES_AT_ONCE, async ({ merchantId }) => {
    await setRight(world, city, merchantId, month);
  });
  return unsaid;
};

/** The month before, the month and the next one of a merchant, as far as versions tell. */
export type Versions = readonly [MonthVersion | undefined, MonthVersion | undefined, MonthVersion | undefined];

/** Looks back at twelve months of those merchants of a page of whom versions do not say that all is well. */
export const settlePage = async (world: World, city: City, month: Month, unsettled: ReadonlyMap<string, Versions>) => {
  const pair = [month, addMonths(month, 1)] as const;
  const merchantIds = [...unsettled.keys()];
  const since = monthOf(city.foundedAt, city.zone);
  const { carrying, past } = await carryingMonths(world.table, merchantIds, { first: pair[0], last: pair[1], since });
  const months = Map.groupBy<string, PastMonth>([...past, ...carrying], ({ merchantId }) => merchantId);
  const open = new Map(carrying.map((one) => [`${one.merchantId} ${one.month}`, one]));
  const lacks = (merchantId: string) => pair.some((one) => !open.has(`${merchantId} ${one}`));
  const lacking = merchantIds.filter(lacks);
  const read = lacking.length === 0 ? [] : await registeredShops(world.table, lacking);
  const merchants = new Map(read.map((merchant) => [merchant?.merchantId, merchant]));
  const own = (merchantId: string, month: Month) => ({
    merchant: merchants.get(merchantId),
    open: open.get(`${merchantId} ${month}`),
    months: months.get(merchantId) ?? [],
  });
  const first = new Map(
    [...unsettled].map(([merchantId, [before]]) => [
      merchantId,
      { ...own(merchantId, pair[0]), from: before?.version },
    ]),
  );
  const settled = await settle(world, city, pair[0], first);
  const second = new Map(
    [...unsettled].map(([merchantId, [, here]]): [string, Known] => {
      const known = own(merchantId, pair[1]);
      const now = settled.get(merchantId);
      // The second month carries over what the first has become.
      const others = known.months.filter((one) => one.month !== pair[0]);
      const wrote = now !== undefined && now !== first.get(merchantId)?.open;
      const from = wrote ? null : now && here?.version;
      return [merchantId, { ...known, months: now ? [...others, now] : others, from }];
    }),
  );
  await settle(world, city, pair[1], second);
};
