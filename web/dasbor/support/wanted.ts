import type { Category } from '../../../shared/domain/basics/category.ts';
import type { Month } from '../../../shared/domain/basics/month.ts';
import { isCategory } from '../../kit/categories.ts';
import { dasborAddress } from '../address.ts';

/** What the address asks of the list; anything malformed is as if it were not there. */
export type Wanted = {
  readonly order: 'least' | 'most';
  readonly district?: string;
  readonly category?: Category;
  readonly cursor?: string;
};

export const wantedOf = ({ urut, kecamatan, kategori, lanjut }: Partial<Record<string, string>>): Wanted => ({
  order: urut === 'terbanyak' ? 'most' : 'least',
  ...(kecamatan && /^\d{2}\.\d{2}\.\d{2}$/.test(kecamatan) ? { district: kecamatan } : {}),
  ...(isCategory(kategori) ? { category: kategori } : {}),
  ...(lanjut ? { cursor: lanjut } : {}),
});

type Place = { readonly cityCode: string };
/** The address of a view of the list. */
export const addressOf = (
  { cityCode }: Place,
  month: Month,
  { order, district, category, cursor }: { [P in keyof Wanted]?: Wanted[P] | undefined },
): string =>
  dasborAddress(
    'perlu-didatangi',
    { level: 'city', code: cityCode },
    {
      bulan: month,
      urut: order === 'most' ? 'terbanyak' : undefined,
      kecamatan: district,
      kategori: category,
      lanjut: cursor,
    },
  );
