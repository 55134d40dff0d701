import { describe, expect, test } from 'vitest';
import { isReturning } from '../../web/entry/session.ts';
import { safeBack } from '../../web/entry/sign-in.ts';

const page = new URL('https://pasar.example/dasbor/?code=x&state=y');

describe('the way back from signing in', () => {
  test('leads to the page it began on, also another one of the market', () => {
    for (const back of ['/dasbor/?kota=35.73&bulan=2026-10', '/keranjang/#periksa', '/pesanan/ord_1'])
      expect(safeBack(back, page)).toBe(back);
  });
  test('leads nowhere outside, whatever is found in storage', () => {
    const elsewhere = [
      'https://jahat.example/dasbor/',
      '//jahat.example/dasbor/',
      '/\\jahat.example/dasbor/',
      'javascript:alert(1)',
      '/dasbor/../../jahat',
      'http://pasar.example/dasbor/',
      'https://pasar.example:444/dasbor/',
      'https://pasar.example@jahat.example/dasbor/',
      '\0',
      '',
      'http://[',
    ];
    for (const back of elsewhere)
      expect(new URL(safeBack(back, page), page).href).toMatch(/^https:\/\/pasar\.example\//);
  });
});

describe('an answer of the issuer', () => {
  test('has a state, and a code or an error', () => {
    expect(['?code=a&state=b', '?error=access_denied&state=b'].map(isReturning)).toEqual([true, true]);
    expect(['?kota=35.73', '?code=a', '?state=b', ''].map(isReturning)).toEqual([false, false, false, false]);
  });
});
