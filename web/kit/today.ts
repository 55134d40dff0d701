import { handsOverAt } from '../../shared/domain/orders/last-handover.ts';
import { zoneOf } from '../../shared/rules/zones.ts';

/** The date of an instant on a zone's calendar. */
export const dateIn = (timeZone: string, at: string | number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at));
/** Today on the wall clock of a region, by its code; of the west of the country where no region is known. */
export const today = (code = '31'): string => dateIn(zoneOf(code), Date.now());
export const addDays = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
/** `addMonths('2026-11', -1)` is `'2026-10'`. */
export const addMonths = (from: string, months: number): string =>
  new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + months)).toISOString().slice(0, 7);
/** The first day that may be ordered for in a city now: by the market's own rule, on the city's clock. */
export const firstDay = (city: {
  readonly cityCode: string;
  readonly policies: { readonly lastHandoverAt?: string | undefined };
}): string => {
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zoneOf(city.cityCode),
  }).format(Date.now());
  const now = today(city.cityCode);
  return handsOverAt(clock, city.policies) ? now : addDays(now, 1);
};
