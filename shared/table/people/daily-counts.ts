import { dayOf, type Instant } from '../../domain/basics/month.ts';
import { type DailyLimit, dailyLimits } from '../../domain/people/daily-limits.ts';
import { Problem } from '../../problem.ts';
import { counted } from '../engine/fields.ts';
import { upsert, type Write } from '../engine/writes.ts';

/** A day is counted by the clock of Jakarta wherever the place is; its count is kept for two. */
const KEPT_SECONDS = 2 * 86_400;

// | entity    | pk                     | sk         |
// | DailyCount | MADE#photo#mrc_…       | 2026-11-26 |   how many today; gone two days later
const ofDay = (made: DailyLimit, of: string, day: string) => ({
  type: 'DailyCount',
  key: { pk: `MADE#${made}#${of}`, sk: day },
});

/** Counts one more in the commit that makes it, so that no two at once pass the bound. @throws Problem limit_reached */
export const countToday = (made: DailyLimit, of: string, now: Instant): Write => {
  const { type, key } = ofDay(made, of, dayOf(now, 'Asia/Jakarta'));
  const { most, sentence } = dailyLimits[made];
  return upsert(
    type,
    key,
    {
      setOnce: { ttl: Math.floor(Date.parse(now) / 1000) + KEPT_SECONDS },
      ...counted({ made: { by: 1, most } }),
    },
    () => new Problem('limit_reached', sentence),
  );
};
