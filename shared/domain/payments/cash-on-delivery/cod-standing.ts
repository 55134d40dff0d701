import * as z from 'zod';
import { DAY_MS, dayOf, Instant, later, type Zone } from '../../basics/month.ts';
import { day } from '../../basics/wording.ts';
import { OrderId } from '../../orders/order.ts';
import { Person } from '../../people/caller.ts';
import { CityCode } from '../../places/region.ts';

/** So many deliveries not paid close cash on delivery for a buyer in a city, for so many days from the last. */
const COD_REFUSALS = 2;
const COD_CLOSED_DAYS = 90;

const Refused = {
  cityCode: CityCode,
  refusals: z.array(
    z.object({
      orderId: OrderId,
      at: Instant,
      struck: z.object({ at: Instant, by: Person, reason: z.string() }).optional(),
    }),
  ),
  version: z.int(),
};

/** What a city's shops keep of one buyer's refused deliveries. Struck when it was paid after all, or the city says so. */
export const CodStanding = z.object({ person: Person, ...Refused }).meta({ id: 'CodStanding' });
export type CodStanding = z.infer<typeof CodStanding>;

/**
 * The same of the phone that deliveries were announced to, by its keyed hash: a second account is free, a second phone
 * is not. It counts against everybody who has not received goods here for longer than cash can be closed (`isLongKnown`): so
 * nobody closes cash for an old customer by giving their number, and no order of a friend's shop opens what only time does.
 */
export const PhoneStanding = z.object({ phoneKey: z.string(), ...Refused });
export type PhoneStanding = z.infer<typeof PhoneStanding>;
type Refusals = Pick<CodStanding, 'refusals' | 'version'>;

const WINDOW_MS = COD_CLOSED_DAYS * DAY_MS;
/** Older ones close nothing any more; a handful more than needed stays for those who ask why. */
const MOST_KEPT = 20;

const counting = ({ refusals }: Refusals) =>
  refusals
    .filter(({ struck }) => struck === undefined)
    .map(({ at }) => at)
    .sort();

/**
 * Until when cash on delivery is closed, or null. It closes when two refusals lie within 90 days of each other, and opens
 * 90 days after the later one. An instant: closed before it, open from it on.
 */
export const codClosedUntil = (standing: Refusals | undefined, now: Instant): Instant | null => {
  const times = standing ? counting(standing) : [];
  const closing = times.filter((at, index) => {
    const earlier = times[index - COD_REFUSALS + 1];
    return earlier !== undefined && Date.parse(at) - Date.parse(earlier) <= WINDOW_MS;
  });
  const last = closing.at(-1);
  const until = last === undefined ? null : later(last, WINDOW_MS);
  return until !== null && now < until ? until : null;
};

/** Whether somebody received goods here so long ago that whatever was refused before is forgotten: only time brings that. */
export const isLongKnown = (receivedSince: Instant | undefined, now: Instant): boolean =>
  receivedSince !== undefined && receivedSince <= later(now, -WINDOW_MS);

/** The same day as the buyer reads it, on the city's calendar. */
export const codClosedDay = (standing: Refusals | undefined, now: Instant, zone: Zone): string | null => {
  const until = codClosedUntil(standing, now);
  return until === null ? null : day(dayOf(until, zone));
};

/** With one more refusal; one order counts once, however often it is told. */
export const withRefusal = <S extends Refusals>(standing: S, orderId: string, at: Instant): S =>
  standing.refusals.some((refusal) => refusal.orderId === orderId)
    ? standing
    : {
        ...standing,
        refusals: [...standing.refusals, { orderId, at }].slice(-MOST_KEPT),
        version: standing.version + 1,
      };

/** Without the weight of one refusal: it was paid after all, or the city found it unjust. The trail stays. */
export const struckRefusal = <S extends Refusals>(
  standing: S,
  orderId: string,
  struck: { at: Instant; by: string; reason: string },
): S => ({
  ...standing,
  refusals: standing.refusals.map((refusal) =>
    refusal.orderId === orderId && refusal.struck === undefined ? { ...refusal, struck } : refusal,
  ),
  version: standing.version + 1,
});

/** Whether a refusal of this order counts against the buyer now. */
export const isCounted = ({ refusals }: Refusals, orderId: string): boolean =>
  refusals.some((refusal) => refusal.orderId === orderId && refusal.struck === undefined);

/** Of whom nothing is known yet. */
export const noRefusals = (person: string, cityCode: string): CodStanding => ({
  person,
  cityCode,
  refusals: [],
  version: 0,
});
