import { addDays, dayOf } from '../../shared/domain/basics/month.ts';
import { calendarOf } from '../../shared/domain/centres/calendar.ts';
import { cardOf } from '../../shared/domain/centres/market-day.ts';
import { centresOf } from '../../shared/table/centres/centres.ts';
import { marketDaysFrom } from '../../shared/table/centres/market-days.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { expectCentre } from './expect-centre.ts';

/** A calendar that was taken in keeps what is past so long. */
const CALENDAR_DAYS = 90;

export const listCentres = endpoint('GET /cities/{city}/centres', async ({ params }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  return { items: await centresOf(world.table, cityCode) };
});

export const readCentre = endpoint('GET /cities/{city}/centres/{slug}', async ({ params }, world) => {
  const { city, centre } = await expectCentre(world, params);
  const today = dayOf(world.now(), city.zone);
  const days = await marketDaysFrom(world.table, centre, today);
  return { ...centre, days: days.map((one) => cardOf(one, today)) };
});

export const readCentreCalendar = endpoint('GET /cities/{city}/centres/{slug}/calendar', async ({ params }, world) => {
  const { city, centre } = await expectCentre(world, params);
  const from = addDays(dayOf(world.now(), city.zone), -CALENDAR_DAYS);
  const text = calendarOf(centre, await marketDaysFrom(world.table, centre, from), city.zone);
  return { name: `${centre.slug}.ics`, type: 'text/calendar; charset=utf-8', bytes: new TextEncoder().encode(text) };
});
