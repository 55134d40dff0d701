import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterOwners, ownerChanges, type ShopEvidence } from '../../../shared/domain/ordering/owner-cluster.ts';

const shops: readonly ShopEvidence[] = [
  { shopId: 's1', identity: 'nik-1', phone: '0811' },
  { shopId: 's2', identity: 'nik-2', phone: '0811', account: 'bank-9' },
  { shopId: 's3', identity: 'nik-3', account: 'bank-9' },
  { shopId: 's4', identity: 'nik-4', phone: '0899' },
  { shopId: 's5' },
];
const groups = (...given: Parameters<typeof clusterOwners>) =>
  clusterOwners(...given).map(({ shopIds }) => shopIds.join('+'));

describe('an owner', () => {
  test('is all shops joined by identity, phone or account, also through others', () => {
    expect(groups(shops)).toEqual(['s1+s2+s3', 's4', 's5']);
  });

  test('is ruled by the city where evidence misleads', () => {
    expect(groups(shops, [{ rule: 'no_evidence', kind: 'phone', value: '0811' }])).toEqual(['s1', 's2+s3', 's4', 's5']);
    expect(groups(shops, [{ rule: 'same_owner', shopIds: ['s5', 's4'] }])).toEqual(['s1+s2+s3', 's4+s5']);
    expect(groups(shops, [{ rule: 'same_owner', shopIds: ['s5', 'gone'] }])).toEqual(['s1+s2+s3', 's4', 's5']);
  });

  test('does not mix one kind of evidence with another', () => {
    expect(
      groups([
        { shopId: 'a', phone: '1' },
        { shopId: 'b', account: '1' },
      ]),
    ).toEqual(['a', 'b']);
  });

  test('leaves a record of merges and splits', () => {
    const before = clusterOwners(shops, [{ rule: 'no_evidence', kind: 'phone', value: '0811' }]);
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

  test('is the same in any order, and two shops are together exactly when a chain of evidence joins them', () => {
    const value = fc.option(fc.constantFrom('p', 'q', 'r'), { nil: undefined });
    const rows = fc.array(fc.record({ identity: value, phone: value, account: value }), { maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.nat(), (given, turn) => {
        const all = given.map((row, i) => ({
          shopId: `s${i}`,
          ...Object.fromEntries(Object.entries(row).filter(([, v]) => v !== undefined)),
        })) as ShopEvidence[];
        const clusters = clusterOwners(all);
        const at = all.length === 0 ? 0 : turn % all.length;
        const turned = clusterOwners([...all.slice(at), ...all.slice(0, at)]);
        if (JSON.stringify(turned) !== JSON.stringify(clusters)) throw new Error('order matters');
        // Naive closure: spread the smallest number until nothing changes.
        const label = all.map((_, i) => i);
        for (let round = 0; round < all.length; round++)
          for (const [i, a] of all.entries())
            for (const [j, b] of all.entries())
              if ((['identity', 'phone', 'account'] as const).some((kind) => a[kind] && a[kind] === b[kind]))
                label[i] = label[j] = Math.min(label[i] as number, label[j] as number);
        for (const { shopIds } of clusters)
          if (new Set(shopIds.map((id) => label[Number(id.slice(1))])).size !== 1) throw new Error('joined too much');
        if (clusters.length !== new Set(label).size) throw new Error('joined too little');
      }),
      { numRuns: 10_000 },
    );
  });
});
