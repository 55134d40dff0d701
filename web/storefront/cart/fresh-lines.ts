import type { Output } from '../../../shared/contract.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { mostOfFew } from '../../../shared/domain/catalogue/left.ts';
import type { Call, Refusal } from '../../entry/client.ts';
import { type CartLine, readCart, withChange, writeCart } from './cart.ts';
import { faceOf, type Trouble, type Troubles } from './troubles.ts';

type Said = Omit<Trouble, 'of'>;
const gone: Said = { code: 'product_withdrawn', detail: 'Barang ini sedang tidak dijual.' };

/** When its maker can deliver. */
type Days = Pick<Output<'GET /merchants/{merchantId}/products/{productId}'>, 'leadDays' | 'closedDays'>;
type Fresh = { readonly trouble?: Said; readonly days?: Days };

/** A browser may hold an answer for some seconds; what a person is about to order is asked for again. */
const headers = { 'cache-control': 'no-cache' };

/** Of a shelf everybody is told that few are left, of what is made how many a day; the number left, who orders. */
const tooFew = (
  now: Output<'GET /merchants/{merchantId}/products/{productId}'>,
  quantity: number,
): Said | undefined => {
  const { left, perDay, unit } = now;
  const code = 'stock_too_little';
  if (left === 'gone') return { code, detail: 'Barang ini habis.', figure: 0 };
  if (perDay !== null)
    return perDay < quantity ? { code, detail: `Paling banyak ${perDay} ${unit} sehari.` } : undefined;
  return left === 'few' && mostOfFew(now) < quantity
    ? { code, detail: `Tinggal sedikit: paling banyak ${mostOfFew(now)} ${unit}.` }
    : undefined;
};

const freshOf = async (call: Call, line: CartLine): Promise<Fresh> => {
  const { merchantId, productId } = line;
  const params = { merchantId, productId };
  try {
    const now = await call('GET /merchants/{merchantId}/products/{productId}', { params, headers });
    if (!now.active || !now.listed) return { trouble: gone };
    if (now.minQuantity !== line.minQuantity) {
      const quantity = Math.max(line.quantity, now.minQuantity);
      writeCart(withChange(readCart(), line, { minQuantity: now.minQuantity, quantity }));
    }
    if (now.priceRupiah !== line.priceRupiah)
      return {
        trouble: {
          code: 'price_changed',
          detail: `Harganya sekarang ${rupiah(now.priceRupiah)}.`,
          figure: now.priceRupiah,
        },
      };
    const trouble = tooFew(now, line.quantity);
    return trouble ? { trouble } : { days: now };
  } catch (error) {
    return (error as Refusal).status === 404 ? { trouble: gone } : {};
  }
};

/** What holds now of a cart: what stands in its way, and when its makers can deliver. */
export type FreshCart = { readonly troubles: Troubles; readonly days: readonly Days[] };
export const nothingFresh: FreshCart = { troubles: new Map(), days: [] };

/** Asks what holds now of every line, so that a changed price or a closed day is seen before the order and not after. */
export const freshCart = async (call: Call): Promise<FreshCart> => {
  const { lines } = readCart();
  const found = await Promise.all(lines.map(async (line) => ({ line, ...(await freshOf(call, line)) })));
  return {
    troubles: new Map(
      found.flatMap(({ line, trouble }) =>
        trouble ? [[line.productId, { ...trouble, of: faceOf(line) }] as const] : [],
      ),
    ),
    days: found.flatMap(({ days }) => (days ? [days] : [])),
  };
};
