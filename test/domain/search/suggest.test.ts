import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CityIndex } from '../../../shared/domain/search/city-index.ts';
import { tierOfName } from '../../../shared/domain/search/search-text.ts';
import { suggesterOf } from '../../../shared/domain/search/suggest.ts';
import { understand } from '../../../shared/domain/search/understand.ts';
import { wordIndexOf } from '../../../shared/domain/search/word-index.ts';

const word = fc.constantFrom(
  'nasi',
  'kotak',
  'box',
  'telur',
  'gado-gado',
  'toko',
  '<script>',
  '\u202e',
  'a'.repeat(300),
);
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const index = fc
  .array(fc.tuple(name, fc.string(), fc.nat(), fc.constant('kotak'), fc.nat(4)), { maxLength: 30 })
  .chain((goods) =>
    fc.tuple(fc.constant(goods), fc.array(fc.tuple(name, fc.constant('toko')), { minLength: 5, maxLength: 5 })),
  )
  .map(([goods, shops]): Pick<CityIndex, 'goods' | 'shops'> => ({ goods, shops }));

describe('a suggestion', () => {
  test('is what a search would find, the nearest first, then as the market has it, one product of a shop', () => {
    fc.assert(
      fc.property(
        index,
        fc.oneof(name, fc.constantFrom('nsai', 'telor', 'to', '')),
        ({ goods = [], shops = [] }, text) => {
          const { goods: found, shops: named } = suggesterOf({ goods, shops })(text);
          const sought = understand(
            [wordIndexOf(goods.map(([one]) => one)), wordIndexOf(shops.map(([one]) => one))],
            text,
          );
          const places = found.map(({ productId, name: one }) =>
            goods.findIndex(([known, id]) => `prd_${id}` === productId && known === one),
          );
          const tiers = found.map((one) => tierOfName(one.name, sought));
          expect(tiers).toEqual([...tiers].sort());
          expect(tiers).not.toContain(undefined);
          expect(found.length).toBeLessThanOrEqual(6);
          expect(places).not.toContain(-1);
          const met = new Set(
            goods.flatMap(([one, , , , shop]) =>
              sought.length && tierOfName(one, sought) !== undefined ? [shop] : [],
            ),
          );
          expect(found).toHaveLength(Math.min(6, met.size));
          for (const { name: one } of named) expect(tierOfName(one, sought)).toBeDefined();
        },
      ),
    );
  });

  test('forgives spelling and knows what else a thing is called', () => {
    const suggest = suggesterOf({
      goods: [
        ['Kue kotak', 'a', 1000, 'kotak', 1],
        ['Nasi kotak', 'b', 18_000, 'kotak', 0],
        ['Nasi kuning', 'c', 9_000, 'porsi', 0],
      ],
      shops: [
        ['Dapur Bu Sari', 'dapur-bu-sari'],
        ['Toko Kue', 'toko-kue'],
      ],
    });
    expect(suggest('nasi box').goods.map((one) => one.name)).toEqual(['Nasi kotak']);
    expect(suggest('kotka')).toEqual({ goods: [], shops: [] });
    expect(suggest('kotk').goods.map((one) => one.name)).toEqual(['Kue kotak', 'Nasi kotak']);
    expect(suggest('dapor').shops).toEqual([{ name: 'Dapur Bu Sari', slug: 'dapur-bu-sari' }]);
  });
});
