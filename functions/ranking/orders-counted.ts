import type { Category } from '../../shared/domain/basics/category.ts';
import { DAY_MS, later } from '../../shared/domain/basics/month.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { countedRupiah, linesPriced } from '../../shared/domain/ranking/ledger/counted-value.ts';
import { countsFrom, partOf, sureOrders } from '../../shared/domain/ranking/ledger/sure-orders.ts';
import { unitIn } from '../../shared/domain/ranking/ledger/units.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { type Present, storedEntries } from '../reads/city-ledger.ts';
import type { World } from '../world.ts';

const MOST_ORDERS = 100;

/** A shop's last orders that count in the present ledger, each as it counted when that was made. */
export const ordersCounted = async (world: World, city: City, { merchantId }: MerchantRecord, present: Present) => {
  const { ledger, policy } = present;
  const at = present.at ?? world.now();
  const stored = await storedEntries(world, city.cityCode);
  const unitOf = (category: Category) => unitIn(ledger, category, policy);
  const sure = sureOrders(stored, { ownerOf: ledger.ownerOf, policy, at, unitOf });
  const since = later(at, -policy.windowDays * DAY_MS);
  return stored
    .filter((entry) => entry.merchantId === merchantId && countsFrom(entry, policy) > since)
    .toReversed()
    .slice(0, MOST_ORDERS)
    .map((entry) => {
      const { orderId, state, valueRupiah, lines = [] } = entry;
      const whole = countedRupiah(valueRupiah, linesPriced(lines), policy);
      const open = state === 'accepted' && countsFrom(entry, policy) > at;
      const counted = open ? partOf(whole, sure.get(orderId) ?? 0, valueRupiah) : whole;
      return { orderId, at: entry.at, state, valueRupiah, countedRupiah: counted };
    });
};
