import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import { soldSince } from '../../../shared/domain/ranking/ledger/sold-since.ts';
import { newestStandard } from '../../../shared/domain/ranking/policy/policy.ts';

const entry = (more: Partial<LedgerEntry>): LedgerEntry => ({
  orderId: 'ord_1',
  merchantId: 'mrc_a' as LedgerEntry['merchantId'],
  ownerId: 'own_a',
  cityCode: '35.73',
  category: 'culinary',
  valueRupiah: 300_000,
  units: 5,
  district: '35.73.02',
  deliverOn: '2027-03-01',
  state: 'accepted',
  unanswered: false,
  at: '2027-03-01T03:00:00.000Z',
  orderVersion: 1,
  ...more,
});
const moment = {
  since: '2027-03-01T02:00:00.000Z',
  at: '2027-03-01T04:00:00.000Z',
  ownerOf: new Map([['mrc_b', 'own_a']]),
  unitOf: () => 100_000,
  policy: newestStandard('35.73'),
};
const sold = (...entries: LedgerEntry[]) => soldSince(entries, moment).get('own_a') ?? 0;

describe('what was sold since the figures of a list', () => {
  test('is what was accepted after them, over all shops of an owner', () => {
    expect(sold(entry({}), entry({ orderId: 'ord_2', merchantId: 'mrc_b' as never }))).toBe(600_000);
    expect(sold(entry({ at: '2027-03-01T01:59:00.000Z' }))).toBe(0);
    expect(sold(entry({ state: 'refused' }), entry({ state: 'cancelled', cancelledBy: 'buyer' }))).toBe(0);
  });

  test('counts as it does in V: a price above its reference for more', () => {
    expect(sold(entry({ lines: [['kind', 5, 60_000, 50_000]] }))).toBe(518_400);
  });

  test('is one usual order at the most of what is still to be delivered, or rivals could sink a shop by holding orders open', () => {
    const open = { deliverOn: '2027-04-01' };
    expect(sold(entry(open), entry({ ...open, orderId: 'ord_2' }))).toBe(100_000);
    expect(sold(entry(open), entry({ orderId: 'ord_2' }))).toBe(400_000);
  });
});
