import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded, strangeLetter } from '../../../shared/domain/basics/fold.ts';
import { isTidy, mixedWord, visibleLine } from '../../../shared/domain/basics/visible.ts';
import { searchWords } from '../../../shared/domain/basics/words/search-words.ts';
import { skeletonOf } from '../../../shared/domain/basics/words/skeleton.ts';

describe('search words', () => {
  test('are lower case, without accents, each once', () => {
    expect(searchWords('Nasi KOTAK nasi, Café (rapat)!')).toEqual(['nasi', 'kotak', 'cafe', 'rapat']);
  });

  test.each([
    ['Crème', 'creme'],
    ['Pécel', 'pecel'],
    ['Pe\u0301cel', 'pecel'],
    ["Jum'at", 'jumat'],
    ['Jum’at', 'jumat'],
    ['Jumʼat', 'jumat'],
    ["Qur'an", 'quran'],
    ['do`a', 'doa'],
    ['ma´ruf', 'maruf'],
    ['İkan', 'ikan'],
    ['Straße', 'strasse'],
    ['Smørbrød', 'smorbrod'],
    ['Åsa', 'asa'],
    ['ＢＥＲＡＳ', 'beras'],
    ['𝐁𝐞𝐫𝐚𝐬', 'beras'],
    ['🅱eras', 'beras'],
    ['ʙᴇʀᴀꜱ', 'beras'],
    ['Berás', 'beras'],
    ['Be\u200bras', 'beras'],
    ['Be\u00adras', 'beras'],
    ['B\u0435r\u0430s', 'beras'],
    ['\u0412\u0435ras', 'beras'],
    ['ВЕЯАЅ', 'beras'],
  ])('of %s are %s', (text, word) => expect(searchWords(text)).toEqual([word]));

  test('of a doubled word are one and both, however it is joined', () => {
    for (const text of ['gado-gado', 'Gado gado', 'gado‑gado', 'Gado–Gado'])
      expect(searchWords(text)).toEqual(['gado', 'gadogado']);
    for (const text of ['gado2', 'Gado²']) expect(searchWords(text)).toEqual(['gado2', 'gado', 'gadogado']);
    const query = searchWords('gado-gado');
    expect(query.every((beginning) => searchWords('gadogado').some((word) => word.startsWith(beginning)))).toBe(true);
  });

  test('of a long name hold its last word too', () => {
    const name = 'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas';
    expect(searchWords(name)).toContain('duabelas');
  });

  test('of a book without a gap are read in one pass', () => {
    // Read from each letter anew it would take half a minute.
    expect(searchWords('а'.repeat(50_000))).toEqual(['a'.repeat(24)]);
  });

  test('never carry a key separator or anything that sorts after letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const word of searchWords(text)) expect(word).toMatch(/^[a-z0-9]{2,24}$/);
      }),
    );
  });

  test('stay the same when invisible characters or marks are put between the letters', () => {
    const noise = fc.constantFrom('\u200b', '\u200d', '\u2060', '\u00ad', '\u202e', '\u0301', '\ufeff', '\u3164');
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,20}$/), noise, fc.nat(18), (word, mark, at) => {
        const cut = 1 + (at % (word.length - 1));
        expect(searchWords(word.slice(0, cut) + mark + word.slice(cut))).toEqual([word]);
      }),
    );
  });
});

describe('the look of a name', () => {
  test('is the same for names that a reader takes for one', () => {
    const looks = [
      'Toko Sari',
      'TOKO-SARI',
      ' toko  sari ',
      'T\u043eko S\u0430ri',
      'Tok0 5ar1',
      'T0ko S4ri',
      'Toko Sarı',
    ];
    expect(new Set(looks.map(skeletonOf)).size).toBe(1);
    expect(skeletonOf('8erkah K4mb1ng')).toBe(skeletonOf('Berkah Kambing'));
    expect(skeletonOf('Kantin 4')).not.toBe(skeletonOf('Kantin A'));
    expect(skeletonOf('Toko Sari')).not.toBe(skeletonOf('Toko Sari Dua'));
  });

  test('of another alphabet is its own', () => {
    expect(new Set(['مكتبة', '東京', 'Warung کتاب', 'Warung 東京', 'Warung'].map(skeletonOf)).size).toBe(5);
  });
});

describe('a strange letter', () => {
  test.each(['Ɓeras', 'Beɾas', 'beraƨ', 'Bҽras', 'ᏴᎬᎡᎪᏚ', 'ⲂⲈⲢⲀⲤ', 'ᗷEᖇᗩᔕ', 'ꓐꓰꓣꓮꓢ', '𒈙'])(
    'is in %s, which is one thing to a reader and another to a rule',
    (text) => expect(strangeLetter(text)).toBeDefined(),
  );

  test.each([
    'Crème',
    "Jum'at",
    'Doʼa',
    'Straße',
    'ʙᴇʀᴀꜱ',
    '𝐍𝐚𝐬𝐢',
    'Токо',
    'مكتبة',
    '東京',
    'ꦧꦠꦶꦏ꧀',
    'Toko Ω 3',
    'Pot ½ m²',
  ])('is not in %s', (text) => expect(strangeLetter(text)).toBeUndefined());
});

describe('a text of a plain keyboard', () => {
  const plain = fc.string({ unit: 'grapheme-ascii', maxLength: 40 });
  // What shows nothing makes any other way of reading it look at every letter.
  const seenLong = (text: string) => `${text}\u200b`;

  test('is folded by the short way into what the long one makes of it, and has no strange letter', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(folded(text)).toBe(folded(seenLong(text)));
        expect(strangeLetter(text)).toBe(strangeLetter(seenLong(text)));
        expect(strangeLetter(text)).toBeUndefined();
      }),
    );
  });

  test('is stored alike by both ways', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(visibleLine(text)).toBe(visibleLine(seenLong(text)));
        expect(mixedWord(text)).toBe(mixedWord(seenLong(text)));
        expect(isTidy(text)).toBe(isTidy(seenLong(text)));
      }),
    );
  });
});
