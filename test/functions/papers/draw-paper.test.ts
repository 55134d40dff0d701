import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPaper } from '../../../functions/papers/draw/draw-paper.ts';
import { carriedFont } from '../../../functions/print/carried-fonts.ts';
import { printable, UNKNOWN } from '../../../functions/print/letters.ts';
import { newTagged } from '../../../functions/print/tagged-page.ts';
import type { Paper } from '../../../shared/domain/papers/paper.ts';
import { type PaperKind, paperKinds } from '../../../shared/domain/papers/paper-kinds.ts';
import { paper } from './example-paper.ts';

const drawn = async (one: Paper) =>
  Buffer.from(await drawPaper(one, new Map(), 'https://pasar.contoh.id')).toString('latin1');

type Opened = { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } };
const opened = async (name: 'Noto Sans' | 'Noto Sans Bold') => {
  const { doc } = await newTagged('x', '2026-11-27T03:00:00.000Z');
  return (doc.font(carriedFont(name) as never) as unknown as Opened)._font.font;
};

describe('a printed paper', () => {
  test.each(Object.keys(paperKinds) as PaperKind[])('%s tells its language, its order and its title', async (kind) => {
    const text = await drawn(paper(kind));
    for (const told of ['/Lang (id-ID)', '/Marked true', '/StructTreeRoot', '/Outlines', '/FontFile2', '/ToUnicode'])
      expect(text, told).toContain(told);
    expect(text).not.toContain('/BaseFont /Helvetica');
  });

  test('has a box for the stamp only where one is due', async () => {
    const [with_, without] = [await drawn(paper('kuitansi', { stampRupiah: 10_000 })), await drawn(paper('kuitansi'))];
    expect(with_.length).toBeGreaterThan(without.length);
  });

  test('takes any name, however long or strange, and is drawn to its end', async () => {
    const odd = fc.string({ unit: 'binary', maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(odd, odd, async (name, owner) => {
        const one = paper('bast', {
          shop: { name, owner: owner.repeat(20), address: name },
          lines: Array.from({ length: 20 }, () => ({
            name: owner,
            unit: name,
            quantity: 1,
            received: 1,
            priceRupiah: 1,
          })),
        });
        expect((await drawn(one)).trimEnd()).toMatch(/%%EOF$/);
      }),
      { numRuns: 15 },
    );
  });
});

describe('letters', () => {
  test.each([
    ['Dapur Bu Şükrü, Ḥasan, Ā’isyah', 'Dapur Bu Şükrü, Ḥasan, Ā’isyah'],
    ['Kedai 食堂 🍱 Ani', `Kedai ${UNKNOWN} Ani`],
    ['ꦧꦠꦶꦏ꧀', UNKNOWN],
    ['aman\u202egnu\u200b', 'amangnu'],
    ['A\u0301', 'Á'],
  ])('of %s are printed as the fonts know them', (text, printed) => {
    expect(printable(text)).toBe(printed);
  });

  test('that are printed are in both fonts', async () => {
    const fonts = [await opened('Noto Sans'), await opened('Noto Sans Bold')];
    const lacking: string[] = [];
    for (let code = 0x20; code < 0x3000; code++) {
      const letter = String.fromCodePoint(code);
      for (const shown of printable(letter))
        if (!fonts.every((font) => font.hasGlyphForCodePoint(shown.codePointAt(0) ?? 0)))
          lacking.push(code.toString(16));
    }
    expect(lacking).toEqual([]);
  });
});
