import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Nip } from '../../../shared/domain/targets/nip.ts';
import { LEAST_PEOPLE, toldParticipation } from '../../../shared/domain/targets/participation.ts';
import { proofMonth, receiptKey } from '../../../shared/domain/targets/purchase-proof.ts';
import '../../seed.ts';

const offices = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 })), { maxLength: 12 })
  .map((all) =>
    all.map(([members, took], at) => ({
      agencyId: `agc_${at}`,
      name: `Dinas ${at}`,
      members,
      participants: Math.min(members, took),
    })),
  );

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

  test('leaves no single office to be worked out from the others and the total', () => {
    fc.assert(
      fc.property(offices, (all) => {
        const { offices: told, total } = toldParticipation(all, false);
        const hidden = told.filter(({ participants }) => participants === null);
        if (all.length > 1) expect(hidden.length).not.toBe(1);
        if (total.participants !== null) expect(total.participants % LEAST_PEOPLE).toBe(0);
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
