import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { renewed } from '../../web/entry/session.ts';

const tokenOf = (person: string, made = 1): string => `h.${btoa(JSON.stringify({ sub: person, made }))}.s`;
const signedIn = (token: string | undefined, until = Date.now() + 600_000): void => {
  const kept = token === undefined ? null : JSON.stringify({ token, name: 'Ani', until });
  vi.stubGlobal('localStorage', { getItem: () => kept });
};

describe('the token of a page that stood open', () => {
  beforeEach(() => signedIn(tokenOf('ani')));
  afterEach(() => vi.unstubAllGlobals());

  test('is the newer one of the same person, and its own where that ran out', () => {
    expect(renewed(tokenOf('ani', 2))).toBe(tokenOf('ani'));
    signedIn(tokenOf('ani'), 0);
    expect(renewed(tokenOf('ani', 2))).toBe(tokenOf('ani', 2));
  });

  test('is none once somebody else is signed in on this device, or nobody', () => {
    expect(renewed(tokenOf('budi'))).toBe('');
    signedIn(undefined);
    expect(renewed(tokenOf('ani'))).toBe('');
  });
});
