import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zones } from '../../../shared/domain/basics/month.ts';
import { NewDevice } from '../../../shared/domain/notices/device.ts';
import { isPushService } from '../../../shared/domain/notices/push-services.ts';
import { quietUntil } from '../../../shared/domain/notices/settings.ts';

const night = { from: '21:00', to: '05:00' };

describe('quiet hours', () => {
  test.each<[string, string | undefined, string]>([
    ['2026-11-10T13:59:00.000Z', undefined, 'at 20.59 nobody sleeps yet'],
    ['2026-11-10T14:00:00.000Z', '2026-11-10T22:00:00.000Z', 'at 21.00 they begin'],
    ['2026-11-10T16:59:59.999Z', '2026-11-10T22:00:00.000Z', 'before midnight'],
    ['2026-11-10T17:00:00.000Z', '2026-11-10T22:00:00.000Z', 'at midnight'],
    ['2026-11-10T21:59:59.000Z', '2026-11-10T22:00:00.000Z', 'in their last minute'],
    ['2026-11-10T22:00:00.000Z', undefined, 'at 05.00 they are over'],
  ])('%s: %s, %s', (at, until, _why) => {
    expect(quietUntil(night, at, 'Asia/Jakarta')).toBe(until);
  });

  test('are on the wall clock of the city', () => {
    const at = '2026-11-10T12:30:00.000Z';
    expect(quietUntil(night, at, 'Asia/Jakarta')).toBeUndefined();
    expect(quietUntil(night, at, 'Asia/Jayapura')).toBe('2026-11-10T20:00:00.000Z');
  });

  test('end within a day, at an instant that is not quiet, and are none when they end as they begin', () => {
    const clock = fc.integer({ min: 0, max: 1439 }).map((minute) => {
      const two = (part: number) => String(part).padStart(2, '0');
      return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
    });
    const instant = fc
      .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
      .map((at) => new Date(at).toISOString());
    const zone = fc.constantFrom(...(Object.keys(zones) as (keyof typeof zones)[]));
    fc.assert(
      fc.property(clock, clock, instant, zone, (from, to, at, here) => {
        const until = quietUntil({ from, to }, at, here);
        if (from === to) return expect(until).toBeUndefined();
        if (until === undefined) return;
        expect(Date.parse(until) - Date.parse(at)).toBeLessThanOrEqual(86_400_000);
        expect(until > at).toBe(true);
        expect(quietUntil({ from, to }, until, here)).toBeUndefined();
      }),
    );
  });
});

describe('a push service', () => {
  test.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://wns2-by3p.notify.windows.com/w/?token=abc',
    'https://web.push.apple.com/abc',
    'https://FCM.googleapis.com/x',
    'https://fcm.googleapis.com:443/x',
  ])('is %s', (address) => expect(isPushService(address)).toBe(true));

  test.each([
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://fcm.googleapis.com@169.254.169.254/x',
    'https://user:word@fcm.googleapis.com/x',
    'https://fcm.googleapis.com.evil.id/x',
    'https://evilfcm.googleapis.com/x',
    'https://push.apple.com/x',
    'https://.push.apple.com/x',
    'https://evilpush.apple.com/x',
    'https://fcm.googleapis.com\\@evil.id/x',
    'https://169.254.169.254/latest/meta-data',
    'https://[::ffff:169.254.169.254]/x',
    'https://localhost/x',
    'https://fcm.googleapis.com./x',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '//fcm.googleapis.com/x',
    '',
  ])('is not %s', (address) => expect(isPushService(address)).toBe(false));
});

describe('a device', () => {
  const keys = {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  };
  const endpoint = 'https://fcm.googleapis.com/fcm/send/abc';
  test('is taken with the keys a browser gives', () => {
    expect(NewDevice.safeParse({ endpoint, keys }).success).toBe(true);
  });
  test.each([
    [{ ...keys, p256dh: 'AAAA' }],
    [{ ...keys, p256dh: `A${keys.p256dh.slice(1)}` }],
    [{ ...keys, auth: 'BTBZMqHH6r4Tts7J' }],
    [{ ...keys, auth: 'x'.repeat(41) }],
    [{ ...keys, p256dh: '<script>' }],
  ])('is refused with others', (wrong) => {
    expect(NewDevice.safeParse({ endpoint, keys: wrong }).success).toBe(false);
  });
});
