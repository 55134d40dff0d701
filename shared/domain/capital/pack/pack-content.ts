import { addMonths, dayOf, type Instant, monthsBetween, type Zone } from '../../basics/month.ts';
import type { Month } from '../../basics/month-schema.ts';
import type { Order } from '../../orders/order.ts';
import type { Merchant } from '../../register/merchant.ts';
import { isReceived, many, monthFacts, monthOfOrder, total } from './month-facts.ts';
import type { PackContent } from './pack.ts';
import { buyerOf, paymentFacts, type Traded } from './payment-facts.ts';

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
/** Was disputed, and ended without its goods being received: the shop gave in, or the city ruled so. */
const upheld = ({ state, history }: Order): boolean =>
  state === 'cancelled' && history.some((step) => step.state === 'disputed');

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
