import { DAY_MS, type Instant, later } from '../../basics/month.ts';
import type { CodStanding } from './cod-standing.ts';

/** Two refusals within 90 days close, for 90 days from the later one: an older one does nothing any more. */
const WEIGHS_MS = 180 * DAY_MS;

/**
 * What stays of refused deliveries when their person is erased: when they were, for as long as they weigh, so that nobody
 * opens cash on delivery again by it. `other` makes the numbers that stand in the place of the orders'. Undefined when
 * nothing weighs any more.
 */
export const erasedCod = (
  standing: CodStanding,
  now: Instant,
  other: () => string,
): (CodStanding & { readonly until: Instant }) | undefined => {
  const weighing = standing.refusals.filter(({ at, struck }) => !struck && later(at, WEIGHS_MS) > now);
  const last = weighing
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (last === undefined) return undefined;
  return {
    ...standing,
    refusals: weighing.map(({ at }) => ({ orderId: other(), at })),
    version: standing.version + 1,
    until: later(last, WEIGHS_MS),
  };
};
