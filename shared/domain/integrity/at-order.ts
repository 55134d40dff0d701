import { purchaseCeilingsOn } from '../../rules/purchase-forms.ts';
import type { Day } from '../basics/month.ts';
import { percent, rupiah } from '../basics/wording.ts';
import type { Product } from '../catalogue/product.ts';
import { feeOf } from '../deliveries/order-delivery.ts';
import type { Order } from '../orders/order.ts';
import type { Merchant } from '../register/merchant.ts';
import { boughtAtOnce } from './checks/new-products.ts';
import type { OrderAsked } from './order-asked.ts';
import type { RuleCode } from './rule-code.ts';

/** What placing has read anyway: nothing is fetched for a question. */
type Placing = {
  readonly orders: readonly Order[];
  readonly products: ReadonlyMap<string, Product>;
  readonly merchants: ReadonlyMap<
    string,
    Pick<Merchant, 'ownerId' | 'phone'> & { readonly accountKey?: string | undefined }
  >;
  readonly today: Day;
};
type Ask = (order: Order, placing: Placing) => string | undefined;

/** Just under: what is left to the limit is less than a tenth of it. */
const NEAR = 0.9;
const nearLimit: Ask = ({ packageRupiah = 0 }, { today }) => {
  const limit = purchaseCeilingsOn(today).find((one) => packageRupiah <= one);
  if (limit === undefined || packageRupiah <= NEAR * limit) return undefined;
  return `Jumlahnya ${rupiah(packageRupiah)}, sedikit di bawah batas ${rupiah(limit)}. Apakah ada kebutuhan sejenis yang dipesan terpisah?`;
};

/** Between the line of a list, which asks a reason of its own, and a price that needs none. */
const FAR = 1.5;
const farPrice: Ask = ({ lines }) => {
  const line = lines.find(({ priceRupiah, choice }) => {
    const reference = choice?.referenceRupiah ?? null;
    return reference !== null && choice?.below === null && priceRupiah > FAR * reference;
  });
  if (!line) return undefined;
  return `Harga ${line.name} ${rupiah(line.priceRupiah)}, harga tengah sejenis ${rupiah(line.choice?.referenceRupiah ?? 0)}. Mengapa yang ini?`;
};

const newProduct: Ask = ({ lines, placedAt }, { products }) => {
  const line = lines.find(({ productId, priceRupiah, quantity, name, unit }) => {
    const offeredAt = products.get(productId)?.createdAt ?? null;
    return boughtAtOnce({ goods: '', name, unit, priceRupiah, quantity, offeredAt }, placedAt);
  });
  return line && `${line.name} baru ditawarkan kurang dari sehari. Bagaimana Anda menemukannya?`;
};

/** Whose sign-in applied for the shop is looked at when the order is approved. */
const bothSides: Ask = ({ merchantId, buyerPhone, merchantName }, { merchants }) =>
  merchants.get(merchantId)?.phone === buyerPhone
    ? `Nomor kontak pesanan ini sama dengan nomor ${merchantName}. Apa hubungan Anda dengan toko ini?`
    : undefined;

const MOST_FEE = 0.5;
const fee: Ask = (order) => {
  const goods = order.totalRupiah - feeOf(order);
  if (feeOf(order) <= MOST_FEE * goods) return undefined;
  return `Ongkos antar ${rupiah(feeOf(order))} adalah ${percent(feeOf(order) / Math.max(1, goods))} dari nilai barang. Mengapa diantar semahal itu?`;
};

/** Asked at the later of two shops, so that it is asked once. */
const linked: Ask = ({ merchantId, merchantName }, { orders, merchants }) => {
  const own = merchants.get(merchantId);
  const before = orders.slice(
    0,
    orders.findIndex((order) => order.merchantId === merchantId),
  );
  const other = before.find((order) => {
    const shop = merchants.get(order.merchantId);
    if (!own || !shop) return false;
    const account = own.accountKey !== undefined && own.accountKey === shop.accountKey;
    return own.ownerId === shop.ownerId || own.phone === shop.phone || account;
  });
  return other && `${other.merchantName} dan ${merchantName} mungkin satu pemilik. Mengapa dibagi ke keduanya?`;
};

const asks = {
  'split-packages': nearLimit,
  'far-price': farPrice,
  'new-product': newProduct,
  'both-sides': bothSides,
  'delivery-fee': fee,
  'linked-shops': linked,
} as const satisfies Partial<Record<RuleCode, Ask>>;

/** The questions that an office's orders raise as they are placed, by order; people are asked nothing. */
export const askedAtOrder = (placing: Placing): OrderAsked[][] =>
  placing.orders.map((order, index) =>
    order.agencyId === null
      ? []
      : Object.entries(asks).flatMap(([rule, ask]) => {
          // A package is one sum: it is asked about once, with its first order.
          const question = rule === 'split-packages' && index > 0 ? undefined : ask(order, placing);
          return question === undefined ? [] : [{ rule: rule as RuleCode, question }];
        }),
  );
