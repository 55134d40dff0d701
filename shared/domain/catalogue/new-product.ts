import * as z from 'zod';
import { Unit } from '../basics/amounts/unit-schema.ts';
import { Category } from '../basics/category.ts';
import { Id } from '../basics/id-schema.ts';
import { Quantity, Rupiah } from '../basics/money.ts';
import { Name, Paragraph } from '../basics/text.ts';
import { PhotoAddress } from '../photos/photo.ts';
import { DistrictCode } from '../places/region.ts';

export const ProductId = Id('prd').meta({ id: 'ProductId' });

/** Goods lie on a shelf (`stock`); meals and services are made, so many a day (`capacity`). */
export const Supply = z.enum(['stock', 'capacity']).meta({ id: 'Supply' });

export const offered = {
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
