import { describe, expect, test } from 'vitest';
import { kindsAt } from '../../../web/dasbor/place.ts';
import type { Me } from '../../../web/entry/me.ts';

const MALANG = { level: 'city', code: '35.73' } as const;
const EAST_JAVA = { level: 'province', code: '35' } as const;
const seat = (scope: string, role: string, city?: string) =>
  ({ scope, role, name: null, state: 'held', ...(city ? { city } : {}) }) as unknown as Me['memberships'][number];

describe('as what somebody comes to a place', () => {
  test.each([
    ['nobody', [], [], []],
    ['a shop’s owner', [seat('merchant:mrc_1', 'owner')], [], []],
    ['an office’s approver', [seat('agency:agc_1', 'approver')], [], []],
    ['its admin', [seat('city:35.73', 'city-admin')], ['city-admin'], []],
    ['the admin of another city', [seat('city:35.78', 'city-admin')], [], []],
    ['its inspectorate', [seat('city:35.73', 'inspectorate')], ['inspectorate'], []],
    ['an officer of its district', [seat('district:35.73.02', 'district-officer')], ['district-officer'], []],
    ['an officer of another’s district', [seat('district:35.78.02', 'district-officer')], [], []],
    ['an officer of its bank', [seat('bank:bnk_1', 'bank-officer', '35.73')], ['bank-officer'], []],
    ['an officer of another’s bank', [seat('bank:bnk_1', 'bank-officer', '35.78')], [], []],
    ['the admin of its province', [seat('province:35', 'province-admin')], [], ['province-admin']],
    ['the admin of another province', [seat('province:18', 'province-admin')], [], []],
    ['the operator', [seat('country', 'operator')], [], ['operator']],
    [
      'its admin who mentors too',
      [seat('city:35.73', 'city-admin'), seat('city:35.73', 'mentor')],
      ['city-admin', 'mentor'],
      [],
    ],
  ])('%s', (_, seats, city, province) => {
    expect(kindsAt(seats, MALANG)).toEqual(['anybody', ...city]);
    expect(kindsAt(seats, EAST_JAVA)).toEqual(['anybody', ...province]);
  });
});
