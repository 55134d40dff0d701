import type { Category } from '../../../shared/domain/basics/category.ts';
import type { Month } from '../../../shared/domain/basics/month.ts';
import { isCategory } from '../../kit/categories.ts';
import { dasborAddress } from '../address.ts';

const causes = ['offer', 'never_chosen', 'never_shown', 'no_demand', 'unreachable'] as const;
export type Cause = (typeof causes)[number];
export const isCause = (text: string | undefined): text is Cause => causes.some((cause) => cause === text);

/** The views of the page: every shop, who did not sell with the reason, and what officers do about it. */
const views = { sebab: 'causes', saya: 'mine', ditangani: 'taken', selesai: 'over' } as const;
export type View = 'all' | (typeof views)[keyof typeof views];
const viewWords = { all: undefined, causes: 'sebab', mine: 'saya', taken: 'ditangani', over: 'selesai' } as const;
const viewOf = (lihat = ''): View => (Object.hasOwn(views, lihat) ? views[lihat as keyof typeof views] : 'all');

/** What the address asks of the list; anything malformed is as if it were not there. */
export type Wanted = {
  readonly view: View;
  readonly order: 'least' | 'most';
  readonly district?: string;
  readonly category?: Category;
  readonly cause?: Cause;
  /** Who sold nothing in this month, nor after it. */
  readonly since?: Month;
  readonly cursor?: string;
};

export const wantedOf = ({
  urut,
  kecamatan,
  kategori,
  sebab,
  sejak,
  lihat,
  lanjut,
}: Partial<Record<string, string>>): Wanted => ({
  view: viewOf(lihat),
  order: urut === 'terbanyak' ? 'most' : 'least',
  ...(kecamatan && /^\d{2}\.\d{2}\.\d{2}$/.test(kecamatan) ? { district: kecamatan } : {}),
  ...(isCategory(kategori) ? { category: kategori } : {}),
  ...(isCause(sebab) ? { cause: sebab } : {}),
  ...(sejak && /^20\d{2}-(0[1-9]|1[0-2])$/.test(sejak) ? { since: sejak } : {}),
  ...(lanjut ? { cursor: lanjut } : {}),
});

type Place = { readonly cityCode: string };
/** The address of a view of the list. */
export const addressOf = (
  { cityCode }: Place,
  month: Month,
  { view = 'all', order, district, category, cause, since, cursor }: { [P in keyof Wanted]?: Wanted[P] | undefined },
): string =>
  dasborAddress(
    'perlu-didatangi',
    { level: 'city', code: cityCode },
    {
      bulan: month,
      lihat: viewWords[view],
      urut: order === 'most' ? 'terbanyak' : undefined,
      kecamatan: district,
      kategori: category,
      sebab: cause,
      sejak: since,
      lanjut: cursor,
    },
  );
