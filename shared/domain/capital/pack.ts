import * as z from 'zod';
import { canonicalJson } from '../basics/keys/canonical.ts';
import { isSigned, type Signer } from '../basics/keys/signature.ts';
import { RupiahTotal } from '../basics/money.ts';
import { addMonths, dayOf, daysBetween, type Instant, monthOf, monthsBetween, type Zone } from '../basics/month.ts';
import { Day, Month } from '../basics/month-schema.ts';
import type { Order } from '../orders/order.ts';
import type { Payment } from '../payments/payment.ts';
import { CityCode, DistrictCode } from '../places/region.ts';
import { type Merchant, MerchantId } from '../register/merchant.ts';

const PackMonth = z.object({
  month: Month,
  listed: z.boolean().describe('Was on the market; before that nothing is known of the shop'),
  received: z.int().describe('Orders whose goods were received'),
  rupiah: RupiahTotal.describe('Goods received'),
  cancelledByShop: z.int(),
  onTime: z.int(),
  late: z.int(),
});

/**
 * What a shop did on the market in some months: facts that anybody could count again, no score, no rank, no advice, and
 * nobody but the shop (POJK 19/2025 pasal 14, POJK 29/2024: who judges credit for banks needs a licence).
 */
export const PackContent = z
  .object({
    kind: z.literal('rekam-usaha'),
    edition: z.literal(1),
    shop: z.object({
      merchantId: MerchantId,
      name: z.string(),
      cityCode: CityCode,
      district: DistrictCode,
      since: Day,
    }),
    from: Month,
    to: Month,
    madeOn: Day,
    months: z.array(PackMonth).describe('Oldest first; the season is in them'),
    totals: z.object({
      received: z.int(),
      rupiah: RupiahTotal,
      cancelledByShop: z.int(),
      onTime: z.int(),
      late: z.int(),
      returned: z.int().describe('Received orders of which money went back to the buyer'),
      upheldComplaints: z.int().describe('Disputed orders that ended against the shop'),
      repeatBuyers: z.int().describe('Buyers, persons and offices, with two received orders or more'),
      offices: z.int().describe('Different offices that received goods'),
    }),
    payments: z.object({
      paid: z.int(),
      paidRupiah: RupiahTotal,
      open: z.int(),
      openRupiah: RupiahTotal,
      medianDays: z.int().nullable().describe('From the first handover to the money, the lower middle'),
      longestDays: z.int().nullable(),
    }),
    certificates: z
      .array(z.object({ title: z.string(), on: Day, code: z.string() }))
      .describe('Of trainings, each to be checked by its code'),
    sources: z.array(z.string()),
  })
  .meta({ id: 'PackContent' });
export type PackContent = z.infer<typeof PackContent>;

/** A pack as it is handed over: what it says, its fingerprint, and the market's signature over it. */
export const Pack = z
  .object({
    code: z.string().describe('Opens the check page'),
    content: PackContent,
    hash: z.string().describe('SHA-256 of the content as RFC 8785 writes it, in hex'),
    signature: z.string(),
    publicKey: z.string(),
  })
  .meta({ id: 'Pack' });
export type Pack = z.infer<typeof Pack>;

type Traded = { readonly order: Order; readonly payment: Payment | undefined };
type Shop = Pick<Merchant, 'merchantId' | 'name' | 'cityCode' | 'district' | 'registeredAt' | 'verifiedAt'>;
type Asked = {
  readonly shop: Shop;
  readonly from: Month;
  readonly to: Month;
  readonly zone: Zone;
  readonly now: Instant;
  readonly certificates?: PackContent['certificates'];
};

const SOURCES = [
  'Pesanan yang diterima pembeli di Pasar Rata, menurut tanda terimanya',
  'Pembayaran pesanan itu, menurut catatan toko, penyedia pembayaran, dan bendahara dinas',
];

/** The month an order belongs to: its last handover's; of one that ended without any, that of its end. */
const monthOfOrder = ({ handovers, history }: Order, zone: Zone): Month | undefined =>
  handovers.at(-1)?.month ?? (history.at(-1) && monthOf(history.at(-1)?.at ?? '', zone));

const isReceived = ({ state, receivedRupiah }: Order): boolean => state === 'received' && receivedRupiah > 0;
const cancelledByShop = ({ state, history }: Order): boolean =>
  state === 'declined' ||
  (state === 'lapsed' &&
    history.some((step) => step.state === 'placed') &&
    history.at(-2)?.state !== 'awaiting_approval') ||
  (state === 'cancelled' && history.at(-1)?.side === 'merchant');
/** Was disputed, and ended without its goods being received: the shop gave in, or the city ruled so. */
const upheld = ({ state, history }: Order): boolean =>
  state === 'cancelled' && history.some((step) => step.state === 'disputed');
const broughtOn = ({ history }: Order, zone: Zone): Day | undefined => {
  const step = history.find(({ state }) => state === 'delivered');
  return step && dayOf(step.at, zone);
};
const isOnTime = (order: Order, zone: Zone): boolean => (broughtOn(order, zone) ?? '') <= order.deliverOn;

const total = (amounts: readonly number[]): string => String(amounts.reduce((sum, one) => sum + BigInt(one), 0n));
const many = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length;

const monthFacts = (month: Month, orders: readonly Order[], since: Day, zone: Zone) => {
  const own = orders.filter((order) => monthOfOrder(order, zone) === month);
  const received = own.filter(isReceived);
  const onTime = many(received, (order) => isOnTime(order, zone));
  return {
    month,
    listed: since.slice(0, 7) <= month,
    received: received.length,
    rupiah: total(received.map(({ receivedRupiah }) => receivedRupiah)),
    cancelledByShop: many(own, cancelledByShop),
    onTime,
    late: received.length - onTime,
  };
};

const buyerOf = ({ agencyId, buyer }: Order): string => agencyId ?? buyer;

const paymentFacts = (traded: readonly Traded[], zone: Zone): PackContent['payments'] => {
  const payments = traded.flatMap(({ payment }) => payment ?? []);
  const paid = payments.filter(({ state, paidRupiah }) => state === 'confirmed' && paidRupiah > 0);
  const open = payments.filter(
    ({ state, dueRupiah }) => ['unpaid', 'not_found', 'claimed', 'recorded'].includes(state) && dueRupiah > 0,
  );
  const days = paid
    .flatMap(({ handedOverAt, paidOn }) =>
      handedOverAt && paidOn ? [Math.max(0, daysBetween(dayOf(handedOverAt, zone), paidOn))] : [],
    )
    .sort((a, b) => a - b);
  return {
    paid: paid.length,
    paidRupiah: total(paid.map(({ paidRupiah }) => paidRupiah)),
    open: open.length,
    openRupiah: total(open.map(({ dueRupiah }) => dueRupiah)),
    medianDays: days[Math.floor((days.length - 1) / 2)] ?? null,
    longestDays: days.at(-1) ?? null,
  };
};

/** The facts of a shop's months, out of its orders with their payments. */
export const packContent = (
  traded: readonly Traded[],
  { shop, from, to, zone, now, certificates = [] }: Asked,
): PackContent => {
  const months = Array.from({ length: monthsBetween(from, to) + 1 }, (_, at) => addMonths(from, at));
  const within = traded.filter(({ order }) => months.includes(monthOfOrder(order, zone) ?? ''));
  const orders = within.map(({ order }) => order);
  const received = within.filter(({ order }) => isReceived(order));
  const since = dayOf(shop.verifiedAt ?? shop.registeredAt, zone);
  const facts = months.map((month) => monthFacts(month, orders, since, zone));
  const buyers = new Map<string, number>();
  for (const { order } of received) buyers.set(buyerOf(order), (buyers.get(buyerOf(order)) ?? 0) + 1);
  const sum = (name: 'received' | 'cancelledByShop' | 'onTime' | 'late') =>
    facts.reduce((all, one) => all + one[name], 0);
  return {
    kind: 'rekam-usaha',
    edition: 1,
    from,
    to,
    madeOn: dayOf(now, zone),
    months: facts,
    sources: SOURCES,
    certificates: [...certificates],
    shop: {
      merchantId: shop.merchantId,
      name: shop.name,
      cityCode: shop.cityCode,
      district: shop.district,
      since,
    },
    totals: {
      received: sum('received'),
      rupiah: total(received.map(({ order }) => order.receivedRupiah)),
      cancelledByShop: sum('cancelledByShop'),
      onTime: sum('onTime'),
      late: sum('late'),
      returned: many(received, ({ payment }) => (payment?.returnRupiah ?? 0) > 0),
      upheldComplaints: many(orders, upheld),
      repeatBuyers: [...buyers.values()].filter((orders) => orders > 1).length,
      offices: new Set(received.flatMap(({ order }) => order.agencyId ?? [])).size,
    },
    payments: paymentFacts(received, zone),
  };
};

const bytesOf = (content: PackContent): Uint8Array => new TextEncoder().encode(canonicalJson(content));

export const signedPack = (code: string, content: PackContent, hash: string, signer: Signer): Pack => ({
  code,
  content,
  hash,
  signature: signer.sign(bytesOf(content)),
  publicKey: signer.publicKey,
});

/** Whether a pack says what was signed. */
export const isIntact = ({ content, signature, publicKey }: Pack): boolean =>
  isSigned(bytesOf(content), signature, publicKey);
