import { join } from 'node:path';
import {
  addMonths,
  later,
  monthOf,
  monthStart,
  previousMonth,
  REPORTING_DAYS,
  type Zone,
  zones,
} from '../../shared/domain/basics/month.ts';
import type { LocalClock } from './clock.ts';
import { readJson, writeWhole } from './files.ts';

const MINUTE_MS = 60_000;
const CLOCKS_MS = 5 * MINUTE_MS;
const LEDGERS_MS = 15 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

export type CloseFiring = {
  readonly zone: Zone;
  readonly month: string;
  readonly phase: 'preliminary' | 'final';
  readonly scheduledAt: string;
};

/** What the three zones' schedules fire after `from` up to `to`: day 1 and day 11 at 00:05 local, in order of time. */
export const closesBetween = (from: string, to: string): CloseFiring[] => {
  const firings: CloseFiring[] = [];
  for (const zone of Object.keys(zones) as Zone[]) {
    for (let month = monthOf(from, zone); month <= monthOf(to, zone); month = addMonths(month, 1)) {
      const first = later(monthStart(month, zone), 5 * MINUTE_MS);
      const closed = previousMonth(month);
      firings.push({ zone, month: closed, phase: 'preliminary', scheduledAt: first });
      firings.push({ zone, month: closed, phase: 'final', scheduledAt: later(first, REPORTING_DAYS * DAY_MS) });
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
  readonly runClocks: () => Promise<unknown>;
  readonly callLedgers?: () => Promise<unknown>;
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
export const schedule = async ({
  clock,
  folder,
  close,
  runClocks,
  callLedgers,
}: ScheduleOptions): Promise<Schedule> => {
  const place = join(folder, 'schedule.json');
  const kept = await readJson<{ firedUntil: string }>(place);
  let firedUntil = kept?.firedUntil ?? clock.now();
  const keep = async (until: string) => {
    firedUntil = until;
    await writeWhole(place, JSON.stringify({ firedUntil }));
  };
  if (!kept) await keep(firedUntil);
  let clocksRunAt = 0;
  let ledgersMadeAt = 0;
  const look = async () => {
    const now = clock.now();
    const slot = Math.floor(Date.parse(now) / CLOCKS_MS);
    if (slot !== clocksRunAt) {
      await runClocks();
      clocksRunAt = slot;
    }
    const quarter = Math.floor(Date.parse(now) / LEDGERS_MS);
    if (quarter !== ledgersMadeAt) {
      await callLedgers?.();
      ledgersMadeAt = quarter;
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
