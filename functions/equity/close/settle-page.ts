import { addMonths, type Month, monthOf } from '../../../shared/domain/basics/month.ts';
import type { MonthVersion } from '../../../shared/domain/equity/standing/carry-over.ts';
import type { PastMonth } from '../../../shared/domain/equity/standing/earlier-month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { carryingMonths } from '../../../shared/table/equity/standings.ts';
import { registeredShops } from '../../../shared/table/register/merchants.ts';
import type { World } from '../../world.ts';
import type { Known } from './open-lacking.ts';
import { settle } from './settle-months.ts';

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
