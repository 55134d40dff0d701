import { beforeEach, describe, expect, test } from 'vitest';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let clock: Clock;
let town: Town;
let sri: Shop;
let joko: Shop;

beforeEach(async () => {
  clock = testClock('2026-11-10T09:00:00.000+07:00');
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  sri = await town.opens(CITY, { name: 'Dapur Bu Sri', ownerName: 'Sri Wahyuni', nib: '9120001234567' });
  clock.set('2026-11-10T10:00:00.000+07:00');
  joko = await town.applies(CITY, {
    name: 'Batik Tugu',
    ownerName: 'Joko Susilo',
    phone: '0813-9999-0000',
    nik: '3573024508800007',
    address: 'Jl. Kawi 9',
    district: '35.73.03',
    village: '35.73.03.1001',
  });
});

const list = async (query: object, person = town.adminOf(CITY)) =>
  town.as(person)('GET /cities/{city}/register', { params: { city: CITY }, query });
const found = async (query: object) => (await list(query)).items.map(({ merchantId }) => merchantId);

describe('the search of a register', () => {
  test.each([
    ['a word of the name', 'dapur'],
    ['a beginning of it', 'dap'],
    ['the owner', 'wahyuni'],
    ['words in any order', 'wahyuni DAPUR'],
    ['the phone as people write it', '+62 812 3456 7890'],
    ['the NIB', '9120 0012 34567'],
    ['the NIK', '3573024508800001'],
  ])('finds a shop by %s, whatever its state', async (_, q) => {
    expect(await found({ q })).toEqual([sri.merchantId]);
    expect(await found({ q, status: 'pending' })).toEqual([]);
    expect(await found({ q, status: 'verified' })).toEqual([sri.merchantId]);
  });

  test('finds nobody by what nobody is called, and by nothing', async () => {
    for (const q of ['xylofon', '?', '', 'dapur tugu', '0811000000']) expect(await found({ q })).toEqual([]);
  });

  test('follows a new name, and forgets the old one', async () => {
    const params = { merchantId: joko.merchantId };
    await town.as(joko.owner)('PATCH /merchants/{merchantId}', {
      params,
      body: { name: 'Sanggar Jaya', ownerName: 'Joko Widodo' },
    });
    expect([await found({ q: 'sanggar' }), await found({ q: 'widodo' })]).toEqual([
      [joko.merchantId],
      [joko.merchantId],
    ]);
    expect([await found({ q: 'tugu' }), await found({ q: 'susilo' })]).toEqual([[], []]);
    await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/identity', {
      params,
      body: { ownerName: 'Joko Santoso', reason: 'Sesuai KTP' },
    });
    expect([await found({ q: 'santoso' }), await found({ q: 'widodo' })]).toEqual([[joko.merchantId], []]);
  });

  test('goes on page by page, each shop once, under its rarest word', async () => {
    const ids = [sri.merchantId];
    for (const ending of ['Satu', 'Dua', 'Tiga', 'Empat'])
      ids.push((await town.applies(CITY, { name: `Dapur Daput ${ending}`, address: `Jl. ${ending} 1` })).merchantId);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { items, next } = await list({ q: 'dap', limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...items.map(({ merchantId }) => merchantId));
      cursor = next;
    } while (cursor);
    expect(seen.sort()).toEqual(ids.sort());
  });

  test('names first who is called so, of however many whose names begin so, and everybody once', async () => {
    const ids: string[] = [];
    for (const number of [1, 2, 3, 4, 5, 6, 7])
      ids.push((await town.applies(CITY, { name: `Kios Maju ${number}`, address: `Jl. Nomor ${number}` })).merchantId);
    for (const [at, id] of ids.entries()) {
      const q = `kios maju ${at + 1}`;
      const first = await list({ q, limit: 3 });
      expect(first.items[0]?.merchantId).toBe(id);
      const rest = await list({ q, limit: 3, cursor: first.next });
      const last = await list({ q, limit: 3, cursor: rest.next });
      const all = [...first.items, ...rest.items, ...last.items].map(({ merchantId }) => merchantId);
      expect([all.length, new Set(all)]).toEqual([7, new Set(ids)]);
      expect(last.next).toBeNull();
    }
  });

  test('is the city’s alone, of its own shops', async () => {
    await town.founds('35.07');
    expect((await refusalOf(list({ q: 'dapur' }, town.adminOf('35.07')))).code).toBe('not_allowed');
    const other = await town.as(town.adminOf('35.07'))('GET /cities/{city}/register', {
      params: { city: '35.07' },
      query: { q: 'dapur' },
    });
    expect(other.items).toEqual([]);
  });
});

describe('a register', () => {
  test('shows applications in the order in which they came, of one district where asked', async () => {
    clock.set('2026-11-09T10:00:00.000+07:00');
    const earlier = await town.applies(CITY, { name: 'Warung Tua' });
    expect(await found({})).toEqual([earlier.merchantId, joko.merchantId]);
    expect(await found({ district: '35.73.03' })).toEqual([joko.merchantId]);
    expect(await found({ district: '35.73.03', status: 'verified' })).toEqual([]);
  });
});
