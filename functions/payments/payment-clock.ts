import { type Day, dayOf, type Zone } from '../../shared/domain/basics/month.ts';
import type { PaymentCard } from '../../shared/domain/payments/payment.ts';
import { paymentClock } from '../../shared/domain/payments/payment-clock.ts';
import { holidaysOf } from '../../shared/domain/places/holidays.ts';
import { everyHoliday } from '../../shared/rules/holidays.ts';
import { agenciesOfCity } from '../../shared/table/agencies.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { paymentsOfAgency } from '../../shared/table/payments/payments.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { cachedFor } from '../reads/cached-for.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';

/** A clock counts days, so it may be this old. */
const CLOCK_SECONDS = 300;
const PAGE = 500;
const AT_ONCE = 8;

const nothing = { waiting: 0, medianDays: null, oldestDays: null, oldestWorkingDays: null };
type At = { readonly today: Day; readonly zone: Zone; readonly holidays: ReadonlySet<Day> };
const clockOf = async ({ table }: World, agencyId: string, { today, zone, holidays }: At) => {
  const waiting = await everyEntry<PaymentCard>((after) =>
    paymentsOfAgency(table, agencyId, 'waiting', { limit: PAGE, after }),
  );
  const { waitingRupiah: _, ...clock } = paymentClock(waiting, today, zone, holidays);
  return clock;
};

/** Public, with no sum in it: a single unpaid order would tell what it cost. */
export const readPaymentClock = endpoint('GET /cities/{city}/payment-clock', async ({ params }, world) => {
  const { cityCode, zone, holidays: own } = await expectCity(world, params.city);
  const holidays = new Set(holidaysOf(everyHoliday, own).map(({ day }) => day));
  const offices = await cachedFor(world, `payment clock ${cityCode}`, CLOCK_SECONDS, async () => {
    const today = dayOf(world.now(), zone);
    const agencies = await everyEntry((after) => agenciesOfCity(world.table, cityCode, { limit: 100, after }));
    const clocks = new Map<string, Awaited<ReturnType<typeof clockOf>>>();
    await inParallel(agencies, AT_ONCE, async ({ agencyId }) => {
      clocks.set(agencyId, await clockOf(world, agencyId, { today, zone, holidays }));
    });
    return agencies.map((agency) => ({
      ...agency,
      ...(clocks.get(agency.agencyId) ?? nothing),
    }));
  });
  return { offices };
});
