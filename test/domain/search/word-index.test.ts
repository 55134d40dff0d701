import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchWords } from '../../../shared/domain/basics/words/search-words.ts';
import { lineOfSought, soughtIn, tierOfName } from '../../../shared/domain/search/search-text.ts';
import { understand } from '../../../shared/domain/search/understand.ts';
import { namedIn, wordIndexOf, wordsNear } from '../../../shared/domain/search/word-index.ts';
import { synonyms } from '../../../shared/rules/synonyms.ts';

const words = [
  'nasi',
  'nas',
  'kotak',
  'box',
  'dus',
  'telur',
  'telor',
  'asin',
  'gado-gado',
  'gadogado',
  'kue2',
  '5',
  '5kg',
];
const name = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((some) => some.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('</script>', '\u202enasi', 'a'.repeat(300), `${'nasi '.repeat(2000)}`, '', 'ＮＡＳＩ', 'nаsi'),
);
const names = fc.array(name, { maxLength: 40 });
const typed = fc.oneof(name, fc.constantFrom('nsai', 'telr', 'kottak', 'nasi|telur', '|', 'n', 'na'));

/** Off by so many letters: put in, left out, or another. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((row[j + 1] as number) + 1, (next[j] as number) + 1, (row[j] as number) + (letter === other ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] as number;
};

describe('an index of words', () => {
  test('finds exactly the names that are found one by one, each as near', () => {
    fc.assert(
      fc.property(names, typed, (all, text) => {
        const index = wordIndexOf(all);
        for (const sought of [understand([index], text), soughtIn(lineOfSought(understand([index], text)))]) {
          const { rows, tiers } = namedIn(index, sought);
          const naive = all.flatMap((one, row) => {
            const tier = sought.length === 0 ? undefined : tierOfName(one, sought);
            return tier === undefined ? [] : [[row, tier]];
          });
          expect([...rows].map((row, at) => [row, tiers[at]])).toEqual(naive);
        }
      }),
    );
  });

  test('takes for a word what it means, and what is written nearly so only where nothing is called so', () => {
    fc.assert(
      fc.property(names, typed, (all, text) => {
        const known = new Set(all.flatMap(searchWords));
        for (const { word, others } of understand([wordIndexOf(all)], text)) {
          const meant = new Set(synonyms.filter((group) => group.includes(word)).flat());
          const met = [...known].some((one) => one.startsWith(word));
          for (const other of others.filter((one) => !meant.has(one))) {
            expect(met).toBe(false);
            const like = [...known].filter((one) =>
              synonyms.some((group) => group.includes(one) && group.includes(other)),
            );
            expect(Math.min(...[other, ...like].map((one) => distance(word, one)))).toBeLessThanOrEqual(2);
          }
        }
      }),
    );
  });

  test('is the same over shelves as over all goods', () => {
    fc.assert(
      fc.property(names, names, typed, (one, other, text) => {
        const apart = [wordIndexOf(one), wordIndexOf(other)];
        expect(understand(apart, text)).toEqual(understand([wordIndexOf([...one, ...other])], text));
      }),
    );
  });

  test('knows every word that is off by so many letters, and no other', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 30 }), word, fc.constantFrom(1, 2), (all, sought, slips) => {
        const near = all.filter((one) => distance(one, sought) <= slips);
        expect(wordsNear(wordIndexOf(all), sought, slips).sort()).toEqual(near.sort());
      }),
    );
  });
});
