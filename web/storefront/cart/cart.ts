import type { Category } from '../../../shared/domain/basics/category.ts';
import type { Unsent } from './check/wish.ts';

/** What lies in the cart, as it was when it was put there. The API says what holds when it is ordered. */
export type CartLine = {
  readonly merchantId: string;
  readonly merchantName: string;
  readonly productId: string;
  readonly name: string;
  readonly unit: string;
  readonly priceRupiah: number;
  readonly category: Category;
  readonly photo?: string | undefined;
  readonly quantity: number;
  readonly minQuantity: number;
  /** The card's token of the list it was chosen from. */
  readonly choice?: string | undefined;
  /** Why it was chosen though it stood below the line. */
  readonly reason?: string | undefined;
};

/** One city's cart. `key` names the order being placed: sent again it makes no second one. */
export type Cart = {
  readonly city: string | undefined;
  readonly lines: readonly CartLine[];
  /** Shops whose goods are picked up; all others bring theirs. */
  readonly pickUps?: readonly string[] | undefined;
  /** At which centre goods are picked up, by shop; without an entry at the shop itself. */
  readonly centres?: Readonly<Record<string, string>> | undefined;
  readonly key?: string | undefined;
  /** The order as it was sent when there was no network; a change of the cart is another order, and takes it along. */
  readonly unsent?: Unsent | undefined;
};
export const emptyCart: Cart = { city: undefined, lines: [] };

export const MOST_SHOPS = 5;

const same = (a: Pick<CartLine, 'merchantId' | 'productId'>, b: Pick<CartLine, 'merchantId' | 'productId'>) =>
  a.merchantId === b.merchantId && a.productId === b.productId;

/** A change of what is ordered is another order: the key of the former one is dropped. */
const changed = (cart: Cart, lines: readonly CartLine[]): Cart => ({
  city: lines.length ? cart.city : undefined,
  lines,
  ...(cart.pickUps && lines.length ? { pickUps: cart.pickUps } : {}),
  ...(cart.centres && lines.length ? { centres: cart.centres } : {}),
});

/** Puts goods into the cart, on top of what is there of them. Another city's goods make a new cart. */
export const withLine = (cart: Cart, city: string, line: CartLine): Cart => {
  const lines = cart.city === undefined || cart.city === city ? cart.lines : [];
  const known = lines.find((one) => same(one, line));
  const quantity = (known?.quantity ?? 0) + line.quantity;
  const after = known
    ? lines.map((one) => (same(one, line) ? { ...one, ...line, quantity } : one))
    : [...lines, { ...line, quantity: Math.max(quantity, line.minQuantity) }];
  return changed({ ...cart, city, lines: after }, after);
};

type Goods = Pick<CartLine, 'merchantId' | 'productId'>;
export const withChange = (cart: Cart, goods: Goods, change: Partial<CartLine>): Cart =>
  changed(
    cart,
    cart.lines.map((one) => (same(one, goods) ? { ...one, ...change } : one)),
  );
export const without = (cart: Cart, goods: Goods): Cart =>
  changed(
    cart,
    cart.lines.filter((one) => !same(one, goods)),
  );

export const withoutShop = (cart: Cart, merchantId: string): Cart =>
  changed(
    cart,
    cart.lines.filter((one) => one.merchantId !== merchantId),
  );

/** The buyer picks up at a shop or at a centre, or has its goods brought. */
export const withPickUp = (cart: Cart, merchantId: string, pickUp: boolean, centre?: string): Cart => {
  const others = cart.pickUps?.filter((one) => one !== merchantId) ?? [];
  const { [merchantId]: _, ...elsewhere } = cart.centres ?? {};
  const centres = centre === undefined ? elsewhere : { ...elsewhere, [merchantId]: centre };
  return changed({ ...cart, pickUps: pickUp ? [...others, merchantId] : others, centres }, cart.lines);
};
export const centreOf = ({ centres }: Cart, merchantId: string): string | undefined => centres?.[merchantId];
export const isPickedUp = ({ pickUps }: Cart, merchantId: string): boolean => pickUps?.includes(merchantId) ?? false;

/** Puts goods back into the cart, in place of what is there of them. */
export const withGoods = (cart: Cart, city: string, wanted: readonly CartLine[]): Cart =>
  wanted.reduce((now, line) => withLine(without(now, line), city, line), cart.city === city ? cart : emptyCart);

/** Lines per shop, in the order in which the shops came into the cart. */
export const shopsOf = ({ lines }: Cart): { merchantId: string; merchantName: string; lines: CartLine[] }[] => {
  const shops = new Map<string, { merchantId: string; merchantName: string; lines: CartLine[] }>();
  for (const line of lines) {
    const { merchantId, merchantName } = line;
    const shop = shops.get(merchantId) ?? { merchantId, merchantName, lines: [] };
    shop.lines.push(line);
    shops.set(merchantId, shop);
  }
  return [...shops.values()];
};

export const sumOf = (lines: readonly CartLine[]): number =>
  lines.reduce((sum, { priceRupiah, quantity }) => sum + priceRupiah * quantity, 0);
export const countOf = ({ lines }: Cart): number => lines.length;

const KEY = 'keranjang';
const CHANGED = 'keranjang-berubah';

const isCart = (value: unknown): value is Cart =>
  typeof value === 'object' && value !== null && Array.isArray((value as Cart).lines);

export const readCart = (): Cart => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isCart(stored) ? stored : emptyCart;
  } catch {
    return emptyCart;
  }
};

export const writeCart = (cart: Cart): Cart => {
  try {
    localStorage.setItem(KEY, JSON.stringify(cart));
  } catch {}
  dispatchEvent(new Event(CHANGED));
  return cart;
};

/** Tells of every change, in this tab and in others. */
export const onCartChange = (told: () => void): (() => void) => {
  addEventListener(CHANGED, told);
  addEventListener('storage', told);
  return () => {
    removeEventListener(CHANGED, told);
    removeEventListener('storage', told);
  };
};
