/*
 * What a search of a city of 300,000 products costs, and what a page costs to render: computed over invented goods, the
 * table left out. Prints a table; waits for nothing and asserts nothing.
 */

import { understand } from '../../functions/ranking/search/understand.ts';
import { inputFor } from '../../functions/reads/lists/decide.ts';
import { namedBy, wordsOf } from '../../functions/reads/lists/word-index.ts';
import { emptyLedger, ledgerFrom, versionOf } from '../../shared/domain/ranking/ledger/ledger-version.ts';
import type { Offered } from '../../shared/domain/ranking/list/offered.ts';
import { lineOfSought } from '../../shared/domain/ranking/list/search-text.ts';
import { standardPolicy } from '../../shared/domain/ranking/policy/policy.ts';
import { rankOffers } from '../../shared/domain/ranking/rule/rank-offers.ts';

const PRODUCTS = Number(process.argv[2] ?? 300_000);
const heads =
  'Nasi Telur Ayam Beras Keripik Kopi Batik Jilbab Gamis Sepatu Tas Spanduk Kue Sambal Bakso Soto Gudeg Rujak Tahu Tempe Kerupuk Madu Teh Gula Minyak'.split(
    ' ',
  );
const tails =
  'kotak rapat kuning asin kampung goreng bakar pedas manis gurih merah putih hitam besar kecil segi empat katun sutra tulis cap robusta arabika rosella jahe kencur'.split(
    ' ',
  );
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
const categories = ['meeting-food', 'culinary', 'batik', 'fashion', 'daily-needs', 'printing'] as const;
const row = (at: number): Offered => ({
  product: {
    ...{ productId: `prd_${String(at).padStart(26, '0')}`, merchantId: `mrc_${String(at % 60_000).padStart(26, '0')}` },
    ...{ merchantName: `Toko ${at % 60_000}`, district: '35.73.01', unit: 'buah', category: pick(categories, at) },
    name: `${pick(heads, at * 7)} ${pick(tails, at * 13)} ${pick(tails, at * 29)} ${at % 997}`,
    ...{ priceRupiah: 5_000 + (at % 90) * 500, supply: 'stock', leadDays: 0, deliversTo: [], minQuantity: 1 },
    ...{ closedDays: [], perDay: null },
  } as Offered['product'],
  ...{ ownerId: `own_${at % 60_000}`, verified: true, open: true, ratingSum: 0, ratingCount: 0 },
  like: { medianRupiah: 20_000, owners: 9, source: 'like' },
});
const rows = Array.from({ length: PRODUCTS }, (_, at) => row(at));
const shelves = categories.map((category) => rows.filter(({ product }) => product.category === category));
const began = performance.now();
for (const shelf of shelves) wordsOf(shelf);
const built = performance.now() - began;

const policy = standardPolicy('35.73', '2026-11');
const empty = emptyLedger('35.73', policy.version);
const ledger = ledgerFrom(versionOf(empty), empty);
const city = { cityCode: '35.73' } as never;
const searches =
  'nasi kotak|telor asin|beras 5|kripik pedas|jilbap katun|kopi robusta|spanduk|batik tulis sutra|madu hitam 12|sambel gurih|telur|ayam bakar|hijab segi empat|gamis|minyak'.split(
    '|',
  );
const times: number[] = [];
for (let round = 0; round < 8; round++)
  for (const text of searches) {
    const start = performance.now();
    const wish = { text: lineOfSought(understand(shelves, text)) };
    const found = shelves.flatMap((shelf) => namedBy(shelf, wish.text));
    rankOffers(inputFor(found, wish, new Map(), { ledger, policy, today: '2026-11-10', city, dayKey: 'a'.repeat(64) }));
    if (round > 0) times.push(performance.now() - start);
  }
times.sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
console.log('| products | index ms | searches | p50 ms | p95 ms | heap MB |');
console.log('| --: | --: | --: | --: | --: | --: |');
console.log(
  `| ${PRODUCTS} | ${built.toFixed(0)} | ${times.length} | ${at(0.5)} | ${at(0.95)} | ${Math.round(process.memoryUsage().heapUsed / 1e6)} |`,
);
