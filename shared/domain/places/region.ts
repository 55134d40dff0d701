import * as z from 'zod';
import { Name } from '../basics/text.ts';

/** Kemendagri codes are dotted strings, never numbers: `11.10` is not `11.1`. */
export const ProvinceCode = z
  .string()
  .regex(/^\d{2}$/, 'Tulis kode provinsi dua angka, misalnya 35.')
  .meta({ id: 'ProvinceCode', example: '35' });
export const CityCode = z
  .string()
  .regex(/^\d{2}\.\d{2}$/, 'Tulis kode kota seperti 35.73.')
  .meta({ id: 'CityCode', example: '35.73' });
export const DistrictCode = z
  .string()
  .regex(/^\d{2}\.\d{2}\.\d{2}$/, 'Pilih kecamatan dari daftar; kodenya seperti 35.73.02.')
  .meta({ id: 'DistrictCode', example: '35.73.02' });
export const VillageCode = z
  .string()
  .regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, 'Pilih kelurahan dari daftar; kodenya seperti 35.73.02.1001.')
  .meta({ id: 'VillageCode', example: '35.73.02.1001' });

export const provinceOf = (code: string): string => code.slice(0, 2);
export const cityOf = (code: string): string => code.slice(0, 5);
export const districtOf = (code: string): string => code.slice(0, 8);

export const Place = (code: z.ZodString) => z.object({ code, name: Name(80) });

/** Where a place is named by its code, this is the whole country. */
export const COUNTRY = 'ID';
