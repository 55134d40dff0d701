import * as z from 'zod';
import { DAY_MS, dayOf, later, type Zone } from '../../basics/month.ts';
import { Instant } from '../../basics/month-schema.ts';
import { day } from '../../basics/wording.ts';
import { OrderId } from '../../orders/order.ts';
import { Person } from '../../people/caller.ts';
import { CityCode } from '../../places/region.ts';

/** Two deliveries not paid close cash on delivery for a buyer in a city, for so many days from the last. */
const COD_CLOSED_DAYS = 90;

const Refused = {
  cityCode: CityCode,
  refusals: z.array(
    z.object({
      orderId: OrderId,
      at: Instant,
      ownerId: z.string().optional().describe('Of a phone: whose shop told it'),
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
 * nobody closes cash for an old customer by giving their number, and no order of a friend's shop opens what only time does. Two
 * owners must have told it: a number is nobody's word, and one shop with two accounts could close any newcomer's.
 */
export const PhoneStanding = z.object({ phoneKey: z.string(), ...Refused });
export type PhoneStanding = z.infer<typeof PhoneStanding>;
type Refusals = Pick<CodStanding, 'refusals' | 'version'>;

const WINDOW_MS = COD_CLOSED_DAYS * DAY_MS;
/** Older ones close nothing any more; a handful more than needed stays for those who ask why. */
const MOST_KEPT = 20;

type Refusal = Refusals['refusals'][number];
const counting = ({ refusals }: Refusals): Refusal[] =>
  refusals.filter(({ struck }) => struck === undefined).sort((one, other) => (one.at < other.at ? -1 : 1));
/** One owner's word about a phone counts once; an account's refusals name no owner, and each counts. */
const areTwo = (one: Refusal, other: Refusal): boolean => one.ownerId === undefined || one.ownerId !== other.ownerId;

/**
 * Until when cash on delivery is closed, or null. It closes when two refusals lie within 90 days of each other, and opens
 * 90 days after the later one. An instant: closed before it, open from it on.
 */
export const codClosedUntil = (standing: Refusals | undefined, now: Instant): Instant | null => {
  const all = standing ? counting(standing) : [];
  const closing = all.filter((one, index) =>
    all
      .slice(0, index)
      .some((earlier) => areTwo(one, earlier) && Date.parse(one.at) - Date.parse(earlier.at) <= WINDOW_MS),
  );
  const last = closing.at(-1);
  const until = last === undefined ? null : later(last.at, WINDOW_MS);
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
export const withRefusal = <S extends Refusals>(standing: S, refusal: Omit<Refusal, 'struck'>): S =>
  standing.refusals.some(({ orderId }) => orderId === refusal.orderId)
    ? standing
    : {
        ...standing,
        refusals: [...standing.refusals, refusal].slice(-MOST_KEPT),
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
