import { beforeEach, describe, expect, test } from 'vitest';
import { MOST_ADDRESSES } from '../../../shared/domain/deliveries/saved-address.ts';
import { testClock, testWorld } from '../../engine.ts';
import { everything, type Office, refusalOf, refusedWithoutTrace, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let town: Town;
let office: Office;
beforeEach(async () => {
  town = await townOf(await testWorld({ now: testClock().now }));
  await town.founds(CITY);
  await town.founds('35.78');
  office = await town.seatsOffice(CITY);
});

const home = {
  name: 'Rumah',
  recipient: 'Ani Lestari',
  phone: '0812-3456-7890',
  street: 'Jl. Kawi 2',
  rt: '03',
  rw: '5',
  village: 'Kauman',
  district: `${CITY}.02`,
  landmark: 'pagar hijau',
};
const saves = (person: string, but: object = {}) =>
  town.as(person)('POST /me/addresses', { body: { ...home, ...but } });
const names = async (person: string) => (await town.as(person)('GET /me/addresses')).items.map(({ name }) => name);

describe('a saved address', () => {
  test('is its person’s alone, by name, in whichever city, and gone when it is thrown away', async () => {
    const { addressId } = await saves('ani');
    await saves('ani', { name: 'Ibu', district: '35.78.02' });
    const { items } = await town.as('ani')('GET /me/addresses');
    expect(items.map(({ name }) => name)).toEqual(['Ibu', 'Rumah']);
    expect(items[1]).toMatchObject({ ...home, phone: '+6281234567890', addressId });
    expect(await names('budi')).toEqual([]);
    const params = { addressId };
    const gone = expect.objectContaining({ code: 'address_not_found', status: 404 });
    expect(await refusalOf(town.as('budi')('DELETE /me/addresses/{addressId}', { params }))).toEqual(gone);
    await town.as('ani')('DELETE /me/addresses/{addressId}', { params });
    expect(await names('ani')).toEqual(['Ibu']);
    expect(await refusalOf(town.as('ani')('DELETE /me/addresses/{addressId}', { params }))).toEqual(gone);
  });

  test('replaces the one of the same name, and says when there are too many', async () => {
    const first = await saves('ani');
    expect(await saves('ani', { street: 'Jl. Ijen 9' })).toMatchObject({
      addressId: first.addressId,
      street: 'Jl. Ijen 9',
    });
    for (let more = 1; more < MOST_ADDRESSES; more++) await saves('ani', { name: `Alamat ${more}` });
    expect(await refusedWithoutTrace(town.world, () => saves('ani', { name: 'Satu lagi' }))).toMatchObject({
      code: 'address_limit',
    });
    await saves('ani', { street: 'Jl. Semeru 1' });
    expect(await names('ani')).toHaveLength(MOST_ADDRESSES);
  });

  test('is one of the many that two pages save at once, and none of them is lost', async () => {
    const done = await Promise.allSettled(['Satu', 'Dua', 'Tiga'].map((name) => saves('ani', { name })));
    const kept = done.filter(({ status }) => status === 'fulfilled').length;
    expect(kept).toBeGreaterThan(0);
    expect(await names('ani')).toHaveLength(kept);
  });

  test('is kept sealed: nothing in the table says where its person lives', async () => {
    await saves('ani');
    const stored = JSON.stringify(await everything(town.world));
    expect(stored).toContain('SAVED-ADDRESSES');
    expect(stored).not.toMatch(/Kawi|81234567890|Lestari|pagar hijau/);
  });

  test.each([
    ['a district that is not on the market', { district: '35.73.99' }, 'region_not_found'],
    ['an RT in words', { rt: 'tiga' }, 'invalid_request'],
    ['a number that is none', { phone: '12' }, 'invalid_request'],
  ])('is refused with %s', async (_, but, code) => {
    expect(await refusedWithoutTrace(town.world, () => saves('ani', but))).toMatchObject({ code });
  });
});

describe('an office’s address', () => {
  test('is there for everybody who orders for it, and for nobody else', async () => {
    const params = { agencyId: office.agencyId };
    const hall = { ...home, name: 'Aula', street: 'Gedung A lantai 2', room: 'Aula', hours: '08.00–15.00' };
    const saved = await town.as(office.buyer)('POST /agencies/{agencyId}/addresses', { params, body: hall });
    const { items } = await town.as(office.approver)('GET /agencies/{agencyId}/addresses', { params });
    expect(items).toMatchObject([{ name: 'Aula', room: 'Aula', hours: '08.00–15.00' }]);
    expect(await names(office.buyer)).toEqual([]);
    expect(await refusalOf(town.as('ani')('GET /agencies/{agencyId}/addresses', { params }))).toMatchObject({
      code: 'agency_not_found',
    });
    const one = { params: { ...params, addressId: saved.addressId } };
    await town.as(office.approver)('DELETE /agencies/{agencyId}/addresses/{addressId}', one);
    expect((await town.as(office.buyer)('GET /agencies/{agencyId}/addresses', { params })).items).toEqual([]);
  });
});
