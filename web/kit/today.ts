import { addDays } from '../../shared/domain/basics/month.ts';
import { handsOverAt } from '../../shared/domain/orders/receiving/last-handover.ts';
import { zoneOf } from '../../shared/rules/zones.ts';
import { marketTime } from '../entry/market-time.ts';

/** The date of an instant on a zone's calendar. */
export const dateIn = (timeZone: string, at: string | number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at));
/** Today by the market’s clock, on the wall of a region, by its code; of the west of the country where no region is known. */
export const today = (code = '31'): string => dateIn(zoneOf(code), marketTime());
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
  }).format(marketTime());
  const now = today(city.cityCode);
  return handsOverAt(clock, city.policies) ? now : addDays(now, 1);
};
