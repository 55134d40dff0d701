import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Nib, Nik, Npwp } from '../../../shared/domain/register/identity-numbers.ts';
import {
  MerchantChange,
  MerchantStatus,
  mask,
  merchantNext,
  NewMerchant,
} from '../../../shared/domain/register/merchant.ts';
import { isOpen, moveMerchant } from '../../../shared/domain/register/merchant-moves.ts';
import { shopOf } from '../examples.ts';

const at = '2026-11-10T02:00:00.000Z';
const statuses = MerchantStatus.options;

describe('a merchant', () => {
  const next: Record<MerchantStatus, MerchantStatus[]> = {
    pending: ['verified', 'returned'],
    returned: ['pending'],
    verified: ['suspended'],
    suspended: ['verified'],
  };
  test.each(statuses.flatMap((from) => statuses.map((to) => [from, to] as const)))(
    '%s becomes %s only along the table',
    (from, to) => {
      const act = () => moveMerchant(shopOf('dapur', { status: from }), to, 'admin', at, 'sebab');
      if (!next[from].includes(to)) expect(act).toThrow(expect.objectContaining({ code: 'merchant_moved_on' }));
      else {
        expect(act()).toMatchObject({ status: to, version: 3 });
        expect(act().history.at(-1)).toEqual({ status: to, at, by: 'admin', reason: 'sebab' });
      }
      expect(merchantNext[from]).toEqual(next[from]);
    },
  );

  test('keeps the day it was first verified, and loses the reasons of its return', () => {
    const never = shopOf('dapur', { status: 'pending', reasons: [{ field: 'nik', reason: 'buram' }] });
    Reflect.deleteProperty(never, 'verifiedAt');
    const first = moveMerchant(never, 'verified', 'admin', at);
    expect(first).toMatchObject({ verifiedAt: at, reasons: [] });
    const again = moveMerchant(
      moveMerchant(first, 'suspended', 'admin', at),
      'verified',
      'admin',
      '2026-12-01T00:00:00.000Z',
    );
    expect(again.verifiedAt).toBe(at);
  });

  test('is open when verified, and after the day it is paused through', () => {
    for (const status of statuses) expect(isOpen(shopOf('x', { status }), '2026-11-10')).toBe(status === 'verified');
    const paused = shopOf('x', { pausedUntil: '2026-11-10' });
    expect([isOpen(paused, '2026-11-09'), isOpen(paused, '2026-11-10'), isOpen(paused, '2026-11-11')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('shows the last four digits of a number and no other', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{13,16}$/), (digits) => {
        expect(mask(digits)).toHaveLength(digits.length);
        expect(mask(digits)).toBe(`${'•'.repeat(digits.length - 4)}${digits.slice(-4)}`);
      }),
    );
  });
});

describe('an identity number', () => {
  test.each(['3573024508800001', '3573020112991234', '3573022902990001', '3573027112991234', '3573024508800001\n'])(
    '%s is a NIK',
    (text) => expect(Nik.safeParse(text).success).toBe(true),
  );
  test.each([
    ['no serial', '3573024508800000'],
    ['no day', '3573020008800001'],
    ['day 32', '3573023208800001'],
    ['day 72', '3573027208800001'],
    ['no month', '3573024500800001'],
    ['month 13', '3573024513800001'],
    ['30 February', '3573023002800001'],
    ['31 April of a woman', '3573027104800001'],
    ['15 digits', '357302450880000'],
    ['17 digits', '35730245088000011'],
    ['other digits', '٣٥٧٣٠٢٤٥٠٨٨٠٠٠٠١'],
  ])('with %s is no NIK', (_, text) => expect(Nik.safeParse(text).success).toBe(false));
  test.each([
    [Nik, '357302450880000', 'Tulis 16 angka NIK seperti di KTP. Yang tertulis 15 angka.'],
    [Nik, 'tujuh', 'Tulis 16 angka NIK seperti di KTP.'],
    [Nik, '3573023113800001', 'tanggal ini tidak ada'],
    [Nik, '3573023002800001', 'tanggal ini tidak ada'],
    [Nik, '3573024508800000', 'tidak pernah 0000'],
    [Npwp, '012345678901234', 'tambahkan 0 di depan. Yang tertulis 15 angka.'],
    [Nib, '91200012345678', 'Yang tertulis 14 angka.'],
  ] as const)('says what is wrong with %#', (number, text, words) => {
    const sentences = number.safeParse(text).error?.issues.map(({ message }) => message) ?? [];
    expect(sentences).toEqual([expect.stringContaining(words)]);
  });
  test.each([
    '3573024508800001\n',
    '\t3573 0245 0880 0001',
    '357302.450880.0001',
    '3573-0245\u20130880-0001',
    '\u200b3573024508800001\u00a0',
  ])('is kept as its digits alone, however it was pasted: %j', (text) =>
    expect(Nik.parse(text)).toBe('3573024508800001'),
  );
  test('of 16 digits is an NPWP, of 13 an NIB, and of no other length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,20}$/), (digits) => {
        expect(Npwp.safeParse(digits).success).toBe(digits.length === 16);
        expect(Nib.safeParse(digits).success).toBe(digits.length === 13);
      }),
    );
  });
});

describe('an application', () => {
  const given = {
    cityCode: '35.73',
    name: 'Dapur',
    ownerName: 'Sri',
    phone: '081234567890',
    district: '35.73.02',
    village: '35.73.02.1001',
    address: 'Jl. Ijen 1',
    category: 'culinary',
  };
  const flaws = (application: object) =>
    (NewMerchant.safeParse(application).error?.issues ?? []).map(({ path }) => path.join('/')).sort();
  test('of a person needs a NIK and nothing more', () => {
    expect(flaws({ ...given, kind: 'person', nik: '3573024508800001' })).toEqual([]);
    expect(flaws({ ...given, kind: 'person' })).toEqual(['nik']);
  });
  test('of an entity needs NPWP and NIB', () => {
    expect(flaws({ ...given, kind: 'entity', npwp: '0123456789012345', nib: '9120001234567' })).toEqual([]);
    expect(flaws({ ...given, kind: 'entity' })).toEqual(['nib', 'npwp']);
  });
  test('cannot verify itself', () => {
    for (const extra of [{ status: 'verified' }, { ownerId: 'own_x' }, { merchantId: 'mrc_x' }, { version: 9 }])
      expect(NewMerchant.safeParse({ ...given, kind: 'person', nik: '3573024508800001', ...extra }).success).toBe(
        false,
      );
    for (const extra of [{ status: 'verified' }, { ownerId: 'own_x' }, { cityCode: '35.78' }, { kind: 'entity' }, {}])
      expect(MerchantChange.safeParse(extra).success).toBe(false);
  });
});
