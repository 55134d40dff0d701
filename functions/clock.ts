import type { Instant } from '../shared/domain/basics/month.ts';

/**
 * A clock that tells instants as they are written. The text of one millisecond is made once: a request looks at the clock
 * eight times, and writing an instant takes as long as reading a row's ten fields.
 */
export const clockOf = (milliseconds: () => number): (() => Instant) => {
  let last = { at: Number.NaN, instant: '' };
  return () => {
    const at = milliseconds();
    if (at !== last.at) last = { at, instant: new Date(at).toISOString() };
    return last.instant;
  };
};

export const systemClock = clockOf(Date.now);
