import * as z from 'zod';
import { ungrouped } from '../basics/text.ts';

/** Eighteen digits: day of birth, year and month of appointment (21 for a contract), sex, and a number (Peraturan BKN 22/2007). */
const FORM =
  /^(19|20)\d{2}((0[1-9]|1[0-2])(0[1-9]|[12]\d)|(0[13-9]|1[0-2])30|(0[13578]|1[02])31)(19|20)\d{2}(0[1-9]|1[0-2]|21)[12](?!000)\d{3}$/;

/** A civil servant's number, as people write it: with or without spaces. Never stored or shown: only its keyed hash is. */
export const Nip = z
  .string()
  .max(40)
  .transform(ungrouped)
  .pipe(
    z
      .string()
      .regex(/^\d{18}$/, { error: 'Tulis NIP 18 angka, seperti di kartu pegawai.', abort: true })
      .regex(
        FORM,
        'NIP memuat tanggal lahir, bulan pengangkatan, jenis kelamin (1 atau 2), dan nomor urut dari 001; salah satunya tidak mungkin. Cocokkan dengan kartu pegawai.',
      ),
  )
  .meta({ id: 'Nip' });
