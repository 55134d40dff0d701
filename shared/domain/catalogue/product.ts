import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { Unit } from '../basics/amounts/unit-schema.ts';
import { Category } from '../basics/category.ts';
import { Id } from '../basics/id-schema.ts';
import { Quantity, Rupiah } from '../basics/money.ts';
import { addDays, weekdayOf } from '../basics/month.ts';
import { Day, Instant } from '../basics/month-schema.ts';
import { Name, Paragraph } from '../basics/text.ts';
import { weekdays, day as written } from '../basics/wording.ts';
import { PhotoAddress } from '../photos/photo.ts';
import { CityCode, DistrictCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';

export const ProductId = Id('prd').meta({ id: 'ProductId' });

/** Goods lie on a shelf (`stock`); meals and services are made, so many a day (`capacity`). */
export const Supply = z.enum(['stock', 'capacity']).meta({ id: 'Supply' });

const offered = {
  name: Name(80),
  description: Paragraph(1000).optional(),
  unit: Unit,
  priceRupiah: Rupiah.min(1),
  category: Category,
  photo: PhotoAddress.optional().describe('Address answered by the upload of a photo of this shop'),
  leadDays: z.int().min(0).max(60).describe('Days the maker needs before delivery'),
  closedDays: z.array(z.int().min(1).max(7)).max(6).describe('ISO weekdays without delivery; 7 is Sunday'),
  deliversTo: z.array(DistrictCode).max(80).describe('Districts served; empty means the whole city'),
  minQuantity: Quantity,
} as const;

export const NewProduct = z
  .strictObject({
    ...offered,
    supply: Supply,
    amount: z.int().min(0).max(1_000_000).describe('Pieces on the shelf, or pieces a day'),
    leadDays: offered.leadDays.default(0),
    closedDays: offered.closedDays.default([]),
    deliversTo: offered.deliversTo.default([]),
    minQuantity: offered.minQuantity.default(1),
  })
  .meta({ id: 'NewProduct' });
export type NewProduct = z.infer<typeof NewProduct>;

export const ProductChange = z
  .strictObject({
    ...offered,
    description: offered.description.nullable().describe('Null removes it'),
    photo: offered.photo.nullable().describe('Null removes it'),
    active: z.boolean(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Isi paling sedikit satu kolom.')
  .meta({ id: 'ProductChange' });
export type ProductChange = z.infer<typeof ProductChange>;

/** What one shop may have in the catalogue at once: more than a micro business sells. */
export const MOST_OFFERS = 100;
/** With those it withdrew, which it sees and may offer again. */
export const MOST_PRODUCTS = 500;

export const Product = z
  .object({
    productId: ProductId,
    merchantId: MerchantId,
    merchantName: z.string(),
    cityCode: CityCode,
    district: DistrictCode,
    ...offered,
    supply: Supply,
    perDay: z.int().nullable().describe('Daily capacity; null for goods on a shelf'),
    active: z.boolean(),
    listed: z.boolean().describe('In the catalogue: active, and its shop verified'),
    barred: z
      .object({ name: z.string().describe('What it was called then'), reason: z.string(), at: Instant })
      .optional()
      .describe('The city took it off the market; until it opens it again, it cannot be offered'),
    createdAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Product' });
export type Product = z.infer<typeof Product>;

/** The product with a change in it. Null empties what may be empty. */
export const withProductChange = <P extends Product>(
  product: P,
  { photo, description, ...change }: ProductChange,
): P => {
  const { photo: formerPhoto, description: formerDescription, ...rest } = product;
  const shown = photo === undefined ? formerPhoto : (photo ?? undefined);
  const text = description === undefined ? formerDescription : (description ?? undefined);
  return {
    ...rest,
    ...change,
    ...(shown === undefined ? {} : { photo: shown }),
    ...(text === undefined ? {} : { description: text }),
  } as P;
};

/** What a list shows of a product. */
export const ProductCard = Product.pick({
  productId: true,
  merchantId: true,
  merchantName: true,
  district: true,
  name: true,
  unit: true,
  priceRupiah: true,
  category: true,
  photo: true,
  supply: true,
  leadDays: true,
}).meta({ id: 'ProductCard' });
export type ProductCard = z.infer<typeof ProductCard>;

/**
 * The shelf of a stock product, or one day of a capacity product. `taken + free = given` always: `given` is what lies on
 * the shelf by the books (or can be made that day), `taken` what of it is promised. An order promises pieces, sending them
 * takes them off the shelf, ending without delivery frees them; counting says again what there is, and when that is less
 * than promised, `free` is below zero until orders end.
 */
export const Stock = z
  .object({
    productId: ProductId,
    merchantId: MerchantId,
    day: Day.nullable().describe('Null for a shelf'),
    given: z.int(),
    taken: z.int(),
    free: z.int(),
  })
  .meta({ id: 'Stock' });
export type Stock = z.infer<typeof Stock>;

export const StockCount = z
  .strictObject({
    amount: z.int().min(0).max(1_000_000).describe('Pieces on the shelf now, or pieces a day from now on'),
  })
  .meta({ id: 'StockCount' });

const counts = {
  counted: z.int().describe('Pieces there are'),
  promised: z.int().describe('Of them promised to buyers and not sent yet'),
  free: z.int().describe('Left to order'),
  short: z.int().describe('Promised beyond what there is: fulfil or call off orders'),
} as const;

/** What a count of the shelf, or a new daily capacity, leads to. */
export const CountedStock = z
  .object({
    productId: ProductId,
    merchantId: MerchantId,
    ...counts,
    days: z
      .array(z.object({ day: Day, ...counts }))
      .describe('Of a daily capacity: days from today on that have orders; the figures above are a day without any'),
  })
  .meta({ id: 'CountedStock' });

export const countsOf = ({ given, taken, free }: Pick<Stock, 'given' | 'taken' | 'free'>) => ({
  counted: given,
  promised: taken,
  free: Math.max(0, free),
  short: Math.max(0, -free),
});

type Days = Pick<Product, 'leadDays' | 'closedDays'>;

/** The first day from `from` on that its maker is open. No maker is closed on all seven. */
const openFrom = ({ closedDays }: Days, from: Day): Day => {
  let day = from;
  while (closedDays.includes(weekdayOf(day))) day = addDays(day, 1);
  return day;
};

/** The first day this product can be delivered when ordered on `today`. */
export const firstDeliveryDay = (product: Days, today: Day): Day => openFrom(product, addDays(today, product.leadDays));

/** The day itself where its maker can keep it, ordered on `today`; else the nearest one after it on which they can. */
export const nearestDay = (product: Days, day: Day, today: Day): Day => {
  const first = firstDeliveryDay(product, today);
  return day < first ? first : openFrom(product, day);
};

/** Refuses a day on which the maker cannot deliver, and names the nearest one after it on which they can. */
const requireDay = (product: Product, day: Day, today: Day, pointer: string): void => {
  const near = nearestDay(product, day, today);
  if (near === day) return;
  const first = firstDeliveryDay(product, today);
  const why =
    day < first ? `paling cepat diantar ${written(first)}` : `tidak diantar hari ${weekdays[weekdayOf(day) - 1]}`;
  throw new Problem(
    'date_not_possible',
    `${product.name} ${why}. Pilih ${weekdays[weekdayOf(near) - 1]}, ${written(near)}.`,
    [{ pointer, detail: `Bisa mulai ${weekdays[weekdayOf(near) - 1]}, ${written(near)} (${near}).` }],
  );
};

/** Refuses a delivery this product's maker cannot make; the sentence says what would work. No district: it is picked up. */
export const requireDeliverable = (
  product: Product,
  {
    day,
    today,
    district,
    quantity,
    pointer,
    dayPointer = '/deliverOn',
  }: { day: Day; today: Day; district: string | null; quantity: number; pointer: string; dayPointer?: string },
): void => {
  if (quantity < product.minQuantity)
    throw new Problem(
      'quantity_not_possible',
      `${product.name} dipesan paling sedikit ${product.minQuantity} ${product.unit}.`,
      [
        {
          pointer: `${pointer}/quantity`,
          detail: `Paling sedikit ${product.minQuantity}.`,
          figure: product.minQuantity,
        },
      ],
    );
  requireDay(product, day, today, dayPointer);
  if (district !== null && product.deliversTo.length > 0 && !product.deliversTo.includes(district))
    throw new Problem('not_delivered_there', `${product.name} tidak diantar ke kecamatan ini.`, [
      { pointer: '/deliverTo/district', detail: 'Pilih kecamatan lain; daftarnya ada di halaman barang.' },
    ]);
};
