import { dateTime, day } from '../../shared/domain/basics/wording.ts';

/** Today on the wall clock of the west of the country; the API has the last word in the city's own zone. */
export const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(new Date());
export const addDays = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);

const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
/** `Jumat, 27 November 2026` */
export const longDay = (date: string): string => `${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]}, ${day(date)}`;

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
/** An instant on the wall clock of this device when it stands in the country, else of its west. */
export const localTime = (at: string): string => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return dateTime(at, zones.find((zone) => zone === own) ?? 'Asia/Jakarta');
};
