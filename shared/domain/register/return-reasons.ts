import * as z from 'zod';
import { Line } from '../basics/text.ts';
import { Flawed } from './merchant.ts';

/** Sentences by which a city returns an application, ready to be chosen; each can be written otherwise when it is used. */
export const ReturnReasons = z
  .strictObject({ reasons: z.array(z.strictObject({ field: Flawed.shape.field, reason: Line(200) })).max(60) })
  .meta({ id: 'ReturnReasons' });
export type ReturnReasons = z.infer<typeof ReturnReasons>;

/** What a city begins with: what applications are most often returned for. */
export const startingReasons: ReturnReasons['reasons'] = [
  { field: 'name', reason: 'Nama usaha berbeda dengan surat usahanya. Tulis seperti di surat.' },
  { field: 'ownerName', reason: 'Nama pemilik berbeda dengan KTP. Tulis seperti di KTP.' },
  { field: 'nik', reason: 'NIK berbeda dengan KTP. Periksa 16 angkanya.' },
  { field: 'npwp', reason: 'NPWP berbeda dengan kartunya. Periksa 16 angkanya.' },
  { field: 'nib', reason: 'NIB tidak ditemukan di OSS. Periksa 13 angkanya.' },
  { field: 'phone', reason: 'Nomor HP tidak bisa dihubungi. Tulis nomor yang aktif.' },
  { field: 'account', reason: 'Nama pemilik rekening berbeda dengan pemilik usaha. Pakai rekening sendiri.' },
  { field: 'district', reason: 'Kecamatan tidak cocok dengan alamatnya.' },
  { field: 'village', reason: 'Kelurahan tidak cocok dengan alamatnya.' },
  { field: 'address', reason: 'Alamat belum lengkap. Tulis jalan, nomor, RT, dan RW.' },
  { field: 'category', reason: 'Jenis usaha tidak cocok dengan barang yang dijual.' },
];
