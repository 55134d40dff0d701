import { beforeEach, describe, expect, test } from 'vitest';
import { keptQuery } from '../../../shared/domain/people/view-query.ts';
import { testClock, testWorld } from '../../engine.ts';
import { refusedWithoutTrace, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let town: Town;
beforeEach(async () => {
  town = await townOf(await testWorld({ now: testClock('2026-11-10T09:00:00.000+07:00').now }));
  await town.founds(CITY);
  await town.seats(`city:${CITY}`, 'inspektur', 'inspectorate');
});

type View = { name: string; page: string; query: string };
const batik: View = { name: 'Batik', page: 'perlu-didatangi', query: 'kategori=batik' };
const sets = (views: View[], version?: number, who = town.adminOf(CITY)) =>
  town.as(who)('PUT /cities/{city}/saved-views', {
    params: { city: CITY },
    body: { views },
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
  });
const read = (who = town.adminOf(CITY)) => town.as(who)('GET /cities/{city}/saved-views', { params: { city: CITY } });

describe('views that an office shares', () => {
  test('are the city’s: what one officer keeps, colleagues and the inspectorate see', async () => {
    expect(await read()).toEqual({ views: [], version: 0 });
    await sets([batik], 0);
    expect(await read('inspektur')).toMatchObject({ views: [batik], version: 1 });
    expect(await sets([{ ...batik, name: 'Batik sepi' }], 1)).toMatchObject({ version: 2 });
    expect(await sets([], 2)).toMatchObject({ views: [] });
  });

  test('are not written over what a colleague kept meanwhile', async () => {
    await sets([batik], 0);
    expect((await refusedWithoutTrace(town.world, () => sets([], 0))).code).toBe('version_mismatch');
  });

  test('are an admin’s to change', async () => {
    for (const who of ['inspektur', 'ani'])
      expect((await refusedWithoutTrace(town.world, () => sets([batik], 0, who))).status).toBe(403);
  });

  const named = (name: string) => ({ ...batik, name });
  test.each([
    ['another place', [{ ...batik, query: 'kota=35.78' }], '/views/0/query'],
    ['somebody’s phone that was looked for', [{ ...batik, query: 'cari=08123456789' }], '/views/0/query'],
    ['an address elsewhere', [{ ...batik, page: '//evil.example' }], '/views/0/page'],
    ['another page’s parts', [{ ...batik, query: 'a=1#b' }], '/views/0/query'],
    ['one name twice', [batik, batik], '/views/1/name'],
    ['more than a handful', ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(named), '/views/6/page'],
  ])('hold no %s', async (_, views, pointer) => {
    const refused = await refusedWithoutTrace(town.world, () => sets(views, 0));
    expect(refused.body).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ pointer })]) });
  });

  test('keep of an address what narrows the page, in one spelling', () => {
    expect(keptQuery('?kota=35.73&urut=terbanyak&kategori=batik&bulan=2026-10&cari=0812&cursor=x')).toBe(
      'kategori=batik&urut=terbanyak',
    );
    expect(keptQuery('Cari=081234567890&Q=3573&kategori=batik')).toBe('kategori=batik');
    expect(keptQuery('')).toBe('');
    expect(keptQuery('x=a%20b')).toBe('x=a+b');
  });
});
