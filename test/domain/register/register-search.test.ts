import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedOf, isFirstOf, isMeant, registerWords } from '../../../shared/domain/register/register-search.ts';

describe('what is typed into the search of a register', () => {
  test.each([
    ['9120001234567', { by: 'number', identity: '9120001234567' }],
    ['3573 0245 0880 0001', { by: 'number', identity: '3573024508800001' }],
    ['0812-3456-7890', { by: 'number', phone: '+6281234567890' }],
    ['+62 812 3456 7890', { by: 'number', phone: '+6281234567890' }],
    // Thirteen digits from 08 on are a phone, or a NIB that was given on an eighth.
    ['0812345678901', { by: 'number', identity: '0812345678901', phone: '+62812345678901' }],
    ['  Bu  SRI ', { by: 'words', words: ['bu', 'sri'] }],
    ['Toko 99', { by: 'words', words: ['toko', '99'] }],
    ['—', undefined],
    ['', undefined],
    ['x', undefined],
  ])('%j is understood', (typed, asked) => expect(askedOf(typed)).toEqual(asked));
});

const name = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' ', '-', '9', 'S'), maxLength: 80 });

describe('words of a shop', () => {
  test('find it by any beginning of any of them, and count it once', () => {
    fc.assert(
      fc.property(name, name, fc.nat(), fc.integer({ min: 2, max: 24 }), (title, ownerName, at, length) => {
        const words = registerWords({ name: title, ownerName });
        expect(words.length).toBeLessThanOrEqual(12);
        const word = words[at % Math.max(1, words.length)];
        if (word === undefined) return;
        const start = word.slice(0, length);
        expect(isMeant(words, [start])).toBe(true);
        expect(words.filter((one) => isFirstOf(words, one, start))).toHaveLength(1);
      }),
    );
  });

  test('are those of its name and of its owner’s', () => {
    const words = registerWords({ name: 'Dapur Bu Sri', ownerName: 'Sri Wahyuni' });
    expect(words).toEqual(['bu', 'dapur', 'sri', 'wahyuni']);
    expect(isMeant(words, ['wah', 'dap'])).toBe(true);
    expect(isMeant(words, ['wah', 'toko'])).toBe(false);
  });
});
