import { dayOf, type Instant, monthOf } from '../../basics/month.ts';
import type { Offer } from '../../ranking/rule/request.ts';
import type { SimulatedRequest } from '../simulated.ts';
import { rateByMood, recountSales, type Stall, takeCapacity } from '../stall.ts';
import { officeOf } from './calendar.ts';
import { categoryOf, counting, type Running, ZONE } from './running-town.ts';

type Sale = {
  agencyId: string | null;
  buyer: string;
  stall: Stall;
  units: number;
  at: Instant;
  packageId: string;
  passing: number | null;
};
export const sell = ({ market, purchases }: Running, sale: Sale, mood: number): void => {
  const { agencyId, buyer, stall, units, at, packageId, passing } = sale;
  const { ownerId, category, priceRupiah } = stall.owner;
  const goodsRupiah = units * priceRupiah;
  purchases.push({
    orderId: `order-${purchases.length}`,
    buyer,
    agencyId,
    merchantId: ownerId,
    ownerId,
    at,
    packageId,
    passing,
    category: categoryOf(category),
    day: dayOf(at, ZONE),
    month: monthOf(at, ZONE),
    goodsRupiah,
    feeRupiah: 0,
    lines: [
      { goods: `kotak/${category}`, name: 'Barang', unit: 'kotak', priceRupiah, quantity: units, offeredAt: null },
    ],
    sides: [],
  });
  stall.entries.push({ orderId: at, valueRupiah: goodsRupiah, at, state: 'accepted' });
  stall.orders++;
  recountSales(stall, at, market.firstUnits[category] ?? 1, counting);
  takeCapacity(stall, units);
  rateByMood(stall, stall.offers[0] as Offer, mood);
};

/** Who asks: an office with three categories it buys most of, or somebody. */
export const buyerOf = ({ options, random }: Running, request: SimulatedRequest) => {
  if (random() >= options.officeShare) return { agencyId: null, buyer: `person-${Math.floor(random() * 2_000)}` };
  const own = Array.from({ length: options.offices }, (_, index) => index).filter(
    (index) => (request.category - index + options.categories * options.offices) % options.categories < 3,
  );
  const index = own[Math.floor(random() * own.length)] ?? 0;
  return { agencyId: officeOf(index), buyer: officeOf(index) };
};
