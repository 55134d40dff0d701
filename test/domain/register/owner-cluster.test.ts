import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clusterOwners,
  type EvidenceKind,
  MOST_OF_ONE_APPLICANT,
  ownerChanges,
  type ShopEvidence,
} from '../../../shared/domain/register/owners/owner-cluster.ts';

const shops: readonly ShopEvidence[] = [
  { shopId: 's1', identity: 'nik-1', founder: 'ani' },
  { shopId: 's2', identity: 'nik-2', founder: 'ani' },
  { shopId: 's3', identity: 'nik-2' },
  { shopId: 's4', identity: 'nik-4', phone: '0899' },
  { shopId: 's5' },
];
const groups = (...given: Parameters<typeof clusterOwners>) =>
  clusterOwners(...given).map(({ shopIds }) => shopIds.join('+'));

describe('an owner', () => {
  test('is all shops joined by a verified identity or a founder, also through others', () => {
    expect(groups(shops)).toEqual(['s1+s2+s3', 's4', 's5']);
  });

  test('is never made by what a shop writes of itself: a phone, an account, or an applicant who left', () => {
    for (const kind of ['phone', 'account', 'applicant', 'qris'])
      expect(
        groups([
          { shopId: 'rival', [kind]: 'x' },
          { shopId: 'thief', [kind]: 'x' },
        ]),
      ).toEqual(['rival', 'thief']);
  });

  test('is ruled by the city', () => {
    expect(groups(shops, [{ rule: 'no_evidence', kind: 'applicant', value: 'ani' }])).toEqual([
      's1',
      's2+s3',
      's4',
      's5',
    ]);
    expect(groups(shops, [{ rule: 'same_owner', shopIds: ['s5', 's4'] }])).toEqual(['s1+s2+s3', 's4+s5']);
    expect(groups(shops, [{ rule: 'same_owner', shopIds: ['s5', 'gone'] }])).toEqual(['s1+s2+s3', 's4', 's5']);
    expect(groups(shops, [{ rule: 'same_owner', shopIds: ['s5', 'gone', 's4', 's2'] }])).toEqual(['s1+s2+s3+s4+s5']);
  });

  test('is whoever founded shops of two or three identities, not a helper who applied for more', () => {
    const applied = (count: number, but: object = {}) =>
      Array.from({ length: count }, (_, i) => ({
        shopId: `s${i}`,
        identity: `nik-${i}`,
        applicant: 'sari',
        founder: 'sari',
        ...but,
      }));
    expect(MOST_OF_ONE_APPLICANT).toBe(3);
    expect(groups(applied(2))).toEqual(['s0+s1']);
    expect(groups(applied(3))).toEqual(['s0+s1+s2']);
    expect(groups(applied(4))).toEqual(['s0', 's1', 's2', 's3']);
    // Identities count, not shops: one person's many shops do not make a helper.
    const many = [
      ...applied(2),
      ...applied(5, { identity: 'nik-0' }).map((shop) => ({ ...shop, shopId: `t${shop.shopId}` })),
    ];
    expect(groups(many)).toEqual(['s0+s1+ts0+ts1+ts2+ts3+ts4']);
    // A helper's other evidence counts as anybody's.
    expect(groups([...applied(4), { shopId: 's9', identity: 'nik-3' }])).toEqual(['s0', 's1', 's2', 's3+s9']);
    expect(groups(applied(2), [{ rule: 'no_evidence', kind: 'applicant', value: 'sari' }])).toEqual(['s0', 's1']);
  });

  test('does not mix one kind of evidence with another', () => {
    expect(
      groups([
        { shopId: 'a', identity: '1' },
        { shopId: 'b', founder: '1' },
      ]),
    ).toEqual(['a', 'b']);
  });

  test('leaves a record of merges and splits', () => {
    const before = clusterOwners(shops, [{ rule: 'no_evidence', kind: 'applicant', value: 'ani' }]);
    const after = clusterOwners(shops);
    const [one, two] = before.map(({ ownerId }) => ownerId) as [string, string];
    expect(ownerChanges(before, after)).toEqual([
      { change: 'merged', ownerId: one, from: [one, two].sort(), shopIds: ['s1', 's2', 's3'] },
    ]);
    expect(ownerChanges(after, before)).toEqual([
      { change: 'split', ownerId: one, into: [one, two].sort(), shopIds: ['s1', 's2', 's3'] },
    ]);
    expect(ownerChanges(after, after)).toEqual([]);
  });

  test('is recorded as merged when a shop opens beside another of its owner, and at the first look', () => {
    const [one, two] = ['s1', 's2'].map((shopId) => clusterOwners([{ shopId }])[0]?.ownerId) as [string, string];
    const pair = clusterOwners(shops.slice(0, 2));
    const merged = { change: 'merged', ownerId: one, from: [one, two].sort(), shopIds: ['s1', 's2'] };
    expect(ownerChanges(clusterOwners(shops.slice(0, 1)), pair)).toEqual([merged]);
    expect(ownerChanges([], pair)).toEqual([merged]);
    // Who opens alone, or leaves, changes nobody.
    expect(ownerChanges([], clusterOwners(shops.slice(3)))).toEqual([]);
    expect(ownerChanges(pair, clusterOwners(shops.slice(0, 1)))).toEqual([]);
  });

  test('is the same in any order, and two shops are together exactly when a chain of evidence joins them', () => {
    const value = fc.option(fc.constantFrom('p', 'q', 'r'), { nil: undefined });
    const identity = fc.option(fc.constantFrom('p', 'q', 'r', 's', 't', 'u'), { nil: undefined });
    const row = fc.record({ identity, phone: value, account: value, applicant: value, stays: fc.boolean() });
    const ruled = fc.constantFrom('phone', 'account', 'applicant' as const);
    const rulings = fc.array(
      fc.record({ rule: fc.constant('no_evidence' as const), kind: ruled, value: fc.constantFrom('p', 'q') }),
      { maxLength: 2 },
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 9 }), rulings, fc.nat(), (given, ruling, turn) => {
        const all = given.map((row, i) => ({
          shopId: `s${i}`,
          ...Object.fromEntries(Object.entries(row).filter(([name, v]) => v !== undefined && name !== 'stays')),
          ...(row.stays && row.applicant ? { founder: row.applicant } : {}),
        })) as ShopEvidence[];
        const clusters = clusterOwners(all, ruling);
        const at = all.length === 0 ? 0 : turn % all.length;
        const turned = clusterOwners([...all.slice(at), ...all.slice(0, at)].reverse(), [...ruling].reverse());
        if (JSON.stringify(turned) !== JSON.stringify(clusters)) throw new Error('order matters');
        const helps = ({ applicant }: ShopEvidence) => {
          const served = all.filter((shop) => shop.applicant === applicant);
          return new Set(served.map(({ identity: whose, shopId }) => whose ?? shopId)).size > MOST_OF_ONE_APPLICANT;
        };
        const ruledOut = (founder?: string) => ruling.some((one) => one.kind === 'applicant' && one.value === founder);
        const proves = (kind: EvidenceKind, a: ShopEvidence) =>
          kind === 'identity' || (!helps(a) && !ruledOut(a.founder));
        const evidence = ['identity', 'founder'] as const;
        // Naive closure: spread the smallest number until nothing changes.
        const label = all.map((_, i) => i);
        for (let round = 0; round < all.length; round++)
          for (const [i, a] of all.entries())
            for (const [j, b] of all.entries())
              if (evidence.some((kind) => a[kind] && a[kind] === b[kind] && proves(kind, a)))
                label[i] = label[j] = Math.min(label[i] as number, label[j] as number);
        for (const { shopIds } of clusters)
          if (new Set(shopIds.map((id) => label[Number(id.slice(1))])).size !== 1) throw new Error('joined too much');
        if (clusters.length !== new Set(label).size) throw new Error('joined too little');
      }),
      { numRuns: 10_000 },
    );
  });
});
