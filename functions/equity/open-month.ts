import type { City } from '../../shared/domain/city.ts';
import type { Merchant } from '../../shared/domain/merchant.ts';
import { addMonths, monthEnd, monthStart } from '../../shared/domain/month.ts';
import { carriedOver, openStanding } from '../../shared/domain/standing.ts';
import { getCity } from '../../shared/table/cities.ts';
import { getMerchant } from '../../shared/table/merchants.ts';
import {
  getStanding,
  openStandingOnce,
  saveStanding,
  standingsBefore,
  standingsOfYear,
} from '../../shared/table/standings.ts';
import { commit, Stale } from '../../shared/table/table.ts';
import type { World } from '../world.ts';
import { type Range, registerOf } from './register-of.ts';

/** A city that is closed must be there. */
export const cityOf = async ({ table }: World, cityCode: string): Promise<City> => {
  const city = await getCity(table, cityCode);
  if (!city) throw new Error(`city ${cityCode} is not on the market`);
  return city;
};

/** Merchants looked at together. */
const AT_ONCE = 10;

/**
 * Verified at some instant of the month, as its trail tells: a close that is run again months later must not put into
 * the month who was suspended all through it.
 */
const wasActive = ({ history }: Pick<Merchant, 'history'>, month: string, { zone }: City): boolean => {
  const [start, end] = [monthStart(month, zone), monthEnd(month, zone)];
  const until = (place: number) => history[place + 1]?.at ?? end;
  return history.some(({ status, at }, place) => status === 'verified' && at < end && until(place) > start);
};

/** Opens one merchant's month, or sets right what an open one carries over. */
const openOne = async ({ table }: World, city: City, merchantId: string, month: string): Promise<void> => {
  const [merchant, standing, earlier] = await Promise.all([
    getMerchant(table, merchantId),
    getStanding(table, merchantId, month),
    standingsBefore(table, merchantId, month),
  ]);
  if (standing) {
    const right = carriedOver(standing, earlier);
    if (right) await commit(table, [saveStanding(right, city.shards)]);
  } else if (merchant?.status === 'verified' && wasActive(merchant, month, city)) {
    await commit(table, [openStandingOnce(openStanding(merchant, month, earlier), city.shards)]);
  }
};

const ATTEMPTS = 5;
const patiently = async (world: World, work: () => Promise<void>): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Stale) || attempt === ATTEMPTS) throw error;
      await world.table.pause(attempt);
    }
  }
};

/** Which of a page of merchants have no standing yet, or one that carries over something wrong: mostly none. */
const unsettled = async (world: World, merchantIds: readonly string[], month: string): Promise<string[]> => {
  const byMerchant = Map.groupBy(
    await standingsOfYear(world.table, merchantIds, month),
    ({ merchantId }) => merchantId,
  );
  return merchantIds.filter((merchantId) => {
    const year = byMerchant.get(merchantId) ?? [];
    const standing = year.find((one) => one.month === month);
    return !standing || carriedOver(standing, year) !== undefined;
  });
};

const openMonth = async (world: World, city: City, merchantIds: readonly string[], month: string): Promise<void> => {
  const some = await unsettled(world, merchantIds, month);
  for (let at = 0; at < some.length; at += AT_ONCE)
    await Promise.all(
      some.slice(at, at + AT_ONCE).map((merchantId) => patiently(world, () => openOne(world, city, merchantId, month))),
    );
};

/**
 * Opens a month and the next one for every active merchant of a range that has none yet, so that the unsold are in it.
 * May run any number of times, beside others, at any time after the month began: what is open and right stays as it is,
 * and costs only the batched look.
 */
export const openRange = async (world: World, cityCode: string, range: Range, month: string): Promise<void> => {
  const city = await cityOf(world, cityCode);
  // The next month carries over from this one: a merchant's two are opened in this order.
  for await (const merchantIds of registerOf(world, cityCode, range))
    for (const one of [month, addMonths(month, 1)]) await openMonth(world, city, merchantIds, one);
};
