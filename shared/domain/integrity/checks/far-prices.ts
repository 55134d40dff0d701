import { count, rupiah } from '../../basics/wording.ts';
import { type MonthFacts, officeName, shopName } from '../facts.ts';
import type { Finding } from '../finding.ts';
import type { Purchase, PurchaseLine } from '../purchase.ts';
import { centreOf } from '../tails.ts';

const LEAST_OWNERS = 5;
/** Where all ask the same, any other price is infinitely far; below this nobody is asked. */
const LEAST_RATIO = 1.3;
/** The modified z-score of Iglewicz and Hoaglin (1993), in deviations of a normal; beyond 3.5 they call a value an outlier. */
const NORMAL = 0.6745;
const MOST_DEVIATIONS = 3.5;

/** How far a price is from those of other owners; undefined without enough of them, or when it is not far. */
export const farPrice = (
  priceRupiah: number,
  others: readonly number[],
): { median: number; deviations: number } | undefined => {
  if (others.length < LEAST_OWNERS) return undefined;
  const { median, mad } = centreOf(others);
  const deviations = mad === 0 ? Number.POSITIVE_INFINITY : (NORMAL * (priceRupiah - median)) / mad;
  if (priceRupiah < LEAST_RATIO * median || deviations <= MOST_DEVIATIONS) return undefined;
  return { median, deviations };
};

/** Lines of an office's month whose price is far above like goods of other owners, one question for each shop and kind. */
export const farPrices = (facts: MonthFacts): Finding[] => {
  const found = new Map<string, { orders: Purchase[]; line: PurchaseLine; median: number; owners: number }>();
  for (const purchase of facts.purchases) {
    if (purchase.agencyId === null || purchase.month !== facts.month) continue;
    for (const line of purchase.lines) {
      const prices = facts.prices.get(line.goods) ?? new Map<string, number>();
      const others = [...prices].flatMap(([ownerId, price]) => (ownerId === purchase.ownerId ? [] : [price]));
      const far = farPrice(line.priceRupiah, others);
      if (!far) continue;
      const subject = `${purchase.agencyId} ${purchase.merchantId} ${line.goods}`;
      const known = found.get(subject) ?? { orders: [], line, median: far.median, owners: others.length };
      known.orders.push(purchase);
      if (line.priceRupiah > known.line.priceRupiah) known.line = line;
      found.set(subject, known);
    }
  }
  return [...found].map(([subject, { orders, line, median, owners }]): Finding => {
    const { agencyId, merchantId } = orders[0] as Purchase;
    return {
      rule: 'far-price',
      subject,
      agencyId,
      merchantIds: [merchantId],
      orderIds: [...new Set(orders.map(({ orderId }) => orderId))],
      question: `${officeName(facts, agencyId ?? '')} membayar ${rupiah(line.priceRupiah)} per ${line.unit} untuk ${line.name} di ${shopName(facts, merchantId)}. Mengapa jauh di atas yang lain?`,
      facts: [
        { label: 'Dibayar', value: `${rupiah(line.priceRupiah)} per ${line.unit}` },
        { label: 'Harga tengah sejenis', value: `${rupiah(Math.round(median))} dari ${count(owners)} pemilik lain` },
        { label: 'Pesanan', value: count(orders.length) },
      ],
      weight: line.priceRupiah / median,
    };
  });
};
