import * as z from 'zod';
import { CityCode } from '../../domain/places/region.ts';
import type { VisitedShops } from '../../domain/ranking/ledger/unvisited.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { everyPage, list } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, type Write } from '../engine/writes.ts';

/** That somebody from the city was in a shop, and whether it met somebody there: by it the lists know who is confirmed. */
const VisitedShop = z.object({ cityCode: CityCode, merchantId: MerchantId, met: z.boolean().default(true) });
type VisitedShop = z.infer<typeof VisitedShop>;

/** A visit that met nobody stands beside one that did, and takes nothing from it. */
// | entity      | pk                 | sk                                      |
// | VisitedShop | CITY#35.73#VISITED | merchantId; with #tried who met nobody  |
const visitedShops = entity({
  type: 'VisitedShop',
  schema: VisitedShop,
  key: ({ cityCode, merchantId, met }: VisitedShop) => ({
    pk: `CITY#${cityCode}#VISITED`,
    sk: met ? merchantId : `${merchantId}#tried`,
  }),
});

/** A page of a thousand is a fifth of what one read may carry. */
const PAGE = 1000;

/** Every shop of a city in which somebody was met, and every one where nobody was. */
export const visitedShopsOf = async (table: Table, cityCode: string): Promise<VisitedShops> => {
  const [found, tried] = [new Set<string>(), new Set<string>()];
  const read = (after: string | undefined) =>
    list(table, VisitedShop, undefined, { pk: `CITY#${cityCode}#VISITED`, limit: PAGE, after });
  for await (const page of everyPage(read))
    for (const { merchantId, met } of page) (met ? found : tried).add(merchantId);
  return { met: found, tried };
};
export const putVisitedShop = (shop: VisitedShop): Write => put(visitedShops, shop);
