import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayKey, dayKeyHash, dayKeyShownFrom, keepsPromise } from '../../../shared/domain/ranking/list/day-key.ts';
import { decisionOf, replay } from '../../../shared/domain/ranking/list/decision.ts';
import { rankOffers } from '../../../shared/domain/ranking/rule/rank-offers.ts';
import { anyInput, input, offer } from './offers.ts';

describe('a decision', () => {
  test('replays to the same list from the same ledger, request and day key, however they are stored', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const decision = decisionOf(given, rankOffers(given));
        const before = JSON.stringify([given.offers, [...given.ledger.owners], decision]);
        const owners = new Map([...given.ledger.owners].reverse());
        const stored = { ...given, offers: [...given.offers].reverse(), ledger: { ...given.ledger, owners } };
        const again = replay(JSON.parse(JSON.stringify(decision)), stored);
        if (!again.matches) throw new Error(again.differences.join());
        if (JSON.stringify(again.ordered) !== JSON.stringify(rankOffers(given))) throw new Error('another list');
        if (JSON.stringify([given.offers, [...given.ledger.owners], decision]) !== before) throw new Error('changed');
      }),
      { numRuns: 10_000 },
    );
  });

  test('names what differs', () => {
    const given = input([offer('a'), offer('b')]);
    const decision = decisionOf(given, rankOffers(given));
    const differences = (more: Partial<typeof given>) => replay(decision, { ...given, ...more }).differences;
    expect(differences({})).toEqual([]);
    expect(differences({ dayKey: 'cd'.repeat(32) })).toContain('day_key');
    expect(differences({ unitRupiah: 1 })).toEqual(['unit', 'list']);
    expect(differences({ policy: { ...given.policy, version: 2 } })).toEqual(['policy']);
    expect(differences({ ledger: { version: 'v2', owners: new Map() } })).toEqual(['ledger_version']);
    expect(differences({ request: { ...given.request, quantity: 21 } })).toEqual(['request']);
    expect(differences({ offers: [offer('a'), offer('b', { priceRupiah: 18_001 })] })).toEqual(['offers', 'list']);
    const owners = new Map([['own-a', { recentSalesRupiah: 100_000, exposure: 0 }]]);
    expect(differences({ ledger: { version: 'v1', owners } })).toContain('offers');
  });
});

describe('a day key', () => {
  const key = dayKey('secret', '35.73', '2026-11-30');

  test('is one of its city and day alone', () => {
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(dayKey('secret', '35.73', '2026-11-30')).toBe(key);
    expect(new Set([key, dayKey('secret', '35.73', '2026-12-01'), dayKey('secret', '35.07', '2026-11-30')]).size).toBe(
      3,
    );
    expect(dayKey('other', '35.73', '2026-11-30')).not.toBe(key);
  });

  test('keeps the promise published in the morning, and is shown from the next day', () => {
    expect(keepsPromise(key, dayKeyHash(key))).toBe(true);
    expect(keepsPromise(dayKey('secret', '35.73', '2026-12-01'), dayKeyHash(key))).toBe(false);
    expect(keepsPromise(key, 'short')).toBe(false);
    expect(dayKeyShownFrom('2026-11-30')).toBe('2026-12-01');
  });
});
