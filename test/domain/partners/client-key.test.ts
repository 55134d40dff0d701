import { describe, expect, test } from 'vitest';
import {
  carriedIn,
  opens,
  shownKeys,
  tokenOf,
  withKey,
  withoutKey,
} from '../../../shared/domain/partners/client-key.ts';

const [PARTNER, KEY] = [`prt_${'1'.repeat(26)}`, (at: number) => `pky_${String(at).padStart(26, '0')}`];
const now = { at: '2026-11-10T02:00:00.000Z', by: 'bu-retno' };
const made = (at: number, before?: ReturnType<typeof withKey>) =>
  withKey(before, PARTNER, { keyId: KEY(at), secret: `rahasia-${at}`, name: 'Sistem laporan' }, now);

describe('a key of a partner’s program', () => {
  test('opens with what only the program knows, until its year is over or it is revoked', () => {
    const keys = made(1);
    const carried = carriedIn(`Bearer ${tokenOf(PARTNER, KEY(1), 'rahasia-1')}`);
    expect(carried).toEqual({ partnerId: PARTNER, keyId: KEY(1), secret: 'rahasia-1' });
    const opening = (secret: string, at = now.at, of = keys) => opens(of, { keyId: KEY(1), secret }, at);
    expect([opening('rahasia-1'), opening('rahasia-2'), opening('rahasia-1', '2027-11-10T02:00:00.000Z')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(opening('rahasia-1', now.at, withoutKey(keys, KEY(1), now.at))).toBe(false);
    expect(JSON.stringify(keys)).not.toContain('rahasia-1');
  });

  test('has one beside it at most, so that programs change keys without a pause', () => {
    const two = made(2, made(1));
    expect(() => made(3, two)).toThrow('Cabut dulu yang lama');
    const third = made(3, withoutKey(two, KEY(1), now.at));
    expect(shownKeys(third, now.at).map(({ live }) => live)).toEqual([false, true, true]);
  });

  test('is carried in one way', () => {
    for (const header of [
      undefined,
      '',
      'Basic x',
      `bearer ${tokenOf(PARTNER, KEY(1), 'x')}`,
      `Bearer ${PARTNER}.${KEY(1)}.`,
    ])
      expect(carriedIn(header)).toBeUndefined();
  });
});
