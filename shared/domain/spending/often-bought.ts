import * as z from 'zod';
import { RupiahTotal } from '../basics/money.ts';
import { byText } from '../basics/sort.ts';
import { MerchantId } from '../register/merchant.ts';
import type { ShopYearCard } from './shop-year.ts';

/** A shop that offices buy from, over all of them. */
export const OftenBought = z
  .object({
    merchantId: MerchantId,
    merchantName: z.string(),
    orders: z.int().describe('Of all offices in the year, approved'),
    offices: z.int().describe('How many of them ordered there'),
    deliveredRupiah: RupiahTotal,
  })
  .meta({ id: 'OftenBought' });
type OftenBought = z.infer<typeof OftenBought>;

type Row = Pick<ShopYearCard, 'merchantId' | 'merchantName' | 'orders' | 'deliveredRupiah'>;

/** Whom a city's offices order from most often, then most of; a shop whose every order ended without anything is none of them. */
export const oftenBought = (rows: readonly Row[]): OftenBought[] =>
  [...Map.groupBy(rows, ({ merchantId }) => merchantId)]
    .map(([merchantId, of]) => ({
      merchantId,
      merchantName: of[0]?.merchantName ?? '',
      orders: of.reduce((sum, { orders }) => sum + orders, 0),
      offices: of.filter(({ orders }) => orders > 0).length,
      deliveredRupiah: String(of.reduce((sum, row) => sum + BigInt(row.deliveredRupiah), 0n)),
    }))
    .filter(({ orders }) => orders > 0)
    .sort((one, other) => {
      if (one.orders !== other.orders) return other.orders - one.orders;
      const more = BigInt(other.deliveredRupiah) - BigInt(one.deliveredRupiah);
      return more === 0n ? byText(one.merchantId, other.merchantId) : more > 0n ? 1 : -1;
    });
