import * as z from 'zod';
import { DAY_MS, later } from '../basics/month.ts';
import { Instant } from '../basics/month-schema.ts';
import { Person } from './caller.ts';
import { WAIT_DAYS } from './erasure-terms.ts';

/*
 * Having one's data erased takes three days: whoever holds a stolen session can ask for it, and whoever signs in takes it
 * back. From the moment it is asked for the account takes no order and no role, so that nothing new is half erased.
 */

const WAIT_MS = WAIT_DAYS * DAY_MS;
/** What stands in the way by then is looked at again after a day. */
const AGAIN_MS = DAY_MS;
/**
 * So long the buyer of several orders is known as one, by a keyed hash: a month is asked about once it is closed, and looked
 * at again. What a shop refused counts in its sales once a buyer, for as long as a city's rule may look back: a year.
 */
const KEYED_DAYS = 120;
const REFUSED_DAYS = 400;

/** That somebody asked for it, and how far it is. */
export const Erasure = z.object({
  person: Person,
  askedAt: Instant,
  dueAt: Instant.describe('From then on it is done; until then it can be taken back'),
  begunAt: Instant.nullable(),
  version: z.int(),
});
export type Erasure = z.infer<typeof Erasure>;

export const askedErasure = (person: string, now: Instant): Erasure => ({
  person,
  askedAt: now,
  dueAt: later(now, WAIT_MS),
  begunAt: null,
  version: 1,
});

/** Something came in the way while it waited: it is tried again, and can still be taken back. */
export const postponed = (erasure: Erasure, now: Instant): Erasure => ({
  ...erasure,
  dueAt: later(now, AGAIN_MS),
  version: erasure.version + 1,
});

/** From here on nobody takes it back. */
export const begun = (erasure: Erasure, now: Instant): Erasure => ({
  ...erasure,
  begunAt: now,
  version: erasure.version + 1,
});

/** Until when an order's buyer stays known by a keyed hash; undefined when that is over already. */
export const keyedUntil = (placedAt: Instant, refused: boolean, now: Instant): Instant | undefined => {
  const until = later(placedAt, (refused ? REFUSED_DAYS : KEYED_DAYS) * DAY_MS);
  return until > now ? until : undefined;
};
