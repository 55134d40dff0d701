import { Problem } from '../../../problem.ts';
import type { Day } from '../../basics/month.ts';
import type { PaymentWay } from '../../basics/payment-way.ts';
import { BROUGHT_FREE, type ChosenDelivery } from '../../deliveries/order-delivery.ts';
import type { NewOrder } from '../order.ts';

type Sent = NewOrder['shops'][number]['lines'][number];
/** A line as it was sent, and where it stood: a refusal points there. */
export type SentLine = Sent & { readonly pointer: string };
/**
 * What is ordered of one product. Lines of the same product are one, because a transaction names an item once and limits
 * hold for the sum; what each of them said of price and choice stays with it.
 */
export type CartLine = {
  readonly productId: string;
  readonly quantity: number;
  /** Of the first line that named the product. */
  readonly pointer: string;
  readonly sent: readonly SentLine[];
};
export type CartShop = {
  readonly merchantId: string;
  readonly pointer: string;
  readonly lines: readonly CartLine[];
  readonly delivery: ChosenDelivery;
  readonly deliverOn: Day;
  /** Where the day was written: at the shop, or once for the cart. */
  readonly dayPointer: string;
  readonly paymentWay: PaymentWay | undefined;
};
export type Cart = readonly CartShop[];

/**
 * One transaction writes a hundred items: at most five orders with their payments, every shelf, a budget line or what is
 * open, a proposal that is followed.
 */
const MOST_CART_ITEMS = 88;

/** Refuses a cart of which more must be written together than fits; goods made by the day count twice. */
export const requireFits = (items: number): void => {
  if (items > MOST_CART_ITEMS)
    throw new Problem(
      'invalid_request',
      `Satu keranjang memuat paling banyak ${MOST_CART_ITEMS} barang; barang buatan harian dihitung dua.`,
      [{ pointer: '/shops', detail: 'Pesan sisanya tersendiri.' }],
    );
};

const lineOf = (sent: readonly SentLine[]): CartLine[] => {
  const [first] = sent;
  if (!first) return [];
  const { productId, pointer } = first;
  return [{ productId, pointer, sent, quantity: sent.reduce((sum, { quantity }) => sum + quantity, 0) }];
};

/** An order's shops and lines as they will be written. @throws Problem for a shop named twice, or more than fits */
export const cartOf = ({ shops, deliverOn }: Pick<NewOrder, 'shops' | 'deliverOn'>): Cart => {
  if (new Set(shops.map(({ merchantId }) => merchantId)).size < shops.length)
    throw new Problem('invalid_request', 'Gabungkan barang dari toko yang sama.', [
      { pointer: '/shops', detail: 'Satu toko satu kali.' },
    ]);
  const cart = shops.map(({ merchantId, lines, delivery = BROUGHT_FREE, deliverOn: own, paymentWay }, index) => {
    const pointer = `/shops/${index}`;
    const sent = lines.map((line, at): SentLine => ({ ...line, pointer: `${pointer}/lines/${at}` }));
    const byProduct = Map.groupBy(sent, ({ productId }) => productId);
    return {
      merchantId,
      pointer,
      delivery,
      paymentWay,
      lines: [...byProduct.values()].flatMap(lineOf),
      deliverOn: own ?? deliverOn,
      dayPointer: own === undefined ? '/deliverOn' : `${pointer}/deliverOn`,
    };
  });
  requireFits(cart.reduce((sum, { lines }) => sum + lines.length, 0));
  return cart;
};

/** Every line as it was sent, with its pointer. */
export const sentLines = (cart: Cart): SentLine[] => cart.flatMap(({ lines }) => lines.flatMap(({ sent }) => sent));
