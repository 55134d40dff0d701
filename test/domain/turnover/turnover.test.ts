import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { later, monthStart, reportingDeadline } from '../../../shared/domain/basics/month.ts';
import { Zone } from '../../../shared/domain/basics/month-schema.ts';
import {
  outsideTotal,
  type Reopening,
  requireReportable,
  turnoverState,
} from '../../../shared/domain/turnover/turnover.ts';
import { idOf } from '../examples.ts';

const reopening = (until: string): Reopening => ({
  merchantId: idOf('mrc', 'dapur'),
  month: '2026-11',
  reason: 'salah ketik',
  by: 'admin',
  at: '2026-12-20T00:00:00.000Z',
  until,
});

describe.each(Zone.options)('a report in %s', (zone) => {
  const deadline = reportingDeadline('2026-11', zone);
  const state = (at: string, given?: Reopening) => turnoverState('2026-11', { zone }, given, at);
  const save = (at: string, given?: Reopening) => () => requireReportable('2026-11', { zone }, given, at);

  test('is open from the month’s first millisecond to the deadline’s last', () => {
    const first = monthStart('2026-11', zone);
    expect(save(later(first, -1))).toThrow(expect.objectContaining({ code: 'month_invalid' }));
    expect(save(first)).not.toThrow();
    expect(save(later(deadline, -1))).not.toThrow();
    expect(save(deadline)).toThrow(expect.objectContaining({ code: 'report_locked' }));
    expect([state(later(deadline, -1)), state(deadline)]).toEqual(['open', 'locked']);
  });

  test('is reopened until its new end, and locked again from then on', () => {
    const until = later(deadline, 14 * 86_400_000);
    expect(state(later(until, -1), reopening(until))).toBe('reopened');
    expect(save(later(until, -1), reopening(until))).not.toThrow();
    expect(state(until, reopening(until))).toBe('locked');
    expect(save(until, reopening(until))).toThrow(expect.objectContaining({ code: 'report_locked' }));
  });

  test('is open rather than reopened while its deadline has not passed', () => {
    expect(state(later(deadline, -1), reopening(later(deadline, 1000)))).toBe('open');
  });
});

describe('sales outside', () => {
  test('add up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { maxLength: 20 }), (amounts) => {
        const outside = amounts.map((rupiah) => ({ channel: 'own-place' as const, rupiah }));
        expect(outsideTotal(outside)).toBe(amounts.reduce((sum, one) => sum + one, 0));
      }),
    );
  });
  test('beyond what one amount may be are refused', () => {
    const one = { channel: 'own-place' as const, rupiah: 600_000_000_000 };
    expect(() => outsideTotal([one, one])).toThrow(expect.objectContaining({ code: 'invalid_request' }));
  });
});
