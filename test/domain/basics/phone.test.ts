import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { E164, Phone } from '../../../shared/domain/basics/typed/phone.ts';

const refuses = (typed: unknown) => expect(Phone.safeParse(typed).success, JSON.stringify(typed)).toBe(false);

describe('a phone number', () => {
  test.each([
    ['0812-3456-7890', '+6281234567890'],
    ['+62 812 3456 7890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['(0341) 551234', '+62341551234'],
    ['0812.3456.7890', '+6281234567890'],
    ['+62 0812-3456-7001', '+6281234567001'],
    ['+62 (0)812-3456-7001', '+6281234567001'],
    ['(+62) 812-3456-7001', '+6281234567001'],
    ['62 0812 3456 7001', '+6281234567001'],
    ['0062 812 3456 7001', '+6281234567001'],
    ['812-3456-7001', '+6281234567001'],
    ['\u202a+62 812‑3456‑7001\u202c', '+6281234567001'],
    ['０８１２３４５６７００１', '+6281234567001'],
  ])('typed %s is kept as %s', (typed, kept) => expect(Phone.parse(typed)).toBe(kept));

  test.each([
    '',
    '0',
    '08',
    '0812',
    '12345',
    '1234567890',
    '+1 555 123 4567',
    '+81 234 567 8901',
    '0044 20 1234 5678',
    '062 812 3456 7001',
    '0812-3456-7890-1234-5',
    'nol delapan',
    '٠٨١٢٣٤٥٦٧٨٩٠',
    '0812\u0000345678',
    '++--..  ',
  ])('typed %j is refused with an example, never read as another', (typed) => {
    refuses(typed);
    expect(Phone.safeParse(typed).error?.issues.map(({ message }) => message)).toContain(
      'Tulis nomor telepon Indonesia, misalnya 0812-3456-7890.',
    );
  });

  test('is the same in every way it is typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^8\d{7,11}$/), (national) => {
        const ways = ['0', '62', '+62 ', '+62 0', '+62 (0)', '62 0', '0062', '0062 (0)', ''];
        const kept = ways.map((prefix) => Phone.parse(`${prefix}${national}`));
        expect(new Set(kept)).toEqual(new Set([`+62${national}`]));
        expect(E164.parse(kept[0])).toBe(kept[0]);
      }),
    );
  });

  test('that was stored with its trunk zero is read as what it meant', () => {
    expect(E164.parse('+62081234567001')).toBe('+6281234567001');
  });
});
