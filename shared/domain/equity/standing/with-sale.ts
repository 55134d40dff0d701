import { type PricesPaid, plusPricesPaid } from './prices-paid.ts';
import type { Standing } from './standing.ts';

/** A sale enters the month: rupiah received, one more order when it is its first receipt, a new agency when it is. */
export const withSale = (
  standing: Standing,
  sale: { rupiah: number; firstReceipt: boolean; newAgency: boolean; pricesPaid?: PricesPaid | undefined },
): Standing => ({
  ...standing,
  ...(standing.pricesPaid || sale.pricesPaid
    ? { pricesPaid: plusPricesPaid(standing.pricesPaid, sale.pricesPaid) }
    : {}),
  turnoverRupiah: standing.turnoverRupiah + sale.rupiah,
  orders: standing.orders + (sale.firstReceipt ? 1 : 0),
  rollingRupiah: standing.rollingRupiah + sale.rupiah,
  rollingOrders: standing.rollingOrders + (sale.firstReceipt ? 1 : 0),
  agencies: standing.agencies + (sale.newAgency ? 1 : 0),
});
