import { beforeEach, describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { routeKeys, routeOf } from '../../../shared/contract.ts';
import { testClock, testWorld } from '../../engine.ts';
import { refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let town: Town;
let shop: Shop;
beforeEach(async () => {
  town = await townOf(await testWorld({ now: testClock('2026-11-10T09:00:00.000+07:00').now }));
  await town.founds(CITY);
  shop = await town.applies(CITY, { description: 'Buka setiap hari', npwp: '0123456789012345', nib: '9120001234567' });
});

/** Fields of every PATCH: those that null empties, and those that always have a value. */
const fields: Record<string, { empties: readonly string[]; keeps: readonly string[] }> = {
  'PATCH /cities/{city}': {
    empties: ['accent', 'logo', 'helpPhone', 'batikDay', 'tiles'],
    keeps: ['policies', 'holidays'],
  },
  'PATCH /merchants/{merchantId}/products/{productId}': {
    empties: ['description', 'photo'],
    keeps: ['name', 'unit', 'priceRupiah', 'category', 'active', 'leadDays', 'closedDays', 'deliversTo', 'minQuantity'],
  },
  'PATCH /merchants/{merchantId}': {
    empties: ['description', 'account', 'pausedUntil', 'nik', 'npwp', 'nib'],
    keeps: ['name', 'ownerName', 'phone', 'phoneShown', 'district', 'village', 'address', 'category'],
  },
};

describe('a field that may be empty', () => {
  const patches = routeKeys.filter((key) => key.startsWith('PATCH'));
  test('is told apart from those that may not, on every route that changes something', () => {
    expect(Object.keys(fields).sort()).toEqual([...patches].sort());
  });

  test.each(patches)('%s: takes null to empty it, and refuses null for what always has a value', (key) => {
    const { body } = routeOf(key);
    const { empties, keeps } = fields[key] ?? { empties: [], keeps: [] };
    const named = Object.keys((body as z.ZodObject).shape);
    expect([...empties, ...keeps].sort()).toEqual(named.sort());
    for (const field of empties) expect(body?.safeParse({ [field]: null }).success, field).toBe(true);
    for (const field of keeps) {
      const { error } = body?.safeParse({ [field]: null }) ?? {};
      expect(
        error?.issues.map(({ path }) => path[0]),
        field,
      ).toContain(field);
    }
  });
});

describe('emptied with null', () => {
  const ofShop = () => ({ params: { merchantId: shop.merchantId } });
  const file = () => town.as(shop.owner)('GET /merchants/{merchantId}/file', ofShop());
  const changes = (body: object) => town.as(shop.owner)('PATCH /merchants/{merchantId}', { ...ofShop(), body });

  test('a shop’s description, tax number and permit are gone, and stay gone', async () => {
    expect(await file()).toMatchObject({ description: 'Buka setiap hari', npwp: expect.any(String) });
    for (const field of ['description', 'npwp', 'nib'])
      expect(await changes({ [field]: null })).not.toHaveProperty(field);
    expect(Object.keys(await file())).toEqual(expect.not.arrayContaining(['description', 'npwp', 'nib']));
    expect(await changes({ phone: '081234567899' })).toMatchObject({ nik: '••••••••••••0001' });
  });

  test('the number a business is known by is not taken away', async () => {
    const refused = await refusedWithoutTrace(town.world, () => changes({ nik: null }));
    expect(refused).toMatchObject({ code: 'invalid_request', body: { errors: [{ pointer: '/nik' }] } });
  });

  test('a wrong photo and a description come off a product, for buyers too', async () => {
    await town.verifies(shop);
    const photo = await town.uploads(shop);
    const product = await town.offers(shop, { photo, description: 'Pedas' });
    const of = { params: { merchantId: shop.merchantId, productId: product.productId } };
    const read = () => town.as()('GET /merchants/{merchantId}/products/{productId}', of);
    expect(await read()).toMatchObject({ photo, description: 'Pedas' });
    const change = (body: object) =>
      town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', { ...of, body });
    expect(await change({ photo: null })).toMatchObject({ description: 'Pedas' });
    expect(await read()).not.toHaveProperty('photo');
    await change({ description: null, priceRupiah: 9_000 });
    expect(await read()).not.toHaveProperty('description');
    const { items } = await town.as()('GET /cities/{city}/products', {
      params: { city: CITY },
      query: { text: 'nasi' },
    });
    expect(items[0]).not.toHaveProperty('photo');
    expect(await change({ photo, description: 'Gurih' })).toMatchObject({ photo, description: 'Gurih' });
  });
});
