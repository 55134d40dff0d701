import { expect, test } from 'vitest';
import { writeShop } from '../../../functions/pages/shops/shop-pages.ts';
import { photoFile } from '../../../shared/domain/photos/sizes.ts';
import type { MerchantRating } from '../../../shared/domain/reviews/merchant-rating.ts';
import type { Review } from '../../../shared/domain/reviews/review.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getRating, saveRating } from '../../../shared/table/ratings.ts';
import { getReview, saveReview } from '../../../shared/table/reviews.ts';
import { memorySite, testWorld } from '../../engine.ts';
import { townOf } from '../../market.ts';

const CITY = '35.73';
const site = memorySite();
const text = (key: string) => site.texts().get(`pages/malang/usaha/${key}/index.html`) ?? '';
const ulasan = (part = 1) => text(`dapur-bu-sari/ulasan${part > 1 ? `/${part}` : ''}`);
const numbered = (html: string) => [...html.matchAll(/Kata ke-(\d+)\./g)].map(([, at]) => Number(at));

test('more reviews than a shop’s page holds are read in parts, without a script, and leave nothing where there are fewer', async () => {
  const town = await townOf(await testWorld({ site }));
  await town.founds(CITY, { name: 'Kota Malang' });
  const shop = await town.opens(CITY, { name: 'Dapur Bu Sari' });
  const product = await town.offers(shop);
  const { merchantId } = shop;
  const { orderId } = await town.sells(shop, product, 1, 'ani');
  const params = { orderId };
  const { reviewId } = await town.as('ani')('PUT /orders/{orderId}/review', {
    params,
    body: { stars: 5, text: 'Kata ke-0.' },
  });
  const first = (await getReview(town.world.table, reviewId)) as Review;
  const photo = `/photos/${'a'.repeat(64)}.jpg`;
  await commit(town.world.table, [saveReview({ ...first, photo, version: first.version + 1 })]);
  const made = Array.from({ length: 30 }, (_, at) => ({
    ...first,
    reviewId: `rev_${String(at).padStart(26, '0')}`,
    text: `Kata ke-${at + 1}.`,
    writtenAt: `2027-01-01T00:00:${String(at).padStart(2, '0')}.000Z`,
    version: 1,
  }));
  const rated = async (ratingCount: number) => {
    const { version = 0, ...known } = (await getRating(town.world.table, merchantId)) as MerchantRating;
    await commit(town.world.table, [saveRating({ ...known, ratingCount, version: version + 1 })]);
  };
  await writeShop(town.world, merchantId);
  expect(text('dapur-bu-sari')).toContain('Kata ke-0.');
  // The picture is shown in a size that is drawn.
  expect(text('dapur-bu-sari')).toContain(`<img src="${photoFile(photo, 'list', 'jpg')}"`);
  expect(text('dapur-bu-sari')).not.toContain('Baca semua ulasan');
  expect(ulasan()).toBe('');
  for (const review of made) await commit(town.world.table, [saveReview(review)]);
  await rated(31);
  await writeShop(town.world, merchantId);
  expect(text('dapur-bu-sari')).toContain('<a class="line" href="/malang/usaha/dapur-bu-sari/ulasan">');
  expect([...numbered(ulasan()), ...numbered(ulasan(2))]).toEqual(Array.from({ length: 31 }, (_, at) => 30 - at));
  expect(ulasan()).toContain('<a class="button" rel="next" href="/malang/usaha/dapur-bu-sari/ulasan/2">');
  expect(ulasan(2)).not.toContain('rel="next"');
  expect(ulasan(3)).toBe('');
  // Those taken back leave a part that says so, for who kept its address.
  for (const review of made.slice(8))
    await commit(town.world.table, [saveReview({ ...review, state: 'withdrawn', version: 2 })]);
  await rated(9);
  await writeShop(town.world, merchantId);
  expect(text('dapur-bu-sari')).not.toContain('Baca semua ulasan');
  expect(ulasan(2)).toContain('Tidak ada ulasan lagi di halaman ini.');
});
