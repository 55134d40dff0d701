import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clusterOwners,
  type OwnerRuling,
  type ShopEvidence,
} from '../../../shared/domain/register/owners/owner-cluster.ts';
import { type Asked, questionsOf } from '../../../shared/domain/register/owners/owner-question.ts';

const look = (shops: readonly ShopEvidence[], before: readonly Asked[], at: string, rulings: OwnerRuling[] = []) => {
  const clusters = clusterOwners(shops, rulings);
  const changed = questionsOf({ shops, rulings, clusters }, before, {
    city: '35.73',
    at,
    idOf: (...of) => of.join(' '),
  });
  const next = new Map(before.map((asked) => [asked.questionId, asked]));
  for (const asked of changed) next.set(asked.questionId, asked);
  return { changed, asked: [...next.values()] };
};
const told = (asked: readonly Asked[]) =>
  asked.map(({ kind, value, state, shops }) => [
    `${kind} ${value} ${state}`,
    ...shops.map(({ shopId, since, until }) => `${shopId} ${since}-${until ?? ''}`),
  ]);
const rival: ShopEvidence = { shopId: 'rival', identity: 'nik-1', phone: '0811' };
const thief: ShopEvidence = { shopId: 'thief', identity: 'nik-2', phone: '0811' };

describe('a question about owners', () => {
  test('is asked when shops of two owners show one phone, account or applicant, and names who came later', () => {
    const first = look([rival, { ...thief, phone: '0822' }], [], '1');
    expect(first.asked).toEqual([]);
    const second = look([rival, thief], first.asked, '2');
    expect(told(second.asked)).toEqual([['phone 0811 open', 'rival 2-', 'thief 2-']]);
    const third = look([rival, thief, { shopId: 'late', phone: '0811' }], second.asked, '3');
    expect(told(third.asked)).toEqual([['phone 0811 open', 'rival 2-', 'thief 2-', 'late 3-']]);
    expect(look([rival, thief, { shopId: 'late', phone: '0811' }], third.asked, '4').changed).toEqual([]);
  });

  test('is not asked about the shops of one owner', () => {
    expect(look([rival, { ...thief, identity: 'nik-1' }], [], '1').asked).toEqual([]);
  });

  test('still names who hides behind another phone, and is open again when they come back', () => {
    const open = look([rival, thief], [], '1');
    const hidden = look([rival, { ...thief, phone: '0833' }], open.asked, '2');
    expect(told(hidden.asked)).toEqual([['phone 0811 ended', 'rival 1-', 'thief 1-2']]);
    const gone = look([{ ...thief, phone: '0833' }], hidden.asked, '3');
    expect(told(gone.asked)).toEqual([['phone 0811 ended', 'rival 1-3', 'thief 1-2']]);
    expect(told(look([rival, thief], gone.asked, '4').asked)).toEqual([['phone 0811 open', 'rival 1-', 'thief 1-']]);
  });

  test.each<[string, OwnerRuling]>([
    ['that they have one owner', { rule: 'same_owner', shopIds: ['rival', 'thief'] }],
    ['that the phone proves nothing', { rule: 'no_evidence', kind: 'phone', value: '0811' }],
  ])('is answered by a ruling %s, also when it has ended', (_, ruling) => {
    const open = look([rival, thief], [], '1');
    expect(told(look([rival, thief], open.asked, '2', [ruling]).asked)[0]?.[0]).toBe('phone 0811 answered');
    const ended = look([rival, { ...thief, phone: '0833' }], open.asked, '2');
    expect(told(look([rival, thief], ended.asked, '3', [ruling]).asked)[0]?.[0]).toBe('phone 0811 answered');
    // Whoever is ruled about is not asked about anew; another account of theirs would be.
    expect(look([rival, thief], [], '1', [ruling]).asked).toEqual([]);
  });

  test('never changes by a second look at the same register, in whatever order it comes', () => {
    const value = fc.option(fc.constantFrom('p', 'q'), { nil: undefined });
    const row = fc.record({ identity: value, phone: value, account: value, applicant: value });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.array(row, { maxLength: 6 }), (one, two) => {
        const shopsOf = (rows: typeof one) =>
          rows.map((given, i) => ({
            shopId: `s${i}`,
            ...Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)),
          })) as ShopEvidence[];
        const first = look(shopsOf(one), [], '1');
        const second = look(shopsOf(two), first.asked, '2');
        expect(look(shopsOf(two).reverse(), second.asked, '3').changed).toEqual([]);
        // What was asked is never forgotten.
        for (const asked of first.asked)
          for (const { shopId } of asked.shops)
            expect(
              second.asked.find(({ questionId }) => questionId === asked.questionId)?.shops.map((shop) => shop.shopId),
            ).toContain(shopId);
      }),
      { numRuns: 500 },
    );
  });
});
