import type { City } from '../../shared/domain/city.ts';
import type { Merchant } from '../../shared/domain/merchant.ts';
import { monthEnd, monthStart } from '../../shared/domain/month.ts';
import { carriedOver, openStanding } from '../../shared/domain/standing.ts';
import { getMerchant, merchantsOfCity } from '../../shared/table/merchants.ts';
import {
  getStanding,
  openStandingOnce,
  saveStanding,
  standingsBefore,
  standingsOfYear,
} from '../../shared/table/standings.ts';
import { commit, Stale } from '../../shared/table/table.ts';
import type { World } from '../world.ts';

const PAGE = 100;
/** Merchants looked at together. */
const AT_ONCE = 10;

/** Every merchant that ever was verified in a city, a page of ids at a time: whoever may have a standing. */
export async function* registerOf({ table }: World, cityCode: string): AsyncGenerator<string[]> {
  for (const status of ['verified', 'suspended'] as const) {
    let after: string | undefined;
    do {
      const { items, next } = await merchantsOfCity(table, cityCode, status, { limit: PAGE, after });
      yield items.map(({ merchantId }) => merchantId);
      after = next;
    } while (after !== undefined);
  }
}

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

/**
 * Opens a month for every active merchant that has none yet, so that the unsold are in it. May run any number of times,
 * at any time after the month began: what is open and right stays as it is, and costs only the batched look.
 */
export const openMonth = async (world: World, city: City, month: string): Promise<void> => {
  for await (const page of registerOf(world, city.cityCode)) {
    const merchantIds = await unsettled(world, page, month);
    for (let at = 0; at < merchantIds.length; at += AT_ONCE) {
      const some = merchantIds.slice(at, at + AT_ONCE);
      await Promise.all(some.map((merchantId) => patiently(world, () => openOne(world, city, merchantId, month))));
    }
  }
};
