/** The date of an instant on a zone's calendar. */
export const dateIn = (timeZone: string, at: string | number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at));
/** Today on the wall clock of the west of the country; the API has the last word in the city's own zone. */
export const today = (): string => dateIn('Asia/Jakarta', Date.now());
export const addDays = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
/** `addMonths('2026-11', -1)` is `'2026-10'`. */
export const addMonths = (from: string, months: number): string =>
  new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + months)).toISOString().slice(0, 7);
