import { addMonths, type Month, monthEnd, monthOf } from '../../../shared/domain/basics/month.ts';
import {
  carriedOver,
  carriesRight,
  type MonthVersion,
  stillCarries,
} from '../../../shared/domain/equity/standing/carry-over.ts';
import {
  type CarryingMonth,
  type EarlierMonth,
  monthsInYear,
  openGone,
  openStanding,
  type PastMonth,
  type Standing,
} from '../../../shared/domain/equity/standing/standing.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { Merchant } from '../../../shared/domain/register/merchant.ts';
import { leftBy, wasActive } from '../../../shared/domain/register/merchant-moves.ts';
import { getCity } from '../../../shared/table/cities.ts';
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
  standingVersions,
} from '../../../shared/table/equity/standings.ts';
import { getMerchants } from '../../../shared/table/register/merchants.ts';
import { inParallel } from '../../reads/in-parallel.ts';
import { isLate, laterMonths } from '../../reads/months/late-month.ts';
import { type Range, registerOf } from '../../reads/register.ts';
import type { World } from '../../world.ts';

/** A city that is closed must be there. */
export const cityOf = async ({ table }: World, cityCode: string): Promise<City> => {
  const city = await getCity(table, cityCode);
  if (!city) throw new Error(`city ${cityCode} is not on the market`);
  return city;
};

/** Pages of a hundred merchants looked at together, and merchants of a page written one by one together. */
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
  /** The month itself, when it is open. */
  readonly open: CarryingMonth | undefined;
  readonly months: readonly EarlierMonth[];
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

/** The month before, the month and the next one of a merchant, as far as versions tell. */
type Versions = readonly [MonthVersion | undefined, MonthVersion | undefined, MonthVersion | undefined];

/** Looks back at twelve months of those merchants of a page of whom versions do not say that all is well. */
const settlePage = async (world: World, city: City, month: Month, unsettled: ReadonlyMap<string, Versions>) => {
  const pair = [month, addMonths(month, 1)] as const;
  const merchantIds = [...unsettled.keys()];
  const since = monthOf(city.foundedAt, city.zone);
  const { carrying, past } = await carryingMonths(world.table, merchantIds, { first: pair[0], last: pair[1], since });
  const months = Map.groupBy<string, PastMonth>([...past, ...carrying], ({ merchantId }) => merchantId);
  const open = new Map(carrying.map((one) => [`${one.merchantId} ${one.month}`, one]));
  const lacks = (merchantId: string) => pair.some((one) => !open.has(`${merchantId} ${one}`));
  const lacking = merchantIds.filter(lacks);
  const read = lacking.length === 0 ? [] : await getMerchants(world.table, lacking);
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
