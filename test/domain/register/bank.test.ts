import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountChange, accountText, PayoutAccount, shownAccount } from '../../../shared/domain/register/bank.ts';
import { banks } from '../../../shared/domain/register/bank-names.ts';

const given = { bank: '014', number: '0011223344', holder: 'Sri Wahyuni' };
const other = { ...given, bank: 'other', bankName: 'BPR Tugu Artha' };
const flaws = (account: object) =>
  (PayoutAccount.safeParse(account).error?.issues ?? []).map(({ path, message }) => `${path.join('/')}: ${message}`);

describe('a bank account', () => {
  test('is kept as digits, however it was typed', () => {
    for (const number of ['0011223344', ' 0011 2233-44 ', '001.122.3344', '0011-2233 44'])
      expect(PayoutAccount.parse({ ...given, number }).number).toBe('0011223344');
  });

  test.each([
    ['five digits', '12345'],
    ['21 digits', '123456789012345678901'],
    ['letters', '12345x7890'],
    ['other digits', '٠٠١١٢٢٣٣٤٤'],
    ['one digit all along', '0000000000'],
    ['a break', '0011223344\n'],
    ['no digit', ' - '],
  ])('with %s is none', (_, number) => {
    expect(flaws({ ...given, number })[0]).toMatch(/^number: Nomor rekening/);
  });

  test('is at a listed bank by its code, or at any other by its name', () => {
    for (const bank of Object.keys(banks)) expect(flaws({ ...given, bank })).toEqual([]);
    expect(flaws(other)).toEqual([]);
    expect(flaws({ ...given, bank: '999' })[0]).toMatch(/^bank: /);
    expect(flaws({ ...given, bankName: 'BCA' })).toEqual([
      'bankName: Nama bank diisi hanya untuk bank di luar daftar.',
    ]);
    for (const bankName of [undefined, 'Bank', 'PT Bank Tbk'])
      expect(flaws({ ...other, bankName })).toEqual(['bankName: Tulis nama bank yang tidak ada di daftar.']);
  });

  test('of a listed bank has that bank’s code, not its name: one bank under two names would be two accounts', () => {
    const written = [
      ...Object.entries(banks),
      ['002', 'PT. Bank Rakyat Indonesia (Persero) Tbk'],
      ['114', 'bankjatim'],
    ];
    for (const [code, name] of [...written, ['124', 'BankKaltimtara'], ['014', 'B.C.A']])
      expect(flaws({ ...other, bankName: name })).toEqual([`bankName: Bank ini ada di daftar; pilih kode ${code}.`]);
  });

  test('shows its last four digits, fewer of a short number, and never half of it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{5,19}$/), (number) => {
        const shown = shownAccount({ ...given, bank: '014', number }).number;
        expect(shown).toHaveLength(number.length);
        const tail = shown.replaceAll('•', '');
        expect(number.endsWith(tail)).toBe(true);
        expect(tail.length).toBeLessThanOrEqual(4);
        expect(tail.length).toBeLessThan(number.length / 2);
        if (number.length >= 10) expect(tail).toHaveLength(4);
      }),
    );
    expect(shownAccount(PayoutAccount.parse(other))).toEqual({
      bank: 'other',
      bankName: 'BPR Tugu Artha',
      number: '••••••3344',
      holder: 'Sri Wahyuni',
    });
    expect(shownAccount(PayoutAccount.parse(given)).bankName).toBe('BCA');
  });

  test('is one account whoever is called its holder and however its bank is written', () => {
    const text = (but: object) => accountText(PayoutAccount.parse({ ...other, ...but }));
    expect(text({ holder: 'Joko' })).toBe(text({}));
    for (const bankName of ['PT. BPR TUGU-ARTHA', 'BPR TuguArtha', 'B P R Tugu Artha', 'BankBPR Tugu Artha'])
      expect(text({ bankName })).toBe(text({}));
    expect(text({ bankName: 'BPR Tugu Mas' })).not.toBe(text({}));
    expect(text({ number: '0011223345' })).not.toBe(text({}));
    expect(text({ bank: '014', bankName: undefined })).not.toBe(text({}));
  });

  test('is given, changed or removed; the same again is no change', () => {
    const [a, b] = [PayoutAccount.parse(given), PayoutAccount.parse({ ...given, holder: 'Joko' })];
    expect([accountChange(undefined, a), accountChange(a, b), accountChange(a, undefined)]).toEqual([
      'given',
      'changed',
      'removed',
    ]);
    expect([accountChange(undefined, undefined), accountChange(a, structuredClone(a))]).toEqual([undefined, undefined]);
  });
});
