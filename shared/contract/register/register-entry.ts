import * as z from 'zod';
import { Category } from '../../domain/basics/category.ts';
import { DistrictCode } from '../../domain/places/region.ts';
import { Merchant, MerchantStatus } from '../../domain/register/merchant.ts';

/** A line of the city's register. */
export const RegisterEntry = Merchant.pick({
  merchantId: true,
  name: true,
  district: true,
  category: true,
  status: true,
  registeredAt: true,
  proposed: true,
}).meta({ id: 'RegisterEntry' });

/** What an officer may narrow the register by, on the page and in the file. */
export const registerFilters = {
  status: MerchantStatus.optional().describe('Left out: applications that wait, or all that are found'),
  q: z.string().max(100).optional().describe('Words of a name or an owner, a phone, NIB, NIK or NPWP'),
  district: DistrictCode.optional(),
  category: Category.optional(),
  proposal: z.literal('open').optional(),
} as const;
