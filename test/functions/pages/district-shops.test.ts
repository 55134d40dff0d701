import { expect, test } from 'vitest';
import { districtPage } from '../../../functions/pages/list-pages.ts';
import { getCity } from '../../../shared/table/cities.ts';
import { CITY, stallsOf } from '../../api/ranking/stalls.ts';

test('shops of a kecamatan stand in the order of its list, and who sells nothing after them as the day draws', async () => {
  const { world, stalls, opens, sells, refresh, clock } = await stallsOf([18_000, 18_000, 18_000]);
  const idle: string[] = [];
  for (const name of ['AAA Warung', '000 Toko', 'Zulaikha', 'Kedai Ani', 'Dapur Wati'])
    idle.push((await opens({ name })).merchantId);

  const shown = async () => {
    const city = await getCity(world.table, CITY);
    const page = city && (await districtPage(world, city, '35.73.02'));
    if (page?.kind !== 'district') throw new Error('there is no such page');
    return page.shops.map(({ merchantId }) => merchantId);
  };
  // Whoever's id comes first in the register has received most.
  const [favoured] = [...stalls].sort((a, b) => (a.shop.merchantId < b.shop.merchantId ? -1 : 1));
  if (!favoured) throw new Error('there is no stall');
  await sells(favoured, 40);
  await refresh('OwnersRuled');
  const first = await shown();
  expect(first).toHaveLength(8);
  expect(first.indexOf(favoured.shop.merchantId)).toBe(2);
  expect(new Set(first.slice(3))).toEqual(new Set(idle));
  const orders = new Set<string>();
  for (let day = 0; day < 6; day++) {
    orders.add((await shown()).slice(3).join());
    clock.pass(24 * 3_600_000);
    await refresh();
  }
  expect(orders.size).toBeGreaterThan(1);
});
