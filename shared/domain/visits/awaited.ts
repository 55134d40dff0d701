import * as z from 'zod';
import { Category } from '../basics/category.ts';
import { DAY_MS, Instant, later } from '../basics/month.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';

/** An owner who stands behind all others until somebody from the city met somebody there: by the first of its shops. */
export const AwaitedVisit = z
  .object({
    cityCode: CityCode,
    ownerId: z.string(),
    merchantId: MerchantId,
    name: z.string(),
    district: z.string(),
    category: Category,
    since: Instant.describe('When it entered the market, or its turn to be visited came'),
    newcomer: z.boolean().describe('False for who was there before newcomers were to be visited'),
    tried: z.boolean().describe('Somebody from the city was there, and met nobody'),
  })
  .meta({ id: 'AwaitedVisit' });
export type AwaitedVisit = z.infer<typeof AwaitedVisit>;

/** So soon honest newcomers lose nothing by waiting (docs/equity). */
const WITHIN_DAYS = 30;
/** Until when the city should have been there. */
export const visitDue = ({ since }: Pick<AwaitedVisit, 'since'>): Instant => later(since, WITHIN_DAYS * DAY_MS);
