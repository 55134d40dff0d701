import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type LocalClock, localClock, moveClock, setOffset } from '../../infra/local/clock.ts';
import { type CloseFiring, closesBetween, schedule } from '../../infra/local/events/schedule.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clock-'));
});

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const away = (instant: string, from: string) => Math.abs(Date.parse(instant) - Date.parse(from));

describe('the clock', () => {
  test('is the real time at first', async () => {
    const clock = await localClock(folder);
    expect(away(clock.now(), inHours(0))).toBeLessThan(1000);
    clock.close();
  });
  test('moves forward, goes on from there, and a running server notices', async () => {
    const clock = await localClock(folder);
    let moved = 0;
    clock.onMoved(() => {
      moved += 1;
    });
    await moveClock(folder, inHours(48));
    await expect.poll(() => moved).toBe(1);
    expect(away(clock.now(), inHours(48))).toBeLessThan(2000);
    clock.close();
    const next = await localClock(folder);
    expect(away(next.now(), inHours(48))).toBeLessThan(2000);
    next.close();
  });
  test('never moves back, neither behind the real time nor behind where it was moved', async () => {
    await expect(moveClock(folder, inHours(-1))).rejects.toThrow(/hanya bisa maju/);
    await moveClock(folder, inHours(48));
    await expect(moveClock(folder, inHours(47))).rejects.toThrow(/only moves forward/);
    await moveClock(folder, inHours(49));
  });
  test('understands an instant with its zone', async () => {
    expect(await moveClock(folder, '2099-12-01T00:10+07:00')).toBe('2099-11-30T17:10:00.000Z');
  });
  test.each([undefined, '', 'besok', '2099-12-01', '2099-12-01T00:10', '2099-13-01T00:10+07:00', '1e99'])(
    'does not understand %s',
    async (text) => {
      await expect(moveClock(folder, text)).rejects.toThrow(/2026-12-01T00:10/);
    },
  );
});

describe('the schedule', () => {
  test('fires in each zone at 00:05 local on day 1 and day 11, for the month before', () => {
    expect(closesBetween('2026-12-31T12:00:00.000Z', '2027-01-11T12:00:00.000Z')).toEqual([
      { zone: 'Asia/Jayapura', month: '2026-12', phase: 'preliminary', scheduledAt: '2026-12-31T15:05:00.000Z' },
      { zone: 'Asia/Makassar', month: '2026-12', phase: 'preliminary', scheduledAt: '2026-12-31T16:05:00.000Z' },
      { zone: 'Asia/Jakarta', month: '2026-12', phase: 'preliminary', scheduledAt: '2026-12-31T17:05:00.000Z' },
      { zone: 'Asia/Jayapura', month: '2026-12', phase: 'final', scheduledAt: '2027-01-10T15:05:00.000Z' },
      { zone: 'Asia/Makassar', month: '2026-12', phase: 'final', scheduledAt: '2027-01-10T16:05:00.000Z' },
      { zone: 'Asia/Jakarta', month: '2026-12', phase: 'final', scheduledAt: '2027-01-10T17:05:00.000Z' },
    ]);
  });
  test('holds an edge once: a firing belongs to the stretch that ends with it', () => {
    const edge = '2026-11-30T17:05:00.000Z';
    expect(closesBetween('2026-11-30T17:00:00.000Z', edge)).toHaveLength(1);
    expect(closesBetween(edge, '2026-11-30T18:00:00.000Z')).toEqual([]);
  });

  const stopped = (instant: string): LocalClock => {
    let at = instant;
    return {
      now: () => at,
      offsetMs: () => 0,
      onMoved: (moved) => {
        at = '2026-12-01T00:10:00.000Z';
        moved();
      },
      close: () => {},
    };
  };
  const kept = (clock: LocalClock, fail = false) => {
    const fired: CloseFiring[] = [];
    let clocks = 0;
    const close = async (firing: CloseFiring) => {
      fired.push(firing);
      if (fail && firing.zone === 'Asia/Makassar') throw new Error('down');
    };
    const run = async () => {
      clocks += 1;
    };
    return { fired, clocks: () => clocks, made: schedule({ clock, folder, close, timed: [{ everyMinutes: 5, run }] }) };
  };

  test('fires nothing old at its first start, and catches up what a stopped machine missed', async () => {
    const first = kept(stopped('2026-11-20T00:00:00.000Z'));
    await (await first.made).tick();
    expect(first.fired).toEqual([]);
    const second = kept(stopped('2026-12-11T00:00:00.000Z'));
    await (await second.made).tick();
    await (await second.made).tick();
    expect(second.fired.map(({ zone, phase }) => `${phase} ${zone.slice(5)}`)).toEqual([
      'preliminary Jayapura',
      'preliminary Makassar',
      'preliminary Jakarta',
      'final Jayapura',
      'final Makassar',
      'final Jakarta',
    ]);
    expect(second.clocks()).toBe(1);
  });
  test('fires again what failed, and not what went through', async () => {
    await kept(stopped('2026-11-30T00:00:00.000Z')).made;
    const failing = kept(stopped('2026-12-01T00:00:00.000Z'), true);
    await expect((await failing.made).tick()).rejects.toThrow('down');
    const mended = kept(stopped('2026-12-01T00:00:00.000Z'));
    await (await mended.made).tick();
    expect([...failing.fired, ...mended.fired].map(({ zone }) => zone.slice(5))).toEqual([
      'Jayapura',
      'Makassar',
      'Makassar',
      'Jakarta',
    ]);
  });
  test('fires when the clock is moved', async () => {
    const { fired, made } = kept(stopped('2026-11-30T00:00:00.000Z'));
    const timetable = await made;
    timetable.start();
    await expect.poll(() => fired.length).toBe(3);
    await timetable.stop();
  });
  test('of a clock in the past of what was fired does nothing', async () => {
    await setOffset(folder, 0);
    await (await kept(stopped('2026-12-05T00:00:00.000Z')).made).tick();
    const earlier = kept(stopped('2026-11-05T00:00:00.000Z'));
    await (await earlier.made).tick();
    expect(earlier.fired).toEqual([]);
  });
});
