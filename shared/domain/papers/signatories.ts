import * as z from 'zod';
import { Line, Name, ungrouped } from '../basics/text.ts';
import { signingParts } from './signing-parts.ts';

export const SigningPart = z
  .enum(
    Object.keys(signingParts) as [keyof typeof signingParts, ...(keyof typeof signingParts)[]],
    'Pilih bagiannya dari daftar.',
  )
  .meta({ id: 'SigningPart' });

/** NIP of a civil servant or the number of a contract employee (PPPK): 18 digits; groups of them may be parted by spaces. */
const Nip = z
  .string()
  .overwrite(ungrouped)
  .regex(/^\d{18}$/, 'Tulis 18 angka NIP, atau kosongkan.');

/** Somebody who signs an office's papers. */
export const Signatory = z
  .strictObject({
    role: Line(60),
    name: Name(80),
    nip: Nip.optional(),
    part: SigningPart.optional().describe('Left out, by the title; a title that says nothing signs every paper'),
  })
  .meta({ id: 'Signatory' });
export type Signatory = z.infer<typeof Signatory>;
