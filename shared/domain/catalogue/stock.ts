import * as z from 'zod';
import { Day } from '../basics/month-schema.ts';
import { MerchantId } from '../register/merchant.ts';
import { ProductId } from './new-product.ts';

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
