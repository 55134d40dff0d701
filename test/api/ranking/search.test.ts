import { beforeAll, describe, expect, test } from 'vitest';
import { writeGoods } from '../../../functions/pages/write-goods.ts';
import { testClock, testWorld } from '../../engine.ts';
import { townOf } from '../../market.ts';

const CITY = '35.73';
let town: Awaited<ReturnType<typeof townOf>>;
const search = (text: string, query: object = {}) =>
  town.as()('GET /cities/{city}/search', { params: { city: CITY }, query: { text, limit: 50, ...query } });
const names = async (text: string) => (await search(text)).items.map(({ name }) => name);

beforeAll(async () => {
  town = await townOf(await testWorld({ now: testClock().now }));
  await town.founds(CITY, { name: 'Kota Malang' });
  const goods: [shop: string, ...names: string[]][] = [
    ['Dapur Bu Sari', 'Nasi kotak rapat', 'Telur asin'],
    ['Warung Berkah', 'Nasi kuning', 'Kotak kue'],
    ['Butik Anggun', 'Jilbab segi empat'],
    ['Toko Telur Makmur', 'Telur ayam kampung', 'Gado-gado siram'],
  ];
  for (const [name, ...offered] of goods) {
    const shop = await town.opens(CITY, { name });
    for (const one of offered) await town.offers(shop, { name: one });
    const detail = { eventId: 'x', version: 1, at: town.world.now(), cityCode: CITY, shops: [shop.merchantId] };
    const body = JSON.stringify({ 'detail-type': 'PagesDue', detail });
    await writeGoods(() => town.world)({ Records: [{ messageId: 'x', body }] });
  }
});

describe('a search', () => {
  test.each([
    ['telur', ['Telur asin', 'Telur ayam kampung']],
    ['telor', ['Telur asin', 'Telur ayam kampung']],
    ['tellur', ['Telur asin', 'Telur ayam kampung']],
    ['nasi box', ['Nasi kotak rapat']],
    ['hijab', ['Jilbab segi empat']],
    ['jilbap', ['Jilbab segi empat']],
    ['gado gado', ['Gado-gado siram']],
    ['NASI', ['Nasi kotak rapat', 'Nasi kuning']],
    ['ayma', []],
    ['ac', []],
  ])('for %s finds what is meant', async (text, found) => {
    expect((await names(text)).sort()).toEqual([...found].sort());
  });

  test('finds shops by name, with their addresses', async () => {
    const { shops } = await search('telor');
    expect(shops).toEqual([
      expect.objectContaining({ name: 'Toko Telur Makmur', address: '/malang/usaha/toko-telur-makmur' }),
    ]);
    expect((await search('berkah')).shops.map(({ name }) => name)).toEqual(['Warung Berkah']);
  });

  test('puts what is called so before what only means it, and is a decision that anybody can make again', async () => {
    const { items, ranking, understood } = await search('kotak');
    expect(understood).toContain('kotak|box');
    expect(items.map(({ name }) => name).sort()).toEqual(['Kotak kue', 'Nasi kotak rapat']);
    const again = await town.as()('GET /rankings/{decisionId}', { params: { decisionId: ranking?.decisionId ?? '' } });
    expect(again.replay).toEqual({ matches: true, differences: [] });
    expect(again.items.map(({ productId }) => productId)).toEqual(items.map(({ productId }) => productId));
  });

  test('goes on behind its first page', async () => {
    const first = await search('nasi', { limit: 1 });
    const next = await search('nasi', { limit: 1, cursor: first.next });
    expect([...first.items, ...next.items].map(({ name }) => name).sort()).toEqual(['Nasi kotak rapat', 'Nasi kuning']);
    expect(next.next).toBeNull();
  });

  test.each(['||', '||||', 'nasi|telur|', '%%', '\u202e\u202e', '<script>', 'a'.repeat(60), '🍚🍚'])(
    'takes %j for words or for none',
    async (text) => {
      expect(Array.isArray((await search(text)).items)).toBe(true);
    },
  );
});
