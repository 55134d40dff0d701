import { Problem } from '../../problem.ts';
import { addDays, clockOf, type Day, dayOf, type Instant } from '../basics/month.ts';
import { day as written } from '../basics/wording.ts';
import type { City } from '../places/city.ts';
import { handsOverAt, LAST_HANDOVER_AT } from './receiving/last-handover.ts';

/** On which days a city's orders can be delivered, for a person or for an office, as seen on a day. */
export const lastDeliveryDay = ({ policies }: Pick<City, 'policies'>, office: boolean, today: Day): Day =>
  addDays(today, office ? policies.agencyAheadDays : policies.personAheadDays);

/** Refuses a day that is past or farther away than allowed; the sentence names the days that are possible. */
export const requireWithin = (chosen: Day, first: Day, last: Day, pointer: string, what: string): void => {
  if (chosen < first)
    throw new Problem('date_not_possible', `${what} sudah lewat. Pilih ${written(first)} atau sesudahnya.`, [
      { pointer, detail: `Paling awal ${written(first)} (${first}).` },
    ]);
  if (chosen > last)
    throw new Problem('date_not_possible', `${what} terlalu jauh. Pilih paling lambat ${written(last)}.`, [
      { pointer, detail: `Paling akhir ${written(last)} (${last}).` },
    ]);
};

/** The first day for which anything may be ordered now: today, until the last hour in which goods are handed over. */
export const firstDayAt = ({ zone, policies }: Pick<City, 'policies' | 'zone'>, now: Instant): Day => {
  const today = dayOf(now, zone);
  return handsOverAt(clockOf(now, zone), policies) ? today : addDays(today, 1);
};

const tooLateToday = ({ policies }: Pick<City, 'policies'>, first: Day, pointer: string): Problem => {
  const until = (policies.lastHandoverAt ?? LAST_HANDOVER_AT).replace(':', '.');
  return new Problem(
    'date_not_possible',
    `Untuk hari ini hanya bisa dipesan sebelum pukul ${until}. Pilih ${written(first)} atau sesudahnya.`,
    [{ pointer, detail: `Paling awal ${written(first)} (${first}).` }],
  );
};

/**
 * Refuses a delivery on a day the city does not take orders for. Late in the year offices order for the next one only: the
 * handover of what is delivered now would come when the books are closed.
 */
export const requireDeliveryDay = (
  chosen: Day,
  {
    city,
    office,
    now,
    pointer = '/deliverOn',
  }: { city: Pick<City, 'policies' | 'zone'>; office: boolean; now: Instant; pointer?: string },
): void => {
  const today = dayOf(now, city.zone);
  const year = today.slice(0, 4);
  const closed = `${year}-${city.policies.agencyLastOrderDay}`;
  const isClosed = office && today > closed;
  const last = lastDeliveryDay(city, office, today);
  const next = `${Number(year) + 1}-01-01`;
  // Where next year is not within reach yet no day is possible, and to name one would send the office in a circle.
  if (isClosed && next > last) {
    const again = written(addDays(next, -city.policies.agencyAheadDays));
    throw new Problem(
      'date_not_possible',
      `Sesudah ${written(closed)} dinas memesan untuk tahun depan saja. Pesan lagi mulai ${again}.`,
      [{ pointer, detail: `Belum ada hari yang bisa dipilih; mulai ${again} bisa untuk 1 Januari.` }],
    );
  }
  if (isClosed && chosen < next)
    throw new Problem(
      'date_not_possible',
      `Sesudah ${written(closed)} dinas memesan untuk tahun depan saja. Pilih hari mulai 1 Januari.`,
      [{ pointer, detail: `Paling awal ${written(next)} (${next}).` }],
    );
  const first = firstDayAt(city, now);
  if (chosen === today && first > today) throw tooLateToday(city, first, pointer);
  requireWithin(chosen, first, last, pointer, 'Hari pengantaran');
};

/** As far as the city's offices or people can order, whichever is farther. */
export const lastListedDay = (city: Pick<City, 'policies'>, today: Day): Day => {
  const [office, person] = [lastDeliveryDay(city, true, today), lastDeliveryDay(city, false, today)];
  return office > person ? office : person;
};

/** The same bounds for a list that anybody asks for. */
export const requireListedDay = (
  asked: Day,
  { city, today, pointer = '#/query/deliverOn' }: { city: Pick<City, 'policies'>; today: Day; pointer?: string },
): void => requireWithin(asked, today, lastListedDay(city, today), pointer, 'Hari pengantaran');
