import * as z from 'zod';
import { ungrouped } from '../basics/text.ts';

/** What to write, and where it is digits, how many were written instead: fifteen or seventeen look alike. */
const written =
  (sentence: string) =>
  ({ input }: { readonly input?: unknown }): string =>
    /^\d+$/.test(String(input)) ? `${sentence} Yang tertulis ${String(input).length} angka.` : sentence;

/** Day and month of a NIK that some year has; 29 February is one. */
const BORN = /^\d{6}((0[1-9]|[12]\d|4[1-9]|[56]\d)(0[1-9]|1[0-2])|(30|70)(0[13-9]|1[0-2])|[37]1(0[13578]|1[02]))/;

/**
 * NIK: six digits of the district of first registration, birth date (women: day + 40), four of a serial from 0001.
 * Source: Dukcapil's published layout; the region part is not checked, because districts are split and renamed.
 */
export const Nik = z
  .string()
  .overwrite(ungrouped)
  .regex(/^\d{16}$/, { error: written('Tulis 16 angka NIK seperti di KTP.'), abort: true })
  .regex(
    BORN,
    'Angka ke-7 sampai 12 NIK ialah tanggal lahir (perempuan: tanggal tambah 40), dan tanggal ini tidak ada. Cocokkan dengan KTP.',
  )
  .regex(/(?!0000)\d{4}$/, 'Empat angka terakhir NIK tidak pernah 0000. Cocokkan dengan KTP.')
  .meta({ id: 'Nik', example: '3573024508800001' });
/** NPWP in its 16-digit form, in force for everybody; residents' NPWP is their NIK. */
export const Npwp = z
  .string()
  .overwrite(ungrouped)
  .regex(/^\d{16}$/, { error: written('Tulis 16 angka NPWP. NPWP lama 15 angka: tambahkan 0 di depan.') })
  .meta({ id: 'Npwp', example: '0123456789012345' });
/** NIB: 13 digits given by OSS, without a check digit. */
export const Nib = z
  .string()
  .overwrite(ungrouped)
  .regex(/^\d{13}$/, { error: written('Tulis 13 angka NIB seperti di surat OSS.') })
  .meta({ id: 'Nib', example: '9120001234567' });
