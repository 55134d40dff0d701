import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { Line, Name } from '../basics/text.ts';
import { Nib, Nik, Npwp } from './identity-numbers.ts';

const fields = ['nik', 'npwp', 'nib', 'name', 'ownerName'] as const;
type Field = (typeof fields)[number];

/** Who a shop is by its papers, where its file says something else: what the city mends, and why. */
export const IdentityCorrection = z
  .strictObject({
    nik: Nik.optional(),
    npwp: Npwp.optional(),
    nib: Nib.optional(),
    name: Name(80).optional(),
    ownerName: Name(80).optional(),
    reason: Line(300).describe('What the papers show, and which; without the numbers themselves'),
  })
  .refine(
    (given) => fields.some((field) => given[field] !== undefined),
    'Isi paling sedikit satu kolom yang diperbaiki.',
  )
  .meta({ id: 'IdentityCorrection' });
export type IdentityCorrection = z.infer<typeof IdentityCorrection>;

/** That the city mended who a shop is: which fields, never what stood in them. */
export const Correction = z
  .object({ fields: z.array(z.enum(fields)), reason: z.string(), by: z.string(), at: Instant })
  .meta({ id: 'Correction' });
export type Correction = z.infer<typeof Correction>;

type Known = Readonly<Partial<Record<Field, string | undefined>>>;
/** The fields that are others now. */
export const corrected = (before: Known, after: Known): Field[] =>
  fields.filter((field) => before[field] !== after[field]);
