import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Nip } from '../../../shared/domain/targets/nip.ts';
import { LEAST_PEOPLE, toldParticipation } from '../../../shared/domain/targets/participation.ts';
import { proofMonth, receiptKey } from '../../../shared/domain/targets/purchase-proof.ts';
import '../../seed.ts';

const office = (at: number, members: number, participants: number) => ({
  agencyId: `agc_${at}`,
  name: `Dinas ${at}`,
  members,
  participants,
});
const offices = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 })), { maxLength: 12 })
  .map((all) => all.map(([members, took], at) => office(at, members, Math.min(members, took))));
type Told = ReturnType<typeof toldParticipation>;

describe('what is told of who took part', () => {
  test('names no number below five or within five of all, and none exactly while the month runs', () => {
    fc.assert(
      fc.property(offices, fc.boolean(), (all, running) => {
        const { offices: told } = toldParticipation(all, running);
        for (const { members, participants, hidden } of told) {
          expect(participants === null).toBe(hidden !== null);
          if (participants === null) continue;
          expect(participants).toBeGreaterThanOrEqual(LEAST_PEOPLE);
          expect(members - participants).toBeGreaterThanOrEqual(LEAST_PEOPLE);
          if (running) expect(participants % LEAST_PEOPLE).toBe(0);
        }
      }),
    );
  });

  /** Every month that offices of these sizes can have, by what is told of it. */
  const monthsBy = (sizes: readonly number[], running: boolean) => {
    const every = sizes.reduce<number[][]>(
      (all, members) => all.flatMap((one) => Array.from({ length: members + 1 }, (_, took) => [...one, took])),
      [[]],
    );
    return Map.groupBy(every, (took) =>
      JSON.stringify(
        toldParticipation(
          sizes.map((members, at) => office(at, members, took[at] ?? 0)),
          running,
        ),
      ),
    );
  };

  test.each([
    [[5]],
    [[12]],
    [[3, 2]],
    [[12, 3]],
    [[5, 9, 12]],
    [[12, 12, 4]],
    [[12, 10, 12]],
    [[1, 1, 1, 12]],
    [[20, 6, 11]],
  ])('leaves each hidden number of offices of %j open, whatever the month was', (sizes) => {
    for (const running of [false, true])
      for (const [told, months] of monthsBy(sizes, running))
        for (const [at, { participants }] of (JSON.parse(told) as Told).offices.entries())
          if (participants === null) expect(new Set(months.map((took) => took[at])).size).toBeGreaterThan(1);
  });

  test('tells in all no more than there were, and few fewer', () => {
    fc.assert(
      fc.property(offices, (all) => {
        const { offices: told, total } = toldParticipation(all, false);
        if (total.participants === null) return;
        const took = all.reduce((sum, { participants }) => sum + participants, 0);
        const small = told.filter(({ hidden }) => hidden !== null).reduce((sum, { members }) => sum + members, 0);
        expect(total.participants).toBeLessThanOrEqual(took);
        expect(took - total.participants).toBeLessThanOrEqual(Math.min(small, LEAST_PEOPLE));
      }),
    );
  });
});

describe('a NIP', () => {
  test('is eighteen digits with a birthday, however it is spaced', () => {
    for (const nip of ['198001152005011003', '19800115 200501 1 003', '19800115.202121.2.004'])
      expect(Nip.safeParse(nip).success).toBe(true);
    for (const nip of ['198013152005011003', '1980011520050110', '1.98001E+17', '19800115200501100a'])
      expect(Nip.safeParse(nip).success).toBe(false);
  });
});

describe('a receipt', () => {
  const receipt = { photoId: 'a', shopName: 'Warung Mak Sum', rupiah: 25_000, boughtOn: '2026-11-09' };
  test('is the same by number, sum and day, whatever shop is written', () => {
    const one = receiptKey({ ...receipt, receiptNumber: 'INV-0099' });
    expect(receiptKey({ ...receipt, shopName: 'Toko Lain', receiptNumber: 'inv 0099' })).toBe(one);
    expect(receiptKey({ ...receipt, rupiah: 25_001, receiptNumber: 'INV-0099' })).not.toBe(one);
    expect(receiptKey(receipt)).not.toBe(one);
  });

  test('counts in its month, and is taken until ten days after it', () => {
    expect(proofMonth('2026-10-31', '2026-11-10')).toBe('2026-10');
    expect(() => proofMonth('2026-10-31', '2026-11-11')).toThrow('sampai 10 November 2026');
    expect(() => proofMonth('2026-11-11', '2026-11-10')).toThrow('belum tiba');
  });
});
