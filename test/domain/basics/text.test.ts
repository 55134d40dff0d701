import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Line, Name, Paragraph, ungrouped } from '../../../shared/domain/basics/text.ts';

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

describe('a line that can be seen', () => {
  test.each([
    ['only a zero-width space', '\u200b'],
    ['only a blank braille cell', '\u2800'],
    ['only a Hangul filler', '\u3164'],
    ['only a mark of direction', '\u202e'],
    ['only tags', '\u{e0041}\u{e0042}'],
    ['only dots', '...'],
    ['only a smile', '😀'],
    ['a tower of marks', `a${'\u0301'.repeat(9)}`],
  ])('is not %s', (_, text) => refuses(Line(80), text));

  test.each([
    ['Toko \u202eirasaS', 'Toko irasaS'],
    ['Toko\u00a0Sari', 'Toko Sari'],
    ['Toko   Sari', 'Toko Sari'],
    ['Pe\u0301cel Bu Tin', 'Pécel Bu Tin'],
    ['Be\u200bras \u2066medium\u2069', 'Beras medium'],
    ['Warung 👩\u200d🍳 Bu Tin', 'Warung 👩\u200d🍳 Bu Tin'],
    ['Cinta ❤\ufe0f Malang', 'Cinta ❤\ufe0f Malang'],
    ['Keluarga 👨\u200d👩\u200d👧', 'Keluarga 👨\u200d👩\u200d👧'],
    ['To\u200dko', 'Toko'],
  ])('%j is kept as %j', (typed, kept) => expect(Line(80).parse(typed)).toBe(kept));

  test('is what it is once it is kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const read = Line(200).safeParse(text);
        if (read.success) expect(Line(200).parse(read.data)).toBe(read.data);
      }),
    );
  });
});

describe('a name', () => {
  test('does not mix alphabets inside a word', () => {
    refuses(Name(80), 'B\u0435ras medium');
    refuses(Name(80), 'T\u03bfko Sari');
    expect(Name(80).safeParse('B\u0435ras').error?.issues[0]?.message).toMatch(/^Kata "B.ras" memakai huruf dari dua/);
    for (const text of ['ꓐꓰꓣꓮꓢ medium', 'Beɾas', 'Toko \ue000', 'a\ufdd0', 'a\u{f0000}']) refuses(Name(80), text);
    for (const text of ['1️⃣ Beras', 'Beras medium', 'مطعم الأمين', 'Toko Ω 3', 'ꦧꦠꦶꦏ꧀ Bu Sri', '北京 Noodle'])
      expect(Name(80).parse(text)).toBe(text);
  });
});

describe('digits that people group', () => {
  test('are kept without spaces, dots and dashes', () => {
    expect(ungrouped(' 3573.0245 0880–0001 ')).toBe('3573024508800001');
  });
});

describe('a paragraph', () => {
  test('may break its lines and hold nothing else that is invisible', () => {
    expect(Paragraph(100).parse('satu\ndua')).toBe('satu\ndua');
    for (const text of ['a\u0000', 'x\ty', 'a\rb', '\u007f!', '\n\n', '\ud83d!']) refuses(Paragraph(100), text);
  });
});
