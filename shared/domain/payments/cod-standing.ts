import * as z from 'zod';
import { DAY_MS, dayOf, Instant, later, type Zone } from '../basics/month.ts';
import { day } from '../basics/wording.ts';
import { OrderId } from '../orders/order.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';

/** So many deliveries not paid close cash on delivery for a buyer in a city, for so many days from the last. */
const COD_REFUSALS = 2;
const COD_CLOSED_DAYS = 90;

/** What a city's shops keep of one buyer's refused deliveries. Struck when it was paid after all, or the city says so. */
export const CodStanding = z
  .object({
    person: Person,
    cityCode: CityCode,
    refusals: z.array(
      z.object({
        orderId: OrderId,
        at: Instant,
        struck: z.object({ at: Instant, by: Person, reason: z.string() }).optional(),
      }),
    ),
    version: z.int(),
  })
  .meta({ id: 'CodStanding' });
export type CodStanding = z.infer<typeof CodStanding>;

const WINDOW_MS = COD_CLOSED_DAYS * DAY_MS;
/** Older ones close nothing any more; a handful more than needed stays for those who ask why. */
const MOST_KEPT = 20;

const counting = ({ refusals }: CodStanding) =>
  refusals
    .filter(({ struck }) => struck === undefined)
    .map(({ at }) => at)
    .sort();

/**
 * Until when cash on delivery is closed, or null. It closes when two refusals lie within 90 days of each other, and opens
 * 90 days after the later one. An instant: closed before it, open from it on.
 */
export const codClosedUntil = (standing: CodStanding | undefined, now: Instant): Instant | null => {
  const times = standing ? counting(standing) : [];
  const closing = times.filter((at, index) => {
    const earlier = times[index - COD_REFUSALS + 1];
    return earlier !== undefined && Date.parse(at) - Date.parse(earlier) <= WINDOW_MS;
  });
  const last = closing.at(-1);
  const until = last === undefined ? null : later(last, WINDOW_MS);
  return until !== null && now < until ? until : null;
};

/** The same day as the buyer reads it, on the city's calendar. */
export const codClosedDay = (standing: CodStanding | undefined, now: Instant, zone: Zone): string | null => {
  const until = codClosedUntil(standing, now);
  return until === null ? null : day(dayOf(until, zone));
};

/** With one more refusal; one order counts once, however often it is told. */
export const withRefusal = (standing: CodStanding, orderId: string, at: Instant): CodStanding =>
  standing.refusals.some((refusal) => refusal.orderId === orderId)
    ? standing
    : {
        ...standing,
        refusals: [...standing.refusals, { orderId, at }].slice(-MOST_KEPT),
        version: standing.version + 1,
      };

/** Without the weight of one refusal: it was paid after all, or the city found it unjust. The trail stays. */
export const struckRefusal = (
  standing: CodStanding,
  orderId: string,
  struck: { at: Instant; by: string; reason: string },
): CodStanding => ({
  ...standing,
  refusals: standing.refusals.map((refusal) =>
    refusal.orderId === orderId && refusal.struck === undefined ? { ...refusal, struck } : refusal,
  ),
  version: standing.version + 1,
});

/** Whether a refusal of this order counts against the buyer now. */
export const isCounted = ({ refusals }: CodStanding, orderId: string): boolean =>
  refusals.some((refusal) => refusal.orderId === orderId && refusal.struck === undefined);

/** Of whom nothing is known yet. */
export const noRefusals = (person: string, cityCode: string): CodStanding => ({
  person,
  cityCode,
  refusals: [],
  version: 0,
});
