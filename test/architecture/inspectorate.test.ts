import { describe, expect, test } from 'vitest';
import { contract, type Key, routeKeys } from '../../shared/contract.ts';

/** What a city's admin reads and its inspectorate does not, each with its reason. */
const closed: Partial<Record<Key, string>> = {
  'GET /scopes/{scope}/invitation-links': 'a way into a seat, for who may seat people',
  'GET /cities/{city}/register/import-columns': 'a setting of a form only admins have',
  'GET /agencies/{agencyId}/plan-columns': 'a setting of a form only admins and the office have',
  'GET /cities/{city}/cash-on-delivery': 'names buyers who refused to pay, for who decides about them',
};

describe('the inspectorate', () => {
  test('reads whatever an admin of its city reads, but for what is named here', () => {
    const missing = routeKeys.filter((key) => {
      const { who } = contract[key] as { who: readonly string[] };
      return key.startsWith('GET ') && who.includes('city-admin') && !who.includes('inspectorate');
    });
    expect(missing.filter((key) => !(key in closed))).toEqual([]);
  });
  test('changes nothing: no route that writes names it', () => {
    const writing = routeKeys.filter((key) => !key.startsWith('GET '));
    expect(writing.filter((key) => (contract[key].who as readonly string[]).includes('inspectorate'))).toEqual([]);
  });
});
