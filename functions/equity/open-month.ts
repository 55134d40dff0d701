import type { City } from '../../shared/domain/city.ts';
import { monthEnd, previousMonth } from '../../shared/domain/month.ts';
import { openStanding, type Standing } from '../../shared/domain/standing.ts';
import { getMerchant, merchantsOfCity } from '../../shared/table/merchants.ts';
import { getStandings, openStandingOnce } from '../../shared/table/standings.ts';
import { commit } from '../../shared/table/table.ts';
import type { World } from '../world.ts';

const PAGE = 100;

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

/** Standings of a page of merchants, read consistently from the register's side, not from the list. */
export const standingsOf = async (
  { table }: World,
  merchantIds: readonly string[],
  month: string,
): Promise<(Standing | undefined)[]> => (merchantIds.length === 0 ? [] : getStandings(table, merchantIds, month));

/**
 * Opens a month for every active merchant that has none yet, so that the unsold are in it. May run any number of times,
 * at any time after the month began: what is open stays as it is.
 */
export const openMonth = async (world: World, city: City, month: string): Promise<number> => {
  let opened = 0;
  for await (const merchantIds of registerOf(world, city.cityCode)) {
    const [standings, before] = await Promise.all([
      standingsOf(world, merchantIds, month),
      standingsOf(world, merchantIds, previousMonth(month)),
    ]);
    for (const [place, merchantId] of merchantIds.entries()) {
      if (standings[place]) continue;
      const merchant = await getMerchant(world.table, merchantId);
      const active = merchant?.status === 'verified' && (merchant.verifiedAt ?? '') < monthEnd(month, city.zone);
      if (!merchant || !active) continue;
      await commit(world.table, [openStandingOnce(openStanding(merchant, month, before[place]), city.shards)]);
      opened += 1;
    }
  }
  return opened;
};
