import * as z from 'zod';
import { CityCode } from '../../domain/places/region.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { everyPage, list } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, type Write } from '../engine/writes.ts';

/** That somebody from the city met somebody in a shop: by it the lists know which newcomers are confirmed. */
const VisitedShop = z.object({ cityCode: CityCode, merchantId: MerchantId });
type VisitedShop = z.infer<typeof VisitedShop>;

// | entity      | pk                 | sk         |
// | VisitedShop | CITY#35.73#VISITED | merchantId |
const visitedShops = entity({
  type: 'VisitedShop',
  schema: VisitedShop,
  key: ({ cityCode, merchantId }: VisitedShop) => ({ pk: `CITY#${cityCode}#VISITED`, sk: merchantId }),
});

/** A page of a thousand is a fifth of what one read may carry. */
const PAGE = 1000;

/** Every shop of a city in which somebody was met. */
export const visitedShopsOf = async (table: Table, cityCode: string): Promise<ReadonlySet<string>> => {
  const visited = new Set<string>();
  const read = (after: string | undefined) =>
    list(table, VisitedShop, undefined, { pk: `CITY#${cityCode}#VISITED`, limit: PAGE, after });
  for await (const page of everyPage(read)) for (const { merchantId } of page) visited.add(merchantId);
  return visited;
};
export const putVisitedShop = (shop: VisitedShop): Write => put(visitedShops, shop);
