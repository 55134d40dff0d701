import type { Category } from '../../shared/domain/basics/category.ts';
import { address, given, isCityCode } from '../kit/address.ts';
import { isCategory } from '../kit/categories.ts';

/** What the address of the console asks for; anything malformed is as if it were not there. */
export type Wanted = {
  readonly city?: string;
  readonly month?: string;
  readonly order: 'least' | 'most';
  readonly district?: string;
  readonly category?: Category;
  readonly cursor?: string;
};

export const wantedOf = (search: string): Wanted => {
  const { kota, bulan, urut, kecamatan, kategori, lanjut } = given(search);
  return {
    order: urut === 'terbanyak' ? 'most' : 'least',
    ...(isCityCode(kota) ? { city: kota } : {}),
    ...(bulan && /^20\d\d-(0[1-9]|1[0-2])$/.test(bulan) ? { month: bulan } : {}),
    ...(kecamatan && /^\d{2}\.\d{2}\.\d{2}$/.test(kecamatan) ? { district: kecamatan } : {}),
    ...(isCategory(kategori) ? { category: kategori } : {}),
    ...(lanjut ? { cursor: lanjut } : {}),
  };
};

export const LIST = 'perlu-didatangi';

/** The address of a view; links into the list lead back to the list, not to the top of the page. */
export const addressOf = ({
  city,
  month,
  order,
  district,
  category,
  cursor,
}: { [P in keyof Wanted]?: Wanted[P] | undefined }): string =>
  `${address('/console/', {
    kota: city,
    bulan: month,
    urut: order === 'most' ? 'terbanyak' : undefined,
    kecamatan: district,
    kategori: category,
    lanjut: cursor,
  })}#${LIST}`;
