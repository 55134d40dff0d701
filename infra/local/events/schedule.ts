import { join } from 'node:path';
import { monthCloses } from '../../../events/month-closes.ts';
import {
  addMonths,
  later,
  monthOf,
  monthStart,
  previousMonth,
  type Zone,
  zones,
} from '../../../shared/domain/basics/month.ts';
import type { LocalClock } from '../clock.ts';
import { readJson, writeWhole } from '../files.ts';
import type { Timed } from './consumers.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export type CloseFiring = {
  readonly zone: Zone;
  readonly month: string;
  readonly phase: 'preliminary' | 'final';
  readonly scheduledAt: string;
};

/** What the three zones' schedules fire after `from` up to `to`, in order of time (`monthCloses`). */
export const closesBetween = (from: string, to: string): CloseFiring[] => {
  const firings: CloseFiring[] = [];
  for (const zone of Object.keys(zones) as Zone[]) {
    for (let month = monthOf(from, zone); month <= monthOf(to, zone); month = addMonths(month, 1)) {
      const closed = previousMonth(month);
      for (const { phase, day } of monthCloses.phases) {
        const sinceStart = (day - 1) * DAY_MS + monthCloses.minute * MINUTE_MS;
        firings.push({ zone, month: closed, phase, scheduledAt: later(monthStart(month, zone), sinceStart) });
      }
    }
  }
  return firings
    .filter(({ scheduledAt }) => scheduledAt > from && scheduledAt <= to)
    .sort((a, b) => (a.scheduledAt < b.scheduledAt ? -1 : 1));
};

export type ScheduleOptions = {
  readonly clock: LocalClock;
  readonly folder: string;
  readonly close: (firing: CloseFiring) => Promise<unknown>;
  /** What runs every so many minutes. */
  readonly timed: readonly Timed[];
};
export type Schedule = {
  readonly tick: () => Promise<void>;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

/**
 * Fires what became due since it last looked, also while the machine was off: the instant up to which everything was
 * fired is kept in a file, and moves only after a firing ended, so each fires at least once.
 */
export const schedule = async ({ clock, folder, close, timed }: ScheduleOptions): Promise<Schedule> => {
  const place = join(folder, 'schedule.json');
  const kept = await readJson<{ firedUntil: string }>(place);
  let firedUntil = kept?.firedUntil ?? clock.now();
  const keep = async (until: string) => {
    firedUntil = until;
    await writeWhole(place, JSON.stringify({ firedUntil }));
  };
  if (!kept) await keep(firedUntil);
  /** The span of time in which each ran last. */
  const ranIn = timed.map(() => 0);
  const look = async () => {
    const now = clock.now();
    for (const [index, { everyMinutes, run }] of timed.entries()) {
      const span = Math.floor(Date.parse(now) / (everyMinutes * MINUTE_MS));
      if (span === ranIn[index]) continue;
      await run();
      ranIn[index] = span;
    }
    for (const firing of closesBetween(firedUntil, now)) {
      await close(firing);
      // Kept one by one (no two zones fire at one instant), so a crash between two firings skips none.
      await keep(firing.scheduledAt);
    }
  };
  let turn: Promise<unknown> = Promise.resolve();
  const tick = (): Promise<void> => {
    const next = turn.then(look);
    turn = next.catch(() => undefined);
    return next;
  };
  const quietly = () => void tick().catch((error) => console.error('schedule', error));
  let timer: NodeJS.Timeout | undefined;
  return {
    tick,
    start: () => {
      clock.onMoved(quietly);
      timer = setInterval(quietly, 5_000).unref();
      quietly();
    },
    stop: async () => {
      clearInterval(timer);
      await turn;
    },
  };
};
