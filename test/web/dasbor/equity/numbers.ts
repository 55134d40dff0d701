import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import type { Output } from '../../../../shared/contract.ts';
import { count, percent, rupiah } from '../../../../shared/domain/basics/wording.ts';
import { definitionOf } from '../../../../shared/domain/equity/definitions/definition.ts';
import { workbook } from '../../../api/equity/report-files.ts';
import { ready, type Seen, type Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { visitingAs } from '../../signed-in.ts';

const CITY = '35.73';
const MONTH = '2026-10';
type Snapshot = Output<'GET /cities/{city}/months/{month}'>;
type Cell = Snapshot['total'] & { readonly name: string };
type Book = ReturnType<typeof workbook>;

/** A table of the page as rows of words, by its caption. */
const tableOf = async ({ page }: Seen, caption: RegExp): Promise<string[][]> => {
  await page.evaluate(() => {
    for (const twin of document.querySelectorAll<HTMLDetailsElement>('.source details')) twin.open = true;
  });
  const rows = await page
    .locator('table', { has: page.locator('caption', { hasText: caption }) })
    .locator('tbody tr')
    .all();
  return Promise.all(rows.map(async (row) => row.locator('th, td').allInnerTexts()));
};

/** What the workbook says of a measure, by the name of the row; numbers are numbers there. */
const inBook = (book: Book, name: string, id: string): number | null => {
  const [head = [], ...rows] = book.get('Bulan') ?? [];
  const row = rows.find((one) => one[1] === name) ?? [];
  const value = row[head.indexOf(definitionOf(id).name)];
  return typeof value === 'number' ? value : null;
};

const shareOf = ({ unsold, merchants }: Cell) => percent(unsold / merchants);

/** Every number of a month's pages is the API's and the workbook's: whoever prints one and opens another sees one market. */
export const equityNumbers = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const read = async () => {
    const token = await site().token(`admin-${CITY}`);
    const get = async (path: string) =>
      fetch(`${site().url}/api/cities/${CITY}/months/${MONTH}${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
    const snapshot = (await (await get('')).json()) as Snapshot;
    return { snapshot, book: workbook(Buffer.from(await (await get('/report/xlsx')).arrayBuffer())) };
  };

  test('says in its measures, figures and their tables what the API and the workbook say', async () => {
    const { snapshot, book } = await read();
    await visitAs(`admin-${CITY}`, `/dasbor/rekap?kota=${CITY}&bulan=${MONTH}`, async (seen) => {
      const { page } = seen;
      const { total, districts, categories, between } = snapshot;
      const whole = 'Kota Malang';
      for (const id of ['merchants', 'sold', 'unsold', 'orders'] as const)
        expect(inBook(book, whole, id)).toBe(total[id]);
      const [median, topTen] = [total.spread?.median.value ?? 0, total.spread?.topTenMerchantsShare.value ?? 0];
      expect(inBook(book, whole, 'median')).toBe(median);
      expect(inBook(book, whole, 'topTenMerchantsShare')).toBeCloseTo(topTen, 4);
      expect(await page.locator('.measures .value').allInnerTexts()).toEqual([
        `${count(total.sold)} dari ${count(total.merchants)}`,
        rupiah(median),
        percent(topTen),
        `${count(total.unsold)} usaha`,
      ]);
      await page
        .getByText(`Omzet ${rupiah(total.turnoverRupiah ?? '')} dari ${count(total.orders ?? 0)} pesanan`)
        .waitFor();
      for (const [caption, cells] of [
        [/menurut kecamatan/, districts],
        [/menurut kategori/, categories],
      ] as const) {
        const rows = await tableOf(seen, caption);
        const wanted = cells.map(({ name, merchants, sold, unsold }) => [
          name,
          ...[merchants, sold, unsold].map(count),
        ]);
        expect(rows.sort()).toEqual(wanted.sort());
        for (const cell of cells)
          for (const id of ['merchants', 'sold', 'unsold'] as const) expect(inBook(book, cell.name, id)).toBe(cell[id]);
      }
      const tiles = await tableOf(seen, /^Bagian usaha yang belum menjual$/);
      expect(tiles.sort()).toEqual(districts.map((cell) => [cell.name, shareOf(cell), count(cell.merchants)]).sort());
      const squares = await page.locator('svg.tiles title').allTextContents();
      expect(squares.sort()).toEqual(districts.map((cell) => `${cell.name}: ${shareOf(cell)}`).sort());
      const [ofDistricts, ofCategories] = [between.districts, between.categories].map(
        (one) => one?.betweenShare.value ?? -1,
      );
      expect(await tableOf(seen, /Di mana ketimpangan berada/)).toEqual([
        ['kecamatan', percent(ofDistricts ?? -1), percent(1 - (ofDistricts ?? -1))],
        ['kategori', percent(ofCategories ?? -1), percent(1 - (ofCategories ?? -1))],
      ]);
      const { total: reached, categories: parts } = snapshot.attainable ?? { total: undefined, categories: [] };
      const attained = await tableOf(seen, /Gini pesanan yang sama/);
      expect(attained).toHaveLength(1 + parts.length);
      expect(attained[0]).toEqual([
        ...[whole, reached?.giniPopularity, reached?.giniActual, reached?.giniAssigned, reached?.giniSplit].map(
          (one) => (typeof one === 'object' ? one.value?.toFixed(2).replace('.', ',') : one),
        ),
        percent(reached?.closedShare.value ?? -1),
      ]);
      const [head = [], [, , ...told] = []] = book.get('Yang bisa dicapai') ?? [];
      expect(told[head.indexOf(definitionOf('closedShare').name) - 2]).toBeCloseTo(reached?.closedShare.value ?? -1, 4);
    });
  });

  test('says through the months, on the sheet for meetings and beside another month the same', async () => {
    const { snapshot } = await read();
    const { total, categories } = snapshot;
    await visitAs(`admin-${CITY}`, `/dasbor/perkembangan?kota=${CITY}&bulan=${MONTH}`, async (seen) => {
      const last = (await tableOf(seen, /^Bagian usaha yang belum menjual$/)).map((row) => [row[0], row.at(-1)]);
      for (const cell of categories) expect(last).toContainEqual([cell.name, shareOf(cell)]);
      await seen.page.goto(`/dasbor/rapat?kota=${CITY}&bulan=${MONTH}`);
      await ready(seen.page);
      const [reach, , , gap] = await seen.page.locator('.four .value').allInnerTexts();
      expect([reach, gap]).toEqual([`${total.sold} dari ${total.merchants}`, `${total.unsold} usaha`]);
      await seen.page.goto(`/dasbor/bandingkan?kota=${CITY}&bulan=${MONTH}`);
      await ready(seen.page);
      const rows = await tableOf(seen, /September 2026 dan Oktober 2026/);
      expect(rows.find(([name]) => name === 'Omzet')?.at(-1)).toBe(rupiah(total.turnoverRupiah ?? ''));
      expect(rows.find(([name]) => name === 'Jangkauan')?.at(-1)).toBe(reach);
    });
  });
};
