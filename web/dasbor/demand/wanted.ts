import type { Category } from '../../../shared/domain/basics/category.ts';
import { isCategory } from '../../kit/categories.ts';
import { dasborAddress } from '../address.ts';

export const SLUG = 'kebutuhan';

/** What the address asks for; anything malformed is as if it were not there. */
export type Wanted = {
  readonly year: string;
  readonly category?: Category | 'none' | undefined;
  readonly month?: string | undefined;
  readonly cursor?: string | undefined;
};

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;
const YEAR = /^20\d\d$/;
/** Plans of a year are made in the year before it; `now` is a day. */
export const wantedOf = (
  { tahun = '', kategori, bulanPerlu = '', lanjut }: Partial<Record<string, string>>,
  now: string,
): Wanted => ({
  year: YEAR.test(tahun) ? tahun : now.slice(0, 4),
  ...(kategori === 'lainnya' ? { category: 'none' } : isCategory(kategori) ? { category: kategori } : {}),
  ...(MONTH.test(bulanPerlu) ? { month: bulanPerlu } : {}),
  ...(lanjut ? { cursor: lanjut } : {}),
});

export const addressOf = (cityCode: string, { year, category, month, cursor }: Wanted): string =>
  dasborAddress(
    SLUG,
    { level: 'city', code: cityCode },
    { tahun: year, kategori: category === 'none' ? 'lainnya' : category, bulanPerlu: month, lanjut: cursor },
  );
