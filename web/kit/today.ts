/** The date of an instant on a zone's calendar. */
export const dateIn = (timeZone: string, at: string | number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at));
/** Today on the wall clock of the west of the country; the API has the last word in the city's own zone. */
export const today = (): string => dateIn('Asia/Jakarta', Date.now());
export const addDays = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
