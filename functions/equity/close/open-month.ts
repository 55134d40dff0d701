import { addMonths, type Month, monthEnd, monthOf } from '../../../shared/domain/basics/month.ts';
import { carriedOver, carriesRight } from '../../../shared/domain/equity/standing/carry-over.ts';
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
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import {
  carryingMonths,
  getStanding,
  openStandingOnce,
  saveStanding,
  standingsBefore,
} from '../../../shared/table/equity/standings.ts';
import { getMerchants } from '../../../shared/table/register/merchants.ts';
import { inParallel } from '../../reads/in-parallel.ts';
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
const setRight = ({ table }: World, city: City, merchantId: string, month: Month): Promise<Standing> =>
  rerunOnStale(table, ATTEMPTS, async () => {
    const [standing, earlier] = await Promise.all([
      getStanding(table, merchantId, month),
      standingsBefore(table, merchantId, month),
    ]);
    if (!standing) throw new Error(`the month ${month} of ${merchantId} was open and is gone`);
    const right = carriedOver(standing, earlier);
    if (!right) return standing;
    await commit(table, [saveStanding(right, city.shards)]);
    return right;
  });

type Known = { readonly merchant: Merchant | undefined; readonly months: readonly CarryingMonth[] };

/** A month for whoever was in the register in it; for whoever left within the twelve months, its place in those. */
const opening = (merchant: Merchant, month: Month, city: City, months: readonly CarryingMonth[]) => {
  if (wasActive(merchant, month, city.zone))
    return { ...openStanding(merchant, month, months), left: leftBy(merchant, monthEnd(month, city.zone)) };
  return monthsInYear(month, months).length > 0 ? openGone(merchant, month, months) : undefined;
};

/** Opens one merchant's month if it belongs to it, or sets right what an open one carries over; answers it. */
const settle = async (world: World, city: City, merchantId: string, month: Month, { merchant, months }: Known) => {
  const open = months.find((one) => one.month === month);
  if (open) return carriesRight(open, months) ? open : setRight(world, city, merchantId, month);
  const opened = merchant && opening(merchant, month, city, months);
  if (!opened) return undefined;
  const existing = await commit(world.table, [openStandingOnce(opened, city.shards)]);
  // Whoever opened it in between may have known less.
  return existing ? setRight(world, city, merchantId, month) : opened;
};

/** One look at all that a page of merchants carries through both months, and one at those of whom a month is missing. */
const openPage = async (world: World, city: City, merchantIds: readonly string[], month: Month): Promise<void> => {
  const pair = [month, addMonths(month, 1)] as const;
  const since = monthOf(city.foundedAt, city.zone);
  const found = await carryingMonths(world.table, merchantIds, { first: pair[0], last: pair[1], since });
  const known = Map.groupBy(found, ({ merchantId }) => merchantId);
  const lacks = (merchantId: string) => pair.some((one) => !known.get(merchantId)?.some((has) => has.month === one));
  const lacking = merchantIds.filter(lacks);
  const read = lacking.length === 0 ? [] : await getMerchants(world.table, lacking);
  const merchants = new Map(read.map((merchant) => [merchant?.merchantId, merchant]));
  await inParallel(merchantIds, WRITES_AT_ONCE, async (merchantId) => {
    let months: readonly CarryingMonth[] = known.get(merchantId) ?? [];
    for (const one of pair) {
      const now = await settle(world, city, merchantId, one, { merchant: merchants.get(merchantId), months });
      // The second month carries over what the first has become.
      months = [...months.filter(({ month }) => month !== one), ...(now ? [now] : [])];
    }
  });
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
