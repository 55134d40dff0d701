import * as z from 'zod';
import { ungrouped } from '../basics/text.ts';

/**
 * NIK: six digits of the district of first registration, birth date (women: day + 40), four of a serial from 0001.
 * Source: Dukcapil's published layout; the region part is not checked, because districts are split and renamed.
 */
export const Nik = z
  .string()
  .overwrite(ungrouped)
  .regex(
    /^\d{6}(0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(0[1-9]|1[0-2])\d{2}(?!0000)\d{4}$/,
    'Tulis 16 angka NIK seperti di KTP.',
  )
  .meta({ id: 'Nik', example: '3573024508800001' });
/** NPWP in its 16-digit form, in force for everybody; residents' NPWP is their NIK. */
export const Npwp = z
  .string()
  .overwrite(ungrouped)
  .regex(/^\d{16}$/, 'Tulis 16 angka NPWP. NPWP lama 15 angka: tambahkan 0 di depan.')
  .meta({ id: 'Npwp', example: '0123456789012345' });
/** NIB: 13 digits given by OSS, without a check digit. */
export const Nib = z
  .string()
  .overwrite(ungrouped)
  .regex(/^\d{13}$/, 'Tulis 13 angka NIB seperti di surat OSS.')
  .meta({ id: 'Nib', example: '9120001234567' });
