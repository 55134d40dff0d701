import * as z from 'zod';
import type { Merchant } from '../../domain/register/merchant.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, remove, type Write } from '../engine/writes.ts';

/** That a shop was entered by the city and is nobody's yet; gone with the claim. */
const Unclaimed = z.object({ cityCode: z.string(), merchantId: z.string(), registeredAt: z.string() });
type Unclaimed = z.infer<typeof Unclaimed>;

// | entity        | pk                   | sk             |
// | UnclaimedShop | CITY#35.73#UNCLAIMED | registered, id |
const pkOf = (cityCode: string): string => `CITY#${cityCode}#UNCLAIMED`;
const keyOf = ({ cityCode, merchantId, registeredAt }: Unclaimed) => ({
  pk: pkOf(cityCode),
  sk: `${registeredAt}#${merchantId}`,
});
const unclaimed = entity({ type: 'UnclaimedShop', schema: Unclaimed, key: keyOf });

/** Shops of a city that wait for their owners, oldest first. */
export const unclaimedOf = (table: Table, cityCode: string, request: Pick<PageRequest, 'limit' | 'after'>) =>
  list(table, Unclaimed, undefined, { pk: pkOf(cityCode), ...request });

type Entered = Pick<Merchant, 'cityCode' | 'merchantId' | 'registeredAt'>;
export const insertUnclaimed = ({ cityCode, merchantId, registeredAt }: Entered): Write =>
  insert(unclaimed, { cityCode, merchantId, registeredAt });
export const removeUnclaimed = (shop: Entered): Write => remove('UnclaimedShop', keyOf(shop));
