import { describe, expect, test } from 'vitest';
import { readsPartnerIn } from '../../../shared/domain/partners/partner.ts';
import type { Caller } from '../../../shared/domain/people/caller.ts';

const partner = { partnerId: `prt_${'1'.repeat(26)}`, place: '35', cities: ['35.72', '35.79'] };
const of = (scope: string, role: string) => ({ person: 'siapa', memberships: [{ scope, role }] }) as unknown as Caller;

describe('what a partner of a province reported about a city', () => {
  test.each([
    ['city:35.72', 'city-admin', '35.72', true],
    ['city:35.72', 'inspectorate', '35.72', true],
    ['city:35.72', 'city-admin', '35.79', false],
    ['city:35.78', 'city-admin', '35.78', false],
    ['province:35', 'province-admin', '35.79', true],
    ['province:35', 'province-admin', '35.78', false],
    ['province:18', 'province-admin', '35.72', false],
    [`partner:${partner.partnerId}`, 'partner', '35.79', true],
    [`partner:${partner.partnerId}`, 'partner', '35.78', false],
    ['city:35.72', 'mentor', '35.72', false],
  ])('is for %s (%s) about %s: %s', (scope, role, city, may) => {
    expect(readsPartnerIn(of(scope, role), partner, city)).toBe(may);
  });
});
