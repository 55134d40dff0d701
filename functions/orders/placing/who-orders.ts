import type { Cart } from '../../../shared/domain/orders/placing/cart.ts';
import { actsForMerchant, type Caller, holds } from '../../../shared/domain/people/caller.ts';
import { Problem } from '../../../shared/problem.ts';
import type { PlaceOrder } from './first-orders.ts';

export const requireForeignShops = (cart: Cart, caller: Caller): void => {
  const own = cart.find(({ merchantId }) => actsForMerchant(caller, merchantId));
  if (own)
    throw new Problem('own_order', 'Anda tidak bisa memesan dari toko sendiri.', [
      { pointer: `${own.pointer}/merchantId`, detail: 'Toko Anda sendiri.' },
    ]);
};

/** The office a buyer orders for, or null for a personal order. Only its buyers and approvers may. */
export const agencyName = ({ body: { agency }, caller, found }: PlaceOrder, cityCode: string): string | null => {
  if (!agency) return null;
  const [office] = found.agencies;
  if (!office || !holds(caller, `agency:${agency.agencyId}`, ['buyer', 'approver']))
    throw new Problem('agency_not_found', 'Dinas tidak ditemukan. Periksa lagi tautannya.');
  if (office.cityCode !== cityCode) throw new Problem('agency_not_found', 'Dinas ini bukan di kota toko itu.');
  return office.name;
};
