import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const NOW = Date.parse('2026-11-28T03:00:00Z');
const answer = (date?: string) => ({ headers: new Headers(date === undefined ? {} : { date }) });
/** Of a page that was just opened. */
const opened = async () => {
  vi.resetModules();
  return import('../../web/entry/market-time.ts');
};

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date', 'performance'] }));
afterEach(() => void vi.useRealTimers());

test('is the phone’s until the market told its own, and the market’s from then on, though the phone’s is moved', async () => {
  const { hearTime, marketNow } = await opened();
  expect(marketNow()).toBe('2026-11-28T03:00:00.000Z');
  hearTime(answer('Mon, 30 Nov 2026 10:00:00 GMT'));
  expect(marketNow()).toBe('2026-11-30T10:00:00.000Z');
  vi.advanceTimersByTime(90_000);
  expect(marketNow()).toBe('2026-11-30T10:01:30.000Z');
  vi.setSystemTime('2031-01-01T00:00:00Z');
  expect(marketNow().slice(0, 16)).toBe('2026-11-30T10:01');
});

test('of a phone that is ahead goes back to the market’s', async () => {
  const { hearTime, marketNow } = await opened();
  hearTime(answer('Tue, 24 Nov 2026 10:00:00 GMT'));
  expect(marketNow()).toBe('2026-11-24T10:00:00.000Z');
});

test('of a phone without a line is its own, whatever its kept answers say of the day they came', async () => {
  const { hearTime, marketNow } = await opened();
  hearTime({ headers: new Headers({ date: 'Tue, 24 Nov 2026 10:00:00 GMT', 'x-simpanan': '1' }) });
  expect(marketNow()).toBe('2026-11-28T03:00:00.000Z');
});

test('is brought back by no answer that was kept, and by none that tells no time', async () => {
  const { hearTime, marketNow } = await opened();
  hearTime(answer('Sat, 28 Nov 2026 03:10:00 GMT'));
  for (const date of ['Fri, 27 Nov 2026 03:00:00 GMT', 'kemarin', '', undefined]) hearTime(answer(date));
  expect(marketNow()).toBe('2026-11-28T03:10:00.000Z');
});
