import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivedId, idPattern, keyedIds, randomId } from '../../../shared/domain/basics/id.ts';

/** As it comes out of JSON: without -0. */
const normal = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const parts = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 4 });

describe('an id', () => {
  test('fits its pattern and no other, random or derived', () => {
    fc.assert(
      fc.property(parts, (given) => {
        for (const id of [randomId('ord'), derivedId('ord', ...given)]) {
          expect(id).toMatch(idPattern('ord'));
          expect(id).not.toMatch(idPattern('mrc'));
        }
      }),
    );
  });

  test('is never given twice, however many are made at once', () => {
    expect(new Set(Array.from({ length: 5_000 }, () => randomId('ord'))).size).toBe(5_000);
  });

  test('carries no key separator, slash, bracket or upper case letter', () => {
    for (let made = 0; made < 200; made++) expect(randomId('prd').slice(4)).toMatch(/^[0-9a-z]{26}$/);
  });

  test('uses all of its 128 bits: each letter but the first takes all 32 values', () => {
    const seen = Array.from({ length: 26 }, () => new Set<string>());
    for (let made = 0; made < 2_000; made++) {
      const id = randomId('ord').slice(4);
      for (const [index, letters] of seen.entries()) letters.add(id.charAt(index));
    }
    expect(seen[0]?.size).toBe(8);
    for (const letters of seen.slice(1)) expect(letters.size).toBe(32);
  });

  test('does not repeat by chance', () => {
    expect(new Set(Array.from({ length: 5_000 }, () => randomId('ord'))).size).toBe(5_000);
  });
});

describe('a derived id', () => {
  test('is the same for the same parts', () => {
    fc.assert(fc.property(parts, (given) => new Set([1, 2].map(() => derivedId('ord', ...given))).size === 1));
  });

  test('is another for other parts, however they join', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(derivedId('ord', ...a)).not.toBe(derivedId('ord', ...b));
      }),
    );
    expect(derivedId('ord', 'ab', 'c')).not.toBe(derivedId('ord', 'a', 'bc'));
    expect(derivedId('ord', 'a', '')).not.toBe(derivedId('ord', 'a'));
    expect(derivedId('ord', '1:a')).not.toBe(derivedId('ord', '', 'a'));
  });
});

describe('an id made with a secret', () => {
  const [ours, theirs] = [keyedIds('ours'), keyedIds('theirs')];

  test('is the same for the same parts, and another under another secret or without one', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const id = ours.derived('ord', ...given);
        expect(id).toMatch(idPattern('ord'));
        expect(keyedIds('ours').derived('ord', ...given)).toBe(id);
        expect([theirs.derived('ord', ...given), derivedId('ord', ...given)]).not.toContain(id);
      }),
    );
  });
});

describe('a fingerprint', () => {
  const { fingerprint } = keyedIds('ours');

  test('tells one content from another and knows a repeat', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(fingerprint([{}, a]) === fingerprint([{}, b])).toBe(isDeepStrictEqual(normal(a), normal(b)));
      }),
    );
  });

  test('does not know in which order names were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const turned = Object.fromEntries(Object.entries(content).reverse());
        expect(fingerprint({ deep: [turned] })).toBe(fingerprint({ deep: [content] }));
      }),
    );
    const others = [{ a: [1, 2] }, { a: [2, 1] }, { a: [['1', 2]] }, { a: { 1: 2 } }, { a: null }, {}, [], '', null];
    expect(new Set(others.map(fingerprint)).size).toBe(others.length);
  });

  test('is another under another secret', () => {
    expect(fingerprint({ nik: '3573024508800001' })).not.toBe(
      keyedIds('theirs').fingerprint({ nik: '3573024508800001' }),
    );
  });
});
