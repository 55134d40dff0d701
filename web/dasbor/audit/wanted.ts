import type { ActKind } from '../../../shared/domain/audit/act.ts';
import { actWords } from '../../kit/audit/act-words.ts';
import { dasborAddress } from '../address.ts';

export const SLUG = 'jejak';
/** What the address asks for; anything malformed is as if it were not there. */
export type Wanted = {
  readonly by?: string;
  readonly act?: ActKind;
  readonly day?: string;
  readonly cursor?: string;
};
const isAct = (act: string | undefined): act is ActKind => act !== undefined && Object.hasOwn(actWords, act);
const PERSON = /^[A-Za-z0-9][A-Za-z0-9._|:@-]{0,127}$/;
const isDay = (day: string): boolean => /^20\d\d-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));

export const wantedOf = ({ oleh = '', jenis, hari = '', lanjut }: Partial<Record<string, string>>): Wanted => ({
  ...(PERSON.test(oleh.trim()) ? { by: oleh.trim() } : {}),
  ...(isAct(jenis) ? { act: jenis } : {}),
  ...(isDay(hari) ? { day: hari } : {}),
  ...(lanjut ? { cursor: lanjut } : {}),
});

/** The address of a view of the trail. */
export const addressOf = (code: string, { by, act, day, cursor }: { [P in keyof Wanted]?: Wanted[P] | undefined }) =>
  dasborAddress(SLUG, { level: 'city', code }, { oleh: by, jenis: act, hari: day, lanjut: cursor });
