import * as z from 'zod';
import { Year } from '../agencies/budget-line.ts';
import { Instant } from '../basics/month-schema.ts';
import { Line } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';

/** How large a business is, as its licence says (PP 7/2021 pasal 35): what a share at small businesses is counted by. */
export const Scale = z.enum(['micro', 'small', 'cooperative', 'medium']).meta({ id: 'Scale' });
export type Scale = z.infer<typeof Scale>;

export const scaleNames: Record<Scale, string> = {
  micro: 'Usaha mikro',
  small: 'Usaha kecil',
  cooperative: 'Koperasi',
  medium: 'Usaha menengah',
};

export const NewScale = z
  .strictObject({
    scale: Scale,
    fromYear: Year.describe('Counted so from this year on; years before keep what was stated for them'),
    basis: Line(120).describe('What it was read from, such as the NIB and its day'),
  })
  .meta({ id: 'NewScale' });
export type NewScale = z.infer<typeof NewScale>;

/** What the city stated of a shop, year by year, with who and when. What nobody stated counts as nothing. */
export const ScaleStatements = z
  .object({
    merchantId: MerchantId,
    cityCode: CityCode,
    statements: z.array(z.object({ ...NewScale.shape, at: Instant, by: Person })),
    version: z.int(),
  })
  .meta({ id: 'ScaleStatements' });
export type ScaleStatements = z.infer<typeof ScaleStatements>;

/** The scale a shop has in a year: what was stated for it, or for the latest year before. Null where nothing was. */
export const scaleIn = (stated: Pick<ScaleStatements, 'statements'> | undefined, year: string): Scale | null =>
  stated?.statements
    .filter(({ fromYear }) => fromYear <= year)
    .toSorted((a, b) => (a.fromYear < b.fromYear ? -1 : 1))
    .at(-1)?.scale ?? null;

/** With one more statement; the same year stated again replaces what was said of it. */
export const withScale = (
  before: ScaleStatements | undefined,
  shop: Pick<ScaleStatements, 'merchantId' | 'cityCode'>,
  said: NewScale & { readonly at: Instant; readonly by: Person },
): ScaleStatements => ({
  merchantId: shop.merchantId,
  cityCode: shop.cityCode,
  statements: [...(before?.statements ?? []).filter(({ fromYear }) => fromYear !== said.fromYear), said],
  version: (before?.version ?? 0) + 1,
});
