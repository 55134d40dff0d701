import { watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { clockOf } from '../../functions/clock.ts';
import { Advice } from './advice.ts';
import { readJson, writeWhole } from './files.ts';

/**
 * The market's clock on one machine: the real time plus an offset in a file. Only whoever can write that file can move
 * it (`npm run clock`); no request can.
 */
export type LocalClock = {
  readonly now: () => string;
  readonly offsetMs: () => number;
  /** Calls back whenever the offset in the file has changed. */
  readonly onMoved: (moved: () => void) => void;
  readonly close: () => void;
};
const fileIn = (folder: string) => join(folder, 'clock.json');

const readOffset = async (folder: string): Promise<number> =>
  (await readJson<{ offsetMs: number }>(fileIn(folder)))?.offsetMs ?? 0;

export const setOffset = (folder: string, offsetMs: number): Promise<void> =>
  writeWhole(fileIn(folder), JSON.stringify({ offsetMs }));

export const localClock = async (folder: string): Promise<LocalClock> => {
  await mkdir(folder, { recursive: true });
  let offsetMs = await readOffset(folder);
  const listeners: (() => void)[] = [];
  const refresh = async () => {
    const read = await readOffset(folder);
    if (read === offsetMs) return;
    offsetMs = read;
    for (const listener of listeners) listener();
  };
  // The folder, not the file: the file is replaced as a whole.
  const watcher = watch(folder, { persistent: false }, (_, name) => {
    if (name === 'clock.json') refresh().catch((error) => console.error('clock', error));
  });
  return {
    now: clockOf(() => Date.now() + offsetMs),
    offsetMs: () => offsetMs,
    onMoved: (moved) => listeners.push(moved),
    close: () => watcher.close(),
  };
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** Moves the market's clock to an instant, forward only: what happened cannot happen again. Answers the new time. */
export const moveClock = async (folder: string, to: string | undefined): Promise<string> => {
  const target = to && INSTANT.test(to) ? Date.parse(to) : Number.NaN;
  if (Number.isNaN(target))
    throw new Advice(
      'Tulis waktunya dengan zona, misalnya: npm run clock -- 2026-12-01T00:10+07:00 / ' +
        'Write the time with its zone, for example: npm run clock -- 2026-12-01T00:10+07:00',
    );
  const now = Date.now() + (await readOffset(folder));
  if (target < now)
    throw new Advice(
      `Jam pasar hanya bisa maju; sekarang ${new Date(now).toISOString()}. / ` +
        `The market's clock only moves forward; it is ${new Date(now).toISOString()} now.`,
    );
  await setOffset(folder, target - Date.now());
  return new Date(target).toISOString();
};
