import type { Month } from '../../basics/month-schema.ts';
import type { Merchant } from '../../register/merchant.ts';
import { carriedInto, latestBefore } from './carried.ts';
import type { EarlierMonth } from './earlier-month.ts';
import { offeredAll } from './offer-days.ts';
import type { Standing } from './standing.ts';

/** What a month says of its merchant. */
type Registered = Pick<Merchant, 'merchantId' | 'ownerId' | 'name' | 'cityCode' | 'district' | 'category'>;

/**
 * Opens a merchant's month at zero: its streak carried over from the month before, its rolling year from the standings
 * of the eleven months before (in any order, gaps allowed).
 */
export const openStanding = (merchant: Registered, month: Month, earlier: readonly EarlierMonth[]): Standing => ({
  merchantId: merchant.merchantId,
  ownerId: merchant.ownerId,
  name: merchant.name,
  cityCode: merchant.cityCode,
  district: merchant.district,
  category: merchant.category,
  month,
  turnoverRupiah: 0,
  reportedRupiah: null,
  orders: 0,
  agencies: 0,
  ...carriedInto(month, earlier),
  ...offeredAll(latestBefore(month, earlier)?.offering ?? false, month),
  left: false,
  version: 1,
});

/** The month of a merchant that left before it, so that the twelve months keep what it sold in them. */
export const openGone = (merchant: Registered, month: Month, earlier: readonly EarlierMonth[]): Standing => ({
  ...openStanding(merchant, month, earlier),
  ...offeredAll(false, month),
  gone: true,
});

/** In the register after all: lifted again, or goods ordered before it left were handed over. */
export const backInRegister = ({ gone: _before, ...standing }: Standing, left: boolean): Standing => ({
  ...standing,
  left,
});
