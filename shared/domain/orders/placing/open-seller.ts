import { Problem } from '../../../problem.ts';
import { dayOf } from '../../basics/month.ts';
import { day as written } from '../../basics/wording.ts';
import { isOpen } from '../../register/merchant-moves.ts';
import type { CartShop } from './cart.ts';
import type { CartFacts, Seller } from './cart-facts.ts';

/** The shop a part of a cart is ordered from, while it is of this city and open. @throws Problem merchant_not_found, merchant_closed */
export const openSeller = ({ city, merchants, now }: CartFacts, { merchantId, pointer }: CartShop): Seller => {
  const merchant = merchants.get(merchantId);
  if (merchant?.cityCode !== city.cityCode)
    throw new Problem('merchant_not_found', 'Toko tidak ditemukan di kota ini.', [
      { pointer: `${pointer}/merchantId`, detail: 'Tidak ditemukan.' },
    ]);
  if (!isOpen(merchant, dayOf(now, city.zone)))
    throw new Problem(
      'merchant_closed',
      `${merchant.name} sedang tutup${merchant.pausedUntil ? ` sampai ${written(merchant.pausedUntil)}` : ''}.`,
      [{ pointer: `${pointer}/merchantId`, detail: 'Sedang tutup.' }],
    );
  return merchant;
};
