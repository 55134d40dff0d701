import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { E164, Line, Paragraph, Phone, searchWords } from '../../../shared/domain/basics/text.ts';

const refuses = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  expect(schema.safeParse(value).success, JSON.stringify(value)).toBe(false);

describe('a line', () => {
  test('is trimmed and keeps what people write', () => {
    expect(Line(80).parse('  Dapur Bu Sri – “enak” 😀 ')).toBe('Dapur Bu Sri – “enak” 😀');
  });
  test('is never empty, too long, or broken', () => {
    for (const text of [
      '',
      '   ',
      'a'.repeat(81),
      'a\nb',
      'a\u0000b',
      'a\u007fb',
      'a\u2028b',
      'a\tb',
      '\u001b[31m',
      'a\ud800',
      '\udc00b',
    ])
      refuses(Line(80), text);
  });
  test('is as long as it may be and no longer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        (length) => Line(80).safeParse('x'.repeat(length)).success === length <= 80,
      ),
    );
  });
});

describe('a paragraph', () => {
  test('may break its lines and hold nothing else that is invisible', () => {
    expect(Paragraph(100).parse('satu\ndua')).toBe('satu\ndua');
    for (const text of ['a\u0000', 'x\ty', 'a\rb', '\u007f!', '\n\n', '\ud83d!']) refuses(Paragraph(100), text);
  });
});

describe('a phone number', () => {
  test.each([
    ['0812-3456-7890', '+6281234567890'],
    ['+62 812 3456 7890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['(0341) 551234', '+62341551234'],
    ['0812.3456.7890', '+6281234567890'],
  ])('typed %s is kept as %s', (typed, kept) => expect(Phone.parse(typed)).toBe(kept));

  test.each([
    '',
    '0',
    '08',
    '0812',
    '12345',
    '+1 555 123 4567',
    '0812-3456-7890-1234-5',
    'nol delapan',
    '٠٨١٢٣٤٥٦٧٨٩٠',
    '0812\u0000345678',
    '++--..  ',
  ])('typed %j is refused', (typed) => refuses(Phone, typed));

  test('is the same whichever of the three ways it is typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 9_999_999_999 }), (digits) => {
        const spellings = [`0${digits}`, `62${digits}`, `+62 ${digits}`].map((typed) => Phone.parse(typed));
        expect(new Set(spellings)).toEqual(new Set([`+62${digits}`]));
        expect(E164.safeParse(spellings[0]).success).toBe(true);
      }),
    );
  });
});

describe('search words', () => {
  test('are lower case, without accents, each once', () => {
    expect(searchWords('Nasi KOTAK nasi, Café (rapat)!')).toEqual(['nasi', 'kotak', 'cafe', 'rapat']);
  });
  test('never carry a key separator or anything that sorts after letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), (text) => {
        for (const word of searchWords(text)) expect(word).toMatch(/^[a-z0-9]{2,24}$/);
      }),
    );
  });
});
