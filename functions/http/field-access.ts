import { actingSeat } from '../../shared/domain/follow-ups/acting-seat.ts';
import { type Caller, districtsOf, type Membership, type SeatedCaller } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import { membershipStands } from '../../shared/table/people/memberships.ts';
import { getMerchant, type MerchantRecord, merchantStands } from '../../shared/table/register/merchants.ts';
import type { World } from '../world.ts';
import { requireCityAdmin, requireFieldReader } from './access.ts';

const noShop = () => new Problem('merchant_not_found', 'Usaha tidak ditemukan di kota ini. Periksa lagi tautannya.');

/** A shop of the city for anyone who reads there; of another city, or out of an officer's districts, there is none. */
export const readableShop = async (
  { table }: World,
  caller: Caller,
  cityCode: string,
  merchantId: string,
): Promise<MerchantRecord> => {
  const districts = requireFieldReader(caller, cityCode);
  const shop = await getMerchant(table, merchantId);
  if (shop?.cityCode !== cityCode || (districts && !districts.includes(shop.district))) throw noShop();
  return shop;
};

/** A shop for anyone who may act on it, and the seat they do so by. */
export const actableShop = async (
  world: World,
  caller: SeatedCaller,
  cityCode: string,
  merchantId: string,
): Promise<{ shop: MerchantRecord; seat: Membership }> => {
  if (districtsOf(caller, cityCode).length === 0) requireCityAdmin(caller, cityCode);
  const shop = await readableShop(world, caller, cityCode, merchantId);
  const seat = actingSeat(caller, shop);
  if (!seat) throw noShop();
  return { shop, seat };
};

/** An officer's right goes with the shop's place: that both are as they were read stands in the commit. */
export const standsInDistrict = (seat: Membership, shop: MerchantRecord): Write[] =>
  seat.role === 'district-officer' ? [membershipStands(seat), merchantStands(shop)] : [];
