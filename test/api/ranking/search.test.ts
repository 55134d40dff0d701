import { beforeAll, describe, expect, test } from 'vitest';
import { writeGoods } from '../../../functions/pages/write-goods.ts';
import { writeLists } from '../../../functions/pages/write-lists.ts';
import { CityIndex } from '../../../shared/domain/search/city-index.ts';
import { memorySite, testClock, testWorld } from '../../engine.ts';
import { townOf } from '../../market.ts';
import { stallsOf } from './stalls.ts';

const CITY = '35.73';
let town: Awaited<ReturnType<typeof townOf>>;
const search = (text: string, query: object = {}) =>
  town.as()('GET /cities/{city}/search', { params: { city: CITY }, query: { text, limit: 50, ...query } });
const names = async (text: string) => (await search(text)).items.map(({ name }) => name);

const called = (type: string, detail: object) => {
  const event = { eventId: 'x', version: 1, at: town.world.now(), cityCode: CITY, ...detail };
  return { Records: [{ messageId: 'x', body: JSON.stringify({ 'detail-type': type, detail: event }) }] };
};
const goods: [shop: string, ...names: string[]][] = [
  ['Dapur Bu Sari', 'Nasi kotak rapat', 'Telur asin'],
  ['Warung Berkah', 'Nasi kuning', 'Kotak kue'],
  ['Butik Anggun', 'Jilbab segi empat'],
  ['Toko Telur Makmur', 'Telur ayam kampung', 'Gado-gado siram'],
];
const writeIndex = async () => {
  expect((await writeLists(() => town.world)(called('PagesDue', {}))).batchItemFailures).toEqual([]);
  town.world.cache.clear();
};
const site = memorySite();
const clock = testClock();

describe.each(['among the rows of the table', 'in the index that was written ahead'])('a search %s', (where) => {
  beforeAll(async () => {
    town = await townOf(await testWorld({ now: clock.now, site }));
    await town.founds(CITY, { name: 'Kota Malang' });
    for (const [name, ...offered] of goods) {
      const shop = await town.opens(CITY, { name });
      for (const one of offered) await town.offers(shop, { name: one });
      await writeGoods(() => town.world)(called('PagesDue', { shops: [shop.merchantId] }));
    }
    if (where.includes('index')) await writeIndex();
  });

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

describe('the index for searches', () => {
  const written = () => CityIndex.parse(JSON.parse(site.texts().get('pages/malang/cari.json') ?? ''));

  test('names goods and shops for a phone, and where the rows lie', () => {
    const { goods: rows = [], shops = [], offers } = written();
    expect(rows.map(([name]) => name).sort()).toEqual(goods.flatMap(([, ...names]) => names).sort());
    const toko = shops.findIndex(([name]) => name === 'Toko Telur Makmur');
    expect(shops[toko]).toEqual(['Toko Telur Makmur', 'toko-telur-makmur']);
    expect(rows.find(([name]) => name === 'Telur ayam kampung')).toMatchObject({ 4: toko });
    expect(offers).toEqual([
      ['meeting-food', expect.stringMatching(/^ranking\/35\.73\/offers\/[0-9a-f]{64}\.json\.gz$/)],
    ]);
  });

  test('is what a search reads: not the table, whose news come with the next writing', async () => {
    const shop = await town.opens(CITY, { name: 'Toko Baru' });
    await town.offers(shop, { name: 'Telur bebek', amount: 1 });
    town.world.cache.clear();
    expect(await names('bebek')).toEqual([]);
    await writeGoods(() => town.world)(called('PagesDue', { shops: [shop.merchantId] }));
    await writeIndex();
    expect(await names('bebek')).toEqual(['Telur bebek']);
    expect(await search('telur', { category: 'meeting-food' })).toMatchObject({ items: { length: 3 } });
    expect(await search('telur', { category: 'batik' })).toMatchObject({ items: [], next: null });
  });

  test('of another day is not asked: what is open and what a ceiling is depends on the day', async () => {
    const shop = await town.opens(CITY, { name: 'Toko Esok' });
    await town.offers(shop, { name: 'Telur puyuh' });
    clock.pass(86_400_000);
    expect(await names('puyuh')).toEqual(['Telur puyuh']);
  });
});

test('stands by words before sales: who is called so comes first however much it sold, and inside a tier who sold least', async () => {
  const { town, opens, sells, refresh } = await stallsOf([]);
  const offered = async (name: string, amount: number) => {
    const shop = await opens();
    const product = await town.offers(shop, { name, priceRupiah: 18_000, amount: 1000 });
    if (amount > 0) await sells({ shop, product }, amount);
    return name;
  };
  const most = await offered('Donat kentang', 60);
  const some = await offered('Roti donat', 20);
  const begins = await offered('Donatello manis', 0);
  await refresh('OwnersRuled');
  const { items } = await town.as()('GET /cities/{city}/search', {
    params: { city: CITY },
    query: { text: 'donat', limit: 50 },
  });
  expect(items.map(({ name }) => name)).toEqual([some, most, begins]);
  expect(items.map(({ ranking }) => ranking?.decidedBy)).toEqual(['first', 'recent_sales_step', 'relevance']);
});
