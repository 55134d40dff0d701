import * as z from 'zod';
import { AgencyId } from '../../agencies/agency.ts';
import { Category } from '../../basics/category.ts';
import { Id } from '../../basics/id-schema.ts';
import { Quantity, Rupiah } from '../../basics/money.ts';
import { Day, Instant } from '../../basics/month-schema.ts';
import { ProductId } from '../../catalogue/new-product.ts';
import { Person } from '../../people/caller.ts';
import { CityCode, DistrictCode } from '../../places/region.ts';
import { MerchantId } from '../../register/merchant.ts';
import { DecisionId } from '../list/choice.ts';

export const AllocationId = Id('alc').meta({ id: 'AllocationId' });

/** The most suppliers one package may have, whatever a city's policy says: a cart holds five shops. */
export const MOST_SUPPLIERS = 5;

/** A large agency order, before it is known who delivers it. */
export const NewAllocation = z
  .strictObject({
    agencyId: AgencyId,
    category: Category,
    similarTo: ProductId.optional().describe('A product of the kind wanted; left out, anything of the category'),
    quantity: Quantity,
    district: DistrictCode,
    deliverOn: Day,
    lots: z
      .int()
      .min(1)
      .max(MOST_SUPPLIERS)
      .optional()
      .describe('Wanted number of equal lots; left out, as the rule says'),
    replaces: Id('ord')
      .optional()
      .describe('An order of this office that its shop declined: its owner is not asked again'),
  })
  .meta({ id: 'NewAllocation' });
export type NewAllocation = z.infer<typeof NewAllocation>;

const Supplier = z
  .object({
    merchantId: MerchantId,
    merchantName: z.string(),
    ownerId: z.string(),
    productId: ProductId,
    productName: z.string(),
    unit: z.string(),
    units: z.int(),
    priceRupiah: Rupiah,
    valueRupiah: Rupiah,
    rank: z.int(),
    referenceRupiah: Rupiah.nullable(),
    sentence: z.string(),
  })
  .meta({ id: 'Supplier' });

/** Who could step in for one supplier, as things stood when the split was proposed. */
const Spare = Supplier.pick({
  merchantId: true,
  merchantName: true,
  productId: true,
  productName: true,
  unit: true,
  priceRupiah: true,
})
  .extend({ maxUnits: z.int().describe('So many could be made that day') })
  .meta({ id: 'Spare' });

/** A proposed split: who delivers how much and why. Placing an order takes it, once. */
export const Allocation = z
  .object({
    allocationId: AllocationId,
    cityCode: CityCode,
    agencyId: z.string(),
    wanted: NewAllocation.omit({ agencyId: true }),
    decisionId: DecisionId,
    ledgerVersion: z.string(),
    policyVersion: z.int(),
    drawnOn: Day,
    state: z.enum(['proposed', 'placed']),
    suppliers: z.array(Supplier),
    spare: Spare.nullable(),
    lots: z.array(
      z.object({
        lot: z.int(),
        ownerId: z.string(),
        units: z.int(),
      }),
    ),
    totalRupiah: Rupiah,
    sentence: z.string(),
    packageId: z.string().nullable(),
    by: Person,
    at: Instant,
    version: z.int(),
  })
  .meta({ id: 'Allocation' });
export type Allocation = z.infer<typeof Allocation>;

type Cart = readonly { merchantId: string; lines: readonly { productId: string; quantity: number }[] }[];

/** Whether a cart orders exactly what was proposed, however its lines are cut. */
export const followsProposal = (allocation: Pick<Allocation, 'suppliers'>, cart: Cart): boolean => {
  const left = new Map(
    allocation.suppliers.map(({ merchantId, productId, units }) => [`${merchantId} ${productId}`, units]),
  );
  for (const { merchantId, lines } of cart)
    for (const { productId, quantity } of lines) {
      const key = `${merchantId} ${productId}`;
      left.set(key, (left.get(key) ?? 0) - quantity);
    }
  return [...left.values()].every((units) => units === 0);
};
