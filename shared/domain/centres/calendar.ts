import { onWall, type Zone } from '../basics/month.ts';
import { calendarText } from '../places/calendar.ts';
import type { Centre } from './centre.ts';
import type { MarketDay } from './market-day.ts';

type Event = Pick<
  MarketDay,
  'cityCode' | 'slug' | 'day' | 'name' | 'opensAt' | 'closesAt' | 'cancelled' | 'changedAt' | 'version'
>;
/** Market days of a centre as a calendar. */
export const calendarOf = ({ name, address }: Centre, days: readonly Event[], zone: Zone): string =>
  calendarText(
    name,
    days.map((one) => ({
      uid: `${one.cityCode}-${one.slug}-${one.day}`,
      version: one.version,
      changedAt: one.changedAt,
      startsAt: onWall(one.day, one.opensAt, zone),
      endsAt: onWall(one.day, one.closesAt, zone),
      summary: one.name,
      place: `${name}, ${address}`,
      cancelled: one.cancelled,
    })),
  );
