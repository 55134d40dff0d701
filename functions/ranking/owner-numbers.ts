import { actsForMerchant, type Caller, readsCity } from '../../shared/domain/people/caller.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { getShopFacts, type MerchantRecord } from '../../shared/table/register/merchants.ts';
import { presentLedger } from '../reads/city-ledger.ts';
import type { World } from '../world.ts';

const MOST_SHOPS = 100;

/**
 * Whether all shops that are counted as one owner's are the caller's to see. A founder or a
 * ruling may join the shops of two people: nobody learns a stranger's sales by it.
 */
const seesAll = async ({ table }: World, caller: Caller, merchant: MerchantRecord, shopIds: readonly string[]) => {
  if (readsCity(caller, merchant.cityCode)) return true;
  const others = shopIds.filter((shopId) => !actsForMerchant(caller, shopId));
  if (others.length > MOST_SHOPS) return false;
  const shops = await getShopFacts(table, others, { consistent: false });
  return shops.every((shop) => shop?.ownerId === merchant.ownerId);
};

/** The numbers of a shop's owner in the present ledger; sales only where no stranger's are in them. */
export const ownerNumbers = async (world: World, city: City, merchant: MerchantRecord, caller: Caller) => {
  const { ledger, at, policy } = await presentLedger(world, city);
  const ownerId = ledger.ownerOf.get(merchant.merchantId) ?? merchant.ownerId;
  const shopIds = [...ledger.ownerOf].flatMap(([shopId, owner]) => (owner === ownerId ? [shopId] : []));
  const row = ledger.owners.get(ownerId) ?? { recentSalesRupiah: 0, exposure: 0, ratingSum: 0, ratingCount: 0 };
  const recentSalesRupiah = (await seesAll(world, caller, merchant, shopIds)) ? row.recentSalesRupiah : null;
  return { ledger, at, policy, ownerId, shops: Math.max(1, shopIds.length), row, recentSalesRupiah };
};
