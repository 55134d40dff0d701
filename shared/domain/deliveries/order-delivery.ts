import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { Rupiah } from '../basics/money.ts';
import { rupiah } from '../basics/wording.ts';
import { courierFee } from './courier-fee.ts';
import { type DeliveryTerms, DeliveryWay, PickUp } from './terms.ts';

/** What a buyer chose for one shop of the cart, and the fee that was shown. */
export const ChosenDelivery = z
  .strictObject({
    way: DeliveryWay,
    feeRupiah: Rupiah.default(0).describe('The fee the buyer saw; a different one is refused, never charged'),
  })
  .meta({ id: 'ChosenDelivery' });
export type ChosenDelivery = z.infer<typeof ChosenDelivery>;
/** Who says nothing has goods brought, and saw no fee. */
export const BROUGHT_FREE: ChosenDelivery = { way: 'courier', feeRupiah: 0 };

/** How an order reaches its buyer, fixed when it was placed. */
export const OrderDelivery = z
  .object({
    way: DeliveryWay,
    feeRupiah: Rupiah.describe('Of the order’s total; no sale of goods, and none of the shop’s turnover'),
    pickUp: PickUp.optional().describe('Where and when it is picked up'),
  })
  .meta({ id: 'OrderDelivery' });
export type OrderDelivery = z.infer<typeof OrderDelivery>;

/** What decides about the delivery of one shop's goods; `pointer` is the shop's place in the cart. */
export type DeliveryFacts = {
  readonly terms: DeliveryTerms;
  readonly chosen: ChosenDelivery;
  readonly merchantName: string;
  readonly district: string;
  readonly goodsRupiah: number;
  readonly pointer: string;
};

const pickedUp = ({ terms: { pickUp }, merchantName, pointer }: DeliveryFacts): OrderDelivery => {
  if (!pickUp)
    throw new Problem('delivery_not_offered', `Barang ${merchantName} tidak bisa diambil sendiri. Pilih diantar.`, [
      { pointer: `${pointer}/delivery/way`, detail: 'Pilih diantar.' },
    ]);
  return { way: 'pick-up', feeRupiah: 0, pickUp };
};

const brought = ({ terms, merchantName, district, goodsRupiah, pointer }: DeliveryFacts): OrderDelivery => {
  const feeRupiah = courierFee(terms, district, goodsRupiah);
  if (feeRupiah !== null) return { way: 'courier', feeRupiah };
  const mend = terms.pickUp ? 'Ambil sendiri, atau pilih toko lain.' : 'Pilih toko lain untuk kecamatan ini.';
  throw new Problem('not_delivered_there', `${merchantName} tidak mengantar ke kecamatan ini. ${mend}`, [
    { pointer: `${pointer}/delivery/way`, detail: mend },
  ]);
};

/** How the goods of one shop reach the buyer and for how much, by the shop's table. @throws Problem at the shop */
export const orderDelivery = (facts: DeliveryFacts): OrderDelivery => {
  const { chosen, merchantName, pointer } = facts;
  const delivery = chosen.way === 'pick-up' ? pickedUp(facts) : brought(facts);
  if (delivery.feeRupiah !== chosen.feeRupiah)
    throw new Problem(
      'price_changed',
      `Ongkos antar ${merchantName} sekarang ${rupiah(delivery.feeRupiah)}. Periksa lagi jumlahnya.`,
      [{ pointer: `${pointer}/delivery/feeRupiah`, detail: `Ongkos antar sekarang ${rupiah(delivery.feeRupiah)}.` }],
    );
  return delivery;
};

type Delivered = { readonly delivery?: OrderDelivery | undefined };
/** The fee in an order's total. */
export const feeOf = ({ delivery }: Delivered): number => delivery?.feeRupiah ?? 0;
/** The fee once something was handed over: bringing it was done, however little was taken. Before, nothing is owed for it. */
export const earnedFee = (order: Delivered & { readonly receivedRupiah: number }): number =>
  order.receivedRupiah > 0 ? feeOf(order) : 0;
