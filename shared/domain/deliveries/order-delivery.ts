import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { Rupiah } from '../basics/money.ts';
import type { Day } from '../basics/month.ts';
import { rupiah } from '../basics/wording.ts';
import type { Centre } from '../centres/centre.ts';
import { isOpenOn, scheduleWords } from '../centres/schedule-words.ts';
import { CentreSlug } from '../centres/slug.ts';
import { DistrictCode } from '../places/region.ts';
import { courierFee } from './courier-fee.ts';
import { type DeliveryTerms, DeliveryWay } from './terms.ts';

/** What a buyer chose for one shop of the cart, and the fee that was shown. */
export const ChosenDelivery = z
  .strictObject({
    way: DeliveryWay,
    centre: CentreSlug.optional().describe('The centre it is picked up at; left out, the shop itself'),
    feeRupiah: Rupiah.default(0).describe('The fee the buyer saw; a different one is refused, never charged'),
  })
  .refine(({ way, centre }) => way === 'pick-up' || centre === undefined, {
    path: ['centre'],
    error: 'Sentra dipilih untuk barang yang diambil sendiri.',
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
    pickUp: z.object({ address: z.string(), hours: z.string() }).optional().describe('Where and when it is picked up'),
    centre: z
      .object({ slug: CentreSlug, name: z.string(), district: DistrictCode })
      .optional()
      .describe('The centre it is picked up at'),
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
  /** The centre that was chosen, if there is one of that name. */
  readonly centre: Centre | undefined;
  readonly deliverOn: Day;
  readonly dayPointer: string;
};

/** Refuses a day on which a centre is closed. @throws Problem at the day */
export const requireCentreOpen = ({ name, schedules }: Centre, deliverOn: Day, pointer: string): void => {
  if (isOpenOn(schedules, deliverOn)) return;
  const hours = scheduleWords(schedules);
  throw new Problem('date_not_possible', `${name} tutup pada hari itu. Jam buka: ${hours}.`, [
    { pointer, detail: `Pilih hari buka: ${hours}.` },
  ]);
};

/** Picked up at a centre: the shop brings it there for its own fee, and the centre says where and when. */
const atCentre = ({ terms, chosen, centre, merchantName, pointer, ...day }: DeliveryFacts): OrderDelivery => {
  const offered = terms.centres?.find((one) => one.centre === chosen.centre);
  if (!offered || centre?.status !== 'active' || !centre.pickUp)
    throw new Problem(
      'delivery_not_offered',
      `Barang ${merchantName} sekarang tidak bisa diambil di sentra itu. Pilih cara lain.`,
      [{ pointer: `${pointer}/delivery/centre`, detail: 'Pilih cara lain.' }],
    );
  requireCentreOpen(centre, day.deliverOn, day.dayPointer);
  const { slug, name, district, address, schedules } = centre;
  const pickUp = { address: `${name}, ${address}`, hours: scheduleWords(schedules) };
  return { way: 'pick-up', feeRupiah: offered.feeRupiah, pickUp, centre: { slug, name, district } };
};

const pickedUp = (facts: DeliveryFacts): OrderDelivery => {
  if (facts.chosen.centre !== undefined) return atCentre(facts);
  const {
    terms: { pickUp },
    merchantName,
    pointer,
  } = facts;
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
