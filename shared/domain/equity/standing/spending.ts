import * as z from 'zod';
import { Rupiah } from '../../basics/money.ts';
import { Month } from '../../basics/month-schema.ts';
import { MerchantId } from '../../register/merchant.ts';

/** What one agency bought from one merchant in one month. */
export const Spending = z
  .object({
    agencyId: z.string(),
    merchantId: MerchantId,
    ownerId: z.string(),
    month: Month,
    rupiah: Rupiah,
    orders: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Spending' });
export type Spending = z.infer<typeof Spending>;
