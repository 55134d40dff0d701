import * as z from 'zod';
import { Problem } from '../../../problem.ts';
import { Category } from '../../basics/category.ts';
import { Id } from '../../basics/id-schema.ts';
import { Quantity, Rupiah } from '../../basics/money.ts';
import type { Day } from '../../basics/month.ts';
import { Instant } from '../../basics/month-schema.ts';
import { Line } from '../../basics/text.ts';
import { rupiah } from '../../basics/wording.ts';
import { ProductId } from '../../catalogue/new-product.ts';
import type { Product } from '../../catalogue/product.ts';
import { CityCode } from '../../places/region.ts';
import { type Merchant, MerchantId } from '../../register/merchant.ts';
import { isOpen } from '../../register/merchant-moves.ts';

export const SavedCartId = Id('crt').meta({ id: 'SavedCartId' });

const Wanted = z.strictObject({ merchantId: MerchantId, productId: ProductId, quantity: Quantity });
/** As many lines as a household buys in a month; one call reads all of their goods. */
const MOST_LINES = 40;
/** So many lists one person keeps. */
export const MOST_SAVED = 10;

/** A cart to be kept under a name: what is bought every week, or every month. */
export const NewSavedCart = z
  .strictObject({ name: Line(40), lines: z.array(Wanted).min(1).max(MOST_LINES) })
  .meta({ id: 'NewSavedCart' });
export type NewSavedCart = z.infer<typeof NewSavedCart>;

/** Goods somebody wants again, with the name and price they had. */
const SavedLine = z.object({
  ...Wanted.shape,
  merchantName: z.string(),
  name: z.string(),
  unit: z.string(),
  priceRupiah: Rupiah,
});
export type SavedLine = z.infer<typeof SavedLine>;

export const SavedCart = z
  .object({
    cartId: SavedCartId,
    name: z.string(),
    cityCode: CityCode,
    lines: z.array(SavedLine),
    savedAt: Instant,
  })
  .meta({ id: 'SavedCart' });
export type SavedCart = z.infer<typeof SavedCart>;

/** A line as it can be ordered today; `now` is null when it cannot, and `remark` is what the buyer should know. */
const OpenedLine = SavedLine.extend({
  now: z
    .object({
      priceRupiah: Rupiah,
      quantity: z.int().describe('As many as before, or as many as there are'),
      minQuantity: z.int(),
      category: Category,
      photo: z.string().optional(),
    })
    .nullable(),
  remark: z.string().nullable(),
}).meta({ id: 'OpenedLine' });
export type OpenedLine = z.infer<typeof OpenedLine>;

/** Goods on their way back into a cart. */
export const OpenedCart = z.object({ cityCode: CityCode, lines: z.array(OpenedLine) }).meta({ id: 'OpenedCart' });

/** The lists with one more, or with the one of the same name replaced. @throws Problem cart_limit */
export const withSaved = (carts: readonly SavedCart[], cart: SavedCart): SavedCart[] => {
  const others = carts.filter(({ name }) => name !== cart.name);
  if (others.length >= MOST_SAVED)
    throw new Problem('cart_limit', `Anda punya ${MOST_SAVED} daftar. Hapus satu dulu, lalu simpan yang baru.`, [
      { pointer: '/name', detail: 'Pakai nama daftar yang sudah ada untuk menggantinya.' },
    ]);
  return [...others, cart].sort((a, b) => (a.name < b.name ? -1 : 1));
};

type Offer = {
  readonly product: Product | undefined;
  readonly shop: Merchant | undefined;
  /** Pieces that anybody may reckon with: none, the most that few can be; undefined where enough, or made by the day. */
  readonly free: number | undefined;
};

/** What stands against ordering it today, in words. */
const gone = ({ name, merchantName }: SavedLine, { product, shop, free }: Offer, today: Day): string | undefined => {
  if (!product?.listed) return `${name} sudah tidak dijual.`;
  if (!shop || !isOpen(shop, today)) return `${name}: ${merchantName} sedang tutup.`;
  return free === 0 ? `${name} sedang habis.` : undefined;
};

/** A line wanted again, as its shop offers it today. */
export const openedLine = (line: SavedLine, offer: Offer, today: Day): OpenedLine => {
  const { product, free } = offer;
  const against = gone(line, offer, today);
  if (!product || against !== undefined) return { ...line, now: null, remark: against ?? null };
  const { priceRupiah, minQuantity, category, photo, name, unit } = product;
  const wanted = Math.max(line.quantity, minQuantity);
  const quantity = Math.min(wanted, free ?? wanted);
  const said = [
    ...(priceRupiah === line.priceRupiah
      ? []
      : [
          `${priceRupiah > line.priceRupiah ? 'naik' : 'turun'} dari ${rupiah(line.priceRupiah)} ke ${rupiah(priceRupiah)}`,
        ]),
    ...(quantity < line.quantity ? ['tinggal sedikit'] : []),
    ...(quantity > line.quantity ? [`paling sedikit ${quantity} ${unit}`] : []),
  ];
  return {
    ...line,
    name,
    unit,
    merchantName: product.merchantName,
    now: { priceRupiah, quantity, minQuantity, category, ...(photo === undefined ? {} : { photo }) },
    remark: said.length > 0 ? `${name} ${said.join(', ')}.` : null,
  };
};
