import * as z from 'zod';
import { Day } from '../../domain/basics/month-schema.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { VisitId } from '../../domain/visits/new-visit.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, type Write } from '../engine/writes.ts';

/** That a shop was visited on a day: by it the shop finds its visits. */
const ShopVisit = z.object({ merchantId: MerchantId, day: Day, visitId: VisitId });
type ShopVisit = z.infer<typeof ShopVisit>;

// | entity    | pk          | sk                 |
// | ShopVisit | MERCHANT#id | VISITED#2026-11-12#id |
const shopVisits = entity({
  type: 'ShopVisit',
  schema: ShopVisit,
  key: ({ merchantId, day, visitId }: ShopVisit) => ({
    pk: `MERCHANT#${merchantId}`,
    sk: `VISITED#${day}#${visitId}`,
  }),
});

/** The visits a shop had, newest first. */
export const visitsOfShop = (table: Table, merchantId: string, request: Pick<PageRequest, 'limit' | 'after'>) =>
  list(table, ShopVisit, undefined, {
    pk: `MERCHANT#${merchantId}`,
    prefix: 'VISITED#',
    descending: true,
    ...request,
  });
export const putShopVisit = (visit: ShopVisit): Write => put(shopVisits, visit);
