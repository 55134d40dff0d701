import * as z from 'zod';
import { dayOf } from '../../shared/domain/basics/month.ts';
import { clockOn, inClockOrder } from '../../shared/domain/payments/payment-clock.ts';
import { holidaysOf } from '../../shared/domain/places/holidays.ts';
import { everyHoliday } from '../../shared/rules/holidays.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { cachedFor } from '../reads/cached-for.ts';
import { officePage } from '../reads/offices/office-page.ts';
import { summedOr } from '../reads/offices/office-sums.ts';
import { OfficeWaits, officeWaits } from '../reads/offices/office-waits.ts';
import { WAITS } from '../reads/prepared/names.ts';

/** A clock counts days, so it may be this old. */
const CLOCK_SECONDS = 300;

/** Public, with no sum in it: a single unpaid order would tell what it cost. */
export const readPaymentClock = endpoint('GET /cities/{city}/payment-clock', async ({ params, query }, world) => {
  const city = await expectCity(world, params.city);
  const offices = await cachedFor(world, `payment clock ${city.cityCode}`, CLOCK_SECONDS, () =>
    summedOr(world, city, {
      what: WAITS,
      schema: z.array(OfficeWaits),
      told: 'Yang menunggu dibayar',
      now: () => officeWaits(world, city),
    }),
  );
  const holidays = new Set(holidaysOf(everyHoliday, city.holidays).map(({ day }) => day));
  const today = dayOf(world.now(), city.zone);
  const clocks = offices.map(({ since, ...office }) => ({ ...office, ...clockOn(today, since, holidays) }));
  const { order, agency, ...asked } = query;
  const among = clocks.filter(({ agencyId }) => (agency ?? agencyId) === agencyId);
  const list = `payment clock ${city.cityCode} ${order} ${agency}`;
  return {
    officeCount: clocks.length,
    owingCount: clocks.filter(({ waiting }) => waiting).length,
    ...(await officePage(world, list, inClockOrder(among, order), asked)),
  };
});
