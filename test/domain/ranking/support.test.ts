import { describe, expect, test } from 'vitest';
import {
  type Encounter,
  monthsUnsoldOf,
  supportList,
  type UnsoldOwner,
} from '../../../shared/domain/ranking/support/support.ts';

const met = (more: Partial<Encounter> = {}): Encounter => ({
  valueRupiah: 100_000,
  ownersAbove: 4,
  failures: [],
  shown: false,
  ...more,
});
const dear: Encounter['failures'] = [
  { reason: 'price_above_fair', priceRupiah: 30_000, lineRupiah: 21_600, medianRupiah: 18_000 },
];
const small: Encounter['failures'] = [{ reason: 'capacity_too_little', capacityUnits: 10, neededUnits: 25 }];
const owner = (ownerId: string, encounters: readonly Encounter[], more: Partial<UnsoldOwner> = {}): UnsoldOwner => ({
  ownerId,
  monthsUnsold: 2,
  reachable: true,
  hasPhoto: true,
  hasOffer: true,
  encounters,
  ...more,
});

test.each([
  ['the only shop', [[4, true]], 4],
  [
    'the latest sale of several',
    [
      [5, true],
      [3, true],
    ],
    3,
  ],
  [
    'a sale, whatever a shop opened since has not sold',
    [
      [5, true],
      [1, false],
    ],
    5,
  ],
  [
    'the oldest shop where none sold',
    [
      [1, false],
      [7, false],
    ],
    7,
  ],
] as const)('an owner is silent since %s', (_, shops, months) => {
  expect(monthsUnsoldOf(shops.map(([unsold, soldInYear]) => ({ unsold, soldInYear })))).toBe(months);
});

describe('the support list', () => {
  test('goes by the cheapest cause to fix, with one action and the rupiah missed', () => {
    const lines = supportList([
      owner('visit', [met()], { reachable: false }),
      owner('quiet', []),
      owner('hidden', [met()]),
      owner('mentor', [met({ shown: true }), met({ shown: true })]),
      owner('photo', [met({ shown: true })], { hasPhoto: false }),
      owner('price', [met({ failures: dear }), met({ failures: small })]),
      owner('capacity', [met({ failures: small })]),
      owner('bare', [met()], { hasOffer: false }),
      owner('sold lately', [met()], { monthsUnsold: 1 }),
    ]);
    expect(lines.map((line) => [line.ownerId, line.cause, line.fix, line.fairShareRupiah])).toEqual([
      ['price', 'offer', 'price', 40_000],
      ['bare', 'offer', 'listing', 25_000],
      ['photo', 'offer', 'photo', 25_000],
      ['capacity', 'offer', 'capacity', 20_000],
      ['mentor', 'never_chosen', null, 50_000],
      ['hidden', 'never_shown', null, 25_000],
      ['quiet', 'no_demand', null, 0],
      ['visit', 'unreachable', null, 25_000],
    ]);
    expect(lines[0]?.action).toBe('Ajak menurunkan harga menjadi Rp21.600 atau kurang.');
    expect(lines[1]?.action).toContain('barang pertamanya');
    expect(lines[3]?.action).toContain('kapasitas menjadi 25');
  });

  test('sends an officer first to whom only a visit lets stand with the others, shown or not', () => {
    for (const shown of [true, false]) {
      const [line] = supportList([owner('new', [met({ shown })], { unvisited: true, hasPhoto: false })]);
      expect(line).toMatchObject({ cause: 'never_chosen', action: 'Kunjungi langsung, lalu catat.' });
    }
  });

  test('says which other reason kept an owner out, and counts no rupiah as missed for it', () => {
    const rated: Encounter['failures'] = [{ reason: 'rating_too_low', rating: 2.5, floor: 3, ratingCount: 20 }];
    const [line] = supportList([owner('a', [met({ failures: rated })])]);
    expect(line).toMatchObject({ cause: 'no_demand', fairShareRupiah: 0 });
    expect(line?.action).toContain('mutu');
  });
});
