import { Problem } from '../../shared/problem.ts';
import { getMerchant, type MerchantRecord } from '../../shared/table/register/merchants.ts';
import type { World } from '../world.ts';

/** A shop of the city; of another's there is none. */
export const cityShop = async ({ table }: World, cityCode: string, merchantId: string): Promise<MerchantRecord> => {
  const shop = await getMerchant(table, merchantId);
  if (shop?.cityCode !== cityCode)
    throw new Problem('merchant_not_found', 'Usaha tidak ditemukan di kota ini. Periksa lagi tautannya.');
  return shop;
};
