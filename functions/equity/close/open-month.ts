import { addMonths, type Month, monthEnd, monthOf } from '../../../shared/domain/basics/month.ts';
import {
  carriedOver,
  carriesRight,
  type MonthVersion,
  stillCarries,
} from '../../../shared/domain/equity/standing/carry-over.ts';
import {
  type CarryingMonth,
  monthsInYear,
  openGone,
  openStanding,
  type Standing,
} from '../../../shared/domain/equity/standing/standing.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { leftBy, type Merchant, wasActive } from '../../../shared/domain/register/merchant.ts';
import { getCity } from '../../../shared/table/cities.ts';
import { readTogether } from '../../../shared/table/engine/reads.ts';
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import {
  carryingMonths,
  openStandingOnce,
  saveStanding,
  standingOf,
  standingsBefore,
  standingVersions,
} from '../../../shared/table/equity/standings.ts';
import { getMerchants } from '../../../shared/table/register/merchants.ts';
import { inParallel } from '../../reads/in-parallel.ts';
import { laterMonths } from '../../reads/late-month.ts';
import { type Range, registerOf } from '../../reads/register.ts';
import type { World } from '../../world.ts';

/** A city that is closed must be there. */
export const cityOf = async ({ table }: World, cityCode: string): Promise<City> => {
  const city = await getCity(table, cityCode);
  if (!city) throw new Error(`city ${cityCode} is not on the market`);
  return city;
};

/** Pages of a hundred merchants looked at together, and merchants of a page written together. */
const PAGES_AT_ONCE = 2;
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
  readonly merchant: Merchant | undefined;
  readonly months: readonly CarryingMonth[];
  /** The version of the month before, read before `months`; null when it was written since, undefined when it has none. */
  readonly from: number | null | undefined;
};

/** A month for whoever was in the register in it; for whoever left within the twelve months, its place in those. */
const opening = (merchant: Merchant, month: Month, city: City, { months, from }: Known): Standing | undefined => {
  const carried = typeof from === 'number' ? { carriedFrom: from } : {};
  if (wasActive(merchant, month, city.zone)) {
    const left = leftBy(merchant, monthEnd(month, city.zone));
    return { ...openStanding(merchant, month, months), ...carried, left };
  }
  return monthsInYear(month, months).length > 0 ? { ...openGone(merchant, month, months), ...carried } : undefined;
};

/** Opens one merchant's month if it belongs to it, or sets right what an open one carries over; answers it. */
const settle = async (world: World, city: City, merchantId: string, month: Month, known: Known) => {
  const { merchant, months, from } = known;
  const open = months.find((one) => one.month === month);
  if (open)
    return open.carriedFrom === from && carriesRight(open, months) ? open : setRight(world, city, merchantId, month);
  const opened = merchant && opening(merchant, month, city, known);
  if (!opened) return undefined;
  const write = openStandingOnce(opened, city.shards);
  const existing = await commit(world.table, [write, ...(await laterMonths(world, city, opened))]);
  // Whoever opened it in between may have known less.
  return existing ? setRight(world, city, merchantId, month) : opened;
};

/** The month before, the month and the next one of a merchant, as far as versions tell. */
type Versions = readonly [MonthVersion | undefined, MonthVersion | undefined, MonthVersion | undefined];

/** Looks back at twelve months of those merchants of a page of whom versions do not say that all is well. */
const settlePage = async (world: World, city: City, month: Month, unsettled: ReadonlyMap<string, Versions>) => {
  const pair = [month, addMonths(month, 1)] as const;
  const merchantIds = [...unsettled.keys()];
  const since = monthOf(city.foundedAt, city.zone);
  const found = await carryingMonths(world.table, merchantIds, { first: pair[0], last: pair[1], since });
  const known = Map.groupBy(found, ({ merchantId }) => merchantId);
  const lacks = (merchantId: string) => pair.some((one) => !known.get(merchantId)?.some((has) => has.month === one));
  const lacking = merchantIds.filter(lacks);
  const read = lacking.length === 0 ? [] : await getMerchants(world.table, lacking);
  const merchants = new Map(read.map((merchant) => [merchant?.merchantId, merchant]));
  await inParallel(unsettled, WRITES_AT_ONCE, async ([merchantId, [before, here]]) => {
    const merchant = merchants.get(merchantId);
    const months = known.get(merchantId) ?? [];
    const now = await settle(world, city, merchantId, pair[0], { merchant, months, from: before?.version });
    // The second month carries over what the first has become.
    const others = months.filter((one) => one.month !== pair[0]);
    const wrote = now !== undefined && !months.some((one) => one === now);
    const from = wrote ? null : now && here?.version;
    await settle(world, city, merchantId, pair[1], { merchant, months: now ? [...others, now] : others, from });
  });
};

/**
 * A page of a hundred merchants: a look at the versions of three months, and at everything they carry over only where
 * one of them moved or is missing.
 */
const openPage = async (world: World, city: City, merchantIds: readonly string[], month: Month): Promise<void> => {
  const three = [addMonths(month, -1), month, addMonths(month, 1)] as const;
  const [before, here, next] = await Promise.all(three.map((one) => standingVersions(world.table, merchantIds, one)));
  const unsettled = new Map<string, Versions>();
  for (const [at, merchantId] of merchantIds.entries()) {
    const versions = [before?.[at], here?.[at], next?.[at]] as const;
    if (!stillCarries(versions[1], versions[0]) || !stillCarries(versions[2], versions[1]))
      unsettled.set(merchantId, versions);
  }
  if (unsettled.size > 0) await settlePage(world, city, month, unsettled);
};

/**
 * Opens a month and the next one for every active merchant of a range, so that the unsold are in them. May run any
 * number of times, beside others, at any time after the month began: what is open and right stays as it is, and costs
 * only the batched look.
 */
export const openRange = async (world: World, cityCode: string, range: Range, month: Month): Promise<void> => {
  const city = await cityOf(world, cityCode);
  await inParallel(registerOf(world, cityCode, range), PAGES_AT_ONCE, (page) => openPage(world, city, page, month));
};
