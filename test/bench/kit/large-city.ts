import { gzipSync } from 'node:zlib';
import type { Files, SiteFiles } from '../../../functions/files.ts';
import { putPacked } from '../../../functions/reads/packed-files.ts';
import type { Offered } from '../../../shared/domain/ranking/list/offered.ts';
import type { CityIndex } from '../../../shared/domain/search/city-index.ts';
import { CITY } from './where.ts';

/*
 * A city of any size, invented: names of three words and a number, so that one word means a product in twenty-five, and a
 * shop has five goods.
 */

const heads =
  'Nasi Telur Ayam Beras Keripik Kopi Batik Jilbab Gamis Sepatu Tas Spanduk Kue Sambal Bakso Soto Gudeg Rujak Tahu Tempe Kerupuk Madu Teh Gula Minyak';
const tails =
  'kotak rapat kuning asin kampung goreng bakar pedas manis gurih merah putih hitam besar kecil segi empat katun sutra tulis cap robusta arabika rosella jahe kencur';
const pick = (from: string, at: number): string => {
  const words = from.split(' ');
  return words[at % words.length] as string;
};
const categories = ['meeting-food', 'culinary', 'batik', 'fashion', 'daily-needs', 'printing'] as const;
export const SHOP_GOODS = 5;
const idOf = (prefix: string, serial: number): string => `${prefix}_${String(serial).padStart(26, '0')}`;

const offered = (at: number): Offered => {
  const shop = Math.floor(at / SHOP_GOODS);
  return {
    product: {
      productId: idOf('prd', at),
      merchantId: idOf('mrc', shop),
      merchantName: `Toko ${pick(tails, shop)} ${shop}`,
      district: '35.73.01',
      unit: 'buah',
      category: categories[at % categories.length] ?? 'batik',
      name: `${pick(heads, at * 7)} ${pick(tails, at * 13)} ${pick(tails, at * 29)} ${at % 997}`,
      priceRupiah: 5_000 + (at % 90) * 500,
      supply: 'stock',
      leadDays: 0,
      deliversTo: [],
      minQuantity: 1,
      closedDays: [],
      perDay: null,
    },
    ownerId: idOf('own', shop),
    verified: true,
    open: true,
    ratingSum: 0,
    ratingCount: 0,
    like: { medianRupiah: 20_000, owners: 9, source: 'like' },
  };
};

/** Leaves the index of so many goods where a search looks for it, and says how many bytes it is, packed. */
export const writeIndexOf = async (
  products: number,
  { files, site, drawnOn }: { files: Files; site: SiteFiles; drawnOn: string },
): Promise<number> => {
  let bytes = 0;
  const counting: Files = {
    ...files,
    put: async (key, body, type) => {
      bytes += body.length;
      await files.put(key, body, type);
    },
  };
  const offers: [string, string][] = [];
  for (const [place, category] of categories.entries()) {
    const rows: Offered[] = [];
    for (let at = place; at < products; at += categories.length) rows.push(offered(at));
    offers.push([category, await putPacked(counting, `ranking/${CITY}/offers`, rows)]);
  }
  const index = Buffer.from(JSON.stringify({ drawnOn, offers, freeKey: null } satisfies CityIndex));
  await site.replace('pages/malang/cari.json', index, 'application/json', undefined);
  return bytes + gzipSync(index).length;
};
