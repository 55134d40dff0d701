import type { Output } from '../../../shared/contract.ts';
import { dasborAddress } from '../address.ts';

export const SLUG = 'laporan-omzet';
export type Reports = Output<'GET /cities/{city}/turnover-reports/{month}'>;
export type Row = Reports['items'][number];

const views = { belum: 'missing', 'tepat-waktu': 'on-time', terlambat: 'late', dikoreksi: 'corrected' } as const;
export type State = (typeof views)[keyof typeof views];
export const viewNames: Readonly<Record<State, string>> = {
  missing: 'Belum melapor',
  'on-time': 'Tepat waktu',
  late: 'Terlambat',
  corrected: 'Diubah sesudah batas',
};
const slugs = Object.fromEntries(Object.entries(views).map(([slug, state]) => [state, slug])) as Record<State, string>;

/** What the address asks for; anything malformed is as if it were not there. */
export type Wanted = { readonly state: State; readonly district?: string; readonly cursor?: string };
export const wantedOf = ({ lihat = '', kecamatan, lanjut }: Partial<Record<string, string>>): Wanted => ({
  state: Object.hasOwn(views, lihat) ? views[lihat as keyof typeof views] : 'missing',
  ...(kecamatan && /^\d{2}\.\d{2}\.\d{2}$/.test(kecamatan) ? { district: kecamatan } : {}),
  ...(lanjut ? { cursor: lanjut } : {}),
});

export const viewQuery = (state: State): string | undefined => (state === 'missing' ? undefined : slugs[state]);
/** The address of a view of a month. */
export const addressOf = (
  code: string,
  month: string,
  { state = 'missing', district, cursor }: { [P in keyof Wanted]?: Wanted[P] | undefined },
): string =>
  dasborAddress(
    SLUG,
    { level: 'city', code },
    { bulan: month, lihat: viewQuery(state), kecamatan: district, lanjut: cursor },
  );
