import { describe, expect, test } from 'vitest';
import { closeCity } from '../../../functions/equity/close/close-city.ts';
import { mergeProvince } from '../../../functions/equity/close/merge-places.ts';
import { memoryFiles } from '../../engine.ts';
import { CITY, stallsOf } from '../ranking/stalls.ts';
import { records, text } from './report-files.ts';

const MONTH = '2026-11';
const close = { month: MONTH, phase: 'final', takenAt: '2026-12-11T00:00:00.000Z' } as const;

/** Twelve stalls of one price and a dear one; so many of their cards are chosen, bought and received, then the month ends. */
const bought = async (cards: number) => {
  const { town, list, stalls, clock, world } = await stallsOf([...Array.from({ length: 12 }, () => 18_000), 30_000]);
  const { items } = await list();
  const below = items.filter(({ ranking }) => !ranking?.above);
  const above = items.filter(({ ranking }) => ranking?.above);
  for (const { productId, choiceToken: token = '' } of [...below, ...above].slice(0, cards)) {
    const { product, shop } = stalls.find((one) => one.product.productId === productId) ?? {};
    if (!product || !shop) throw new Error('a card of no stall');
    const cart = town.cart([{ product, quantity: 2 }]);
    const line = { productId, quantity: 2, priceRupiah: product.priceRupiah };
    const choice = { token, reason: 'Porsinya lebih besar' };
    const [order] = await town.places('ani', {
      ...cart,
      shops: [{ merchantId: product.merchantId, lines: [{ ...line, choice }] }],
    });
    if (!order) throw new Error('nothing was ordered');
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    await town.receives('ani', order);
  }
  clock.set('2026-12-12T09:00:00.000+07:00');
  const files = memoryFiles();
  const snapshot = await closeCity(world, files, CITY, close);
  await mergeProvince(world, files, '35', close);
  const open = async (of: 'city' | 'province') =>
    of === 'city'
      ? town.as()('GET /cities/{city}/reports/{month}/{format}', {
          params: { city: CITY, month: MONTH, format: 'csv' },
        })
      : town.as()('GET /provinces/{province}/reports/{month}/{format}', {
          params: { province: '35', month: MONTH, format: 'csv' },
        });
  const full = await town.as(town.adminOf(CITY))('GET /cities/{city}/months/{month}/report/{format}', {
    params: { city: CITY, month: MONTH, format: 'csv' },
  });
  const [city, province, own] = [await open('city'), await open('province'), full].map((file) => records(text(file)));
  return { snapshot, city: city ?? [], province: province ?? [], own: own ?? [] };
};

describe('prices paid', () => {
  test('of thirteen shops are public in the city and above, with the reason below the line, and in no part', async () => {
    const { snapshot, city, province } = await bought(13);
    expect(snapshot.suppressed).toMatchObject({ prices: false, pricesFrom: { shops: 13, topTwoRupiah: 96_000 } });
    const told = { comparedRupiah: '492000', referenceRupiah: '468000', belowLine: '1', below_price_above_fair: '1' };
    for (const rows of [city, province]) {
      const [whole, ...parts] = rows.filter(({ span }) => span === 'month');
      expect(whole).toMatchObject({ kind: 'total', ...told, ratio: String(snapshot.total.pricesPaid?.ratio) });
      expect(parts.map((row) => row['comparedRupiah'])).toEqual(parts.map(() => ''));
    }
  });

  test('of three shops are the city’s alone', async () => {
    const { snapshot, city, province, own } = await bought(3);
    expect(snapshot.suppressed).toMatchObject({ prices: true, pricesFrom: { shops: 3 } });
    for (const [whole] of [city, province])
      expect(whole).toMatchObject({ comparedRupiah: '', ratio: '', belowLine: '' });
    expect(own[0]).toMatchObject({ comparedRupiah: '132000', belowLine: '1' });
  });
});
