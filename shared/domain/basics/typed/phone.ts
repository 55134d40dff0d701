import * as z from 'zod';
import { e164Of, HOW_PHONE, INDONESIAN } from './phone-number.ts';

/** Indonesian mobile or fixed number as people type it, with spaces, dots, dashes or brackets; kept as E.164. */
export const Phone = z
  .string()
  .max(40)
  .transform((typed) => e164Of(typed) ?? '')
  .pipe(z.string().regex(INDONESIAN, HOW_PHONE))
  .meta({ id: 'Phone', example: '0812-3456-7890' });

/** A stored phone number. One stored while the trunk zero was kept behind the country's code is read without it. */
export const E164 = z
  .string()
  .overwrite((stored) => stored.replace(/^\+620/, '+62'))
  .regex(/^\+62\d{8,13}$/, HOW_PHONE)
  .meta({ id: 'E164', example: '+6281234567890' });
