import { folded } from '../basics/fold.ts';
import type { Month } from '../basics/month.ts';
import { monthIn } from '../basics/sheets/sheet-dates.ts';
import type { PlanColumn } from './plan-columns.ts';

export type Row = { readonly row: number; readonly of: (column: PlanColumn) => string };
/** Numbers of persons: NIK and NPWP have 15 or 16 digits, NIP 18. */
const LONG_NUMBER = /\d(?:[\s.-]?\d){14,}/g;
/** From here on a line says whose it is. */
const OF_SOMEBODY = /[\s,;(-]+(?:a\.\s?n\.?|an\.|atas nama|nip[.:]?)\s.*$/i;

const isNo = (text: string): boolean => /^(false|0|tidak|no|nonaktif|non aktif)$/i.test(text);
const isYes = (text: string): boolean => /^(true|1|ya|yes)$/i.test(text);
export const isEnded = ({ of }: Row): boolean =>
  isNo(of('active')) ||
  isYes(of('deleted')) ||
  (of('announced') !== '' && !/^(terumumkan|true|1|ya)$/i.test(of('announced')));

const FOR_SMALL =
  /^(?:paket )?(?:untuk )?(?:ukm|umkm|umk|usaha kecil|usaha mikro|mikro|kecil|koperasi|ya|yes|true|1)\b/;
const NOT_FOR_SMALL = /^(?:non|bukan|tidak|no\b|false|0|menengah|besar)/;
/** Whether a plan keeps a line for small businesses: `UKM`, `Non UKM`, or yes and no; what says neither says nothing. */
export const forSmallIn = (text: string): boolean | null => {
  const said = folded(text);
  if (NOT_FOR_SMALL.test(said)) return false;
  return FOR_SMALL.test(said) ? true : null;
};

export const withoutPersons = (name: string): string =>
  name.replace(OF_SOMEBODY, '').replace(LONG_NUMBER, '…').replace(/\s+/g, ' ').trim();

export const monthsOf = ({ of }: Row): { readonly month: Month | undefined; readonly until: Month | undefined } => ({
  month: monthIn(of('from')) ?? monthIn(of('contract')) ?? monthIn(of('choosing')),
  until: monthIn(of('until')),
});
