import { expect, test } from 'vitest';
import { actsOf, isFetched, stateName, stepName } from '../../web/storefront/orders/states.ts';

const counter = { way: 'pick-up', feeRupiah: 0, pickUp: { address: 'Gang Mawar 3', hours: '08.00–17.00' } } as const;
const centre = {
  ...counter,
  centre: { slug: 'sentra-kuliner', name: 'Sentra Kuliner', district: '35.73.02' },
} as const;

test('an order is fetched where nobody brings it: at the shop, not at a centre that the shop brings it to', () => {
  expect(isFetched({ delivery: counter })).toBe(true);
  expect(isFetched({ delivery: centre })).toBe(false);
  expect(isFetched({ delivery: { way: 'courier', feeRupiah: 5_000 } })).toBe(false);
  expect(isFetched({ delivery: undefined })).toBe(false);
});

test('a shop says of what was fetched that it was fetched, by the same move as of what was brought', () => {
  const [brought, fetched] = [false, true].map((one) => actsOf('accepted', ['merchant'], one)[0]);
  expect([brought?.name, fetched?.name]).toEqual(['Sudah diantar', 'Sudah diambil']);
  expect(fetched?.key).toBe(brought?.key);
});

test.each([
  [false, 'Dikirim'],
  [true, 'Sudah diambil'],
])('both sides read so afterwards, fetched: %s', (fetched, word) => {
  expect(stateName('delivered', fetched)).toBe(word);
  expect(stepName({ state: 'delivered', deliverOn: undefined }, fetched)).toBe(word);
  expect(stateName('received', fetched)).toBe('Selesai');
});
