import * as z from 'zod';
import { ClockTime } from '../basics/clock-time.ts';
import { type Instant, type Zone, zones } from '../basics/month.ts';
import { NoticeKind } from './topics.ts';

/** When nobody's phone sounds, on the wall clock of the city a notice is of; `from` after `to` goes over midnight. */
export const QuietHours = z.strictObject({ from: ClockTime, to: ClockTime }).meta({ id: 'QuietHours' });
export type QuietHours = z.infer<typeof QuietHours>;

/** What a person wants to be called for. The list of notices itself holds everything. */
export const NoticeSettings = z
  .strictObject({
    push: z.strictObject(Object.fromEntries(NoticeKind.options.map((kind) => [kind, z.boolean()])) as Kinds),
    quiet: QuietHours.nullable().describe('Null: at any hour'),
  })
  .meta({ id: 'NoticeSettings' });
type Kinds = Record<NoticeKind, z.ZodBoolean>;
export type NoticeSettings = z.infer<typeof NoticeSettings>;

/** Until a person says otherwise: everything, but not at night. */
export const startingSettings: NoticeSettings = {
  push: { orders: true, payments: true, papers: true, reviews: true, register: true, disputes: true },
  quiet: { from: '21:00', to: '05:00' },
};

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;

/**
 * Until when a call has to wait, or undefined when it may go now. The hour a rest ends is no longer quiet; a rest that
 * ends when it begins is none.
 */
export const quietUntil = (quiet: QuietHours | null, at: Instant, zone: Zone): Instant | undefined => {
  if (!quiet) return undefined;
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const wall = Math.floor(Date.parse(at) / MINUTE_MS) + zones[zone] * 60;
  const since = ((((wall % DAY_MINUTES) - from) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  const length = (to - from + DAY_MINUTES) % DAY_MINUTES;
  if (since >= length) return undefined;
  return new Date((Math.floor(Date.parse(at) / MINUTE_MS) + length - since) * MINUTE_MS).toISOString();
};
