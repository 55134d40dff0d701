import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { MeasuredPlace } from '../../domain/visits/place.ts';
import { get, getMany } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

/** Where a shop is, as it was measured on a visit: for routes alone, and in no public answer. */
const ShopPlace = z.object({
  merchantId: MerchantId,
  place: MeasuredPlace,
  measuredAt: Instant,
  version: z.int(),
});
export type ShopPlace = z.infer<typeof ShopPlace>;

// | entity    | pk          | sk    |
// | ShopPlace | MERCHANT#id | PLACE |
const key = (merchantId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: 'PLACE' });
const places = entity({
  type: 'ShopPlace',
  schema: ShopPlace,
  key: ({ merchantId }: Pick<ShopPlace, 'merchantId'>) => key(merchantId),
});

export const getShopPlace = (table: Table, merchantId: string) => get(table, places, key(merchantId));
/** Those of many shops, in the order asked; most have none. At most 100. */
export const getShopPlaces = (table: Table, merchantIds: readonly string[]) =>
  getMany(table, places, merchantIds.map(key), { consistent: false });
export const saveShopPlace = (place: ShopPlace): Write => save(places, place);
