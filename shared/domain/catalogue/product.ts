import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { CityCode, DistrictCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { offered, ProductId, Supply } from './new-product.ts';

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
