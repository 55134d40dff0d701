import * as z from 'zod';
import { Category } from '../basics/category.ts';
import { Instant } from '../basics/month-schema.ts';
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
    notedAt: Instant.describe('When that it waits, or that nobody was met, was noted'),
  })
  .meta({ id: 'AwaitedVisit' });
export type AwaitedVisit = z.infer<typeof AwaitedVisit>;
