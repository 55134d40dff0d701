import { Buffer } from 'node:buffer';
import { encode } from 'jpeg-js';
import { expect, test } from 'vitest';
import type { Seen, Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, twice, visitingAs } from '../signed-in.ts';

const CITY = '35.73';
const BUDGET = '5.1.02.01.01.0052';
const photoOf = (buffer: Buffer) => ({ name: 'barang.jpg', mimeType: 'image/jpeg', buffer });
const photo = (width: number) =>
  photoOf(Buffer.from(encode({ data: Buffer.alloc(width * 240 * 4, 130), width, height: 240 }, 70).data));

/** What an office and its shop see of goods that come in two parts, and of lists that are longer than one page. */
export const handoverPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const as = (person: string) => site().as(person);

  /** An office whose order of twenty waits for its shop. */
  const ordered = async () => {
    const admin = await as(`admin-${CITY}`);
    const office = { name: 'Dinas Pertanian', address: 'Jl. Ahmad Yani 202' };
    const { agencyId } = await admin('POST /cities/{city}/agencies', { params: { city: CITY }, body: office });
    const scope = `agency:${agencyId}`;
    for (const [person, role] of Object.entries({ 'tani-pemesan': 'buyer', 'tani-ppk': 'approver' } as const)) {
      await admin('PUT /scopes/{scope}/members/{person}', { params: { scope, person }, body: { role } });
      await (await as(person))('POST /me/invitations/{scope}/accept', { params: { scope } });
    }
    const [buyer, approver] = [await as('tani-pemesan'), await as('tani-ppk')];
    const deliverOn = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10);
    await approver('PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}', {
      params: { agencyId, year: deliverOn.slice(0, 4), budgetCode: BUDGET },
      body: { name: 'Makanan dan minuman rapat', ceilingRupiah: 50_000_000 },
    });
    const { items } = await buyer('GET /cities/{city}/products', {
      params: { city: CITY },
      query: { category: 'meeting-food' },
    });
    const { merchantId = '', productId = '', name = '' } = items[0] ?? {};
    const { orders } = await buyer('POST /orders', {
      body: {
        shops: [{ merchantId, lines: [{ productId, quantity: 20 }] }],
        deliverOn,
        deliverTo: { address: 'Gedung B lantai 2', district: '35.73.02' },
        contact: { name: 'Wiwik', phone: '081234567890' },
        agency: { agencyId, purpose: 'Rapat pupuk', eventDate: deliverOn, budgetCode: BUDGET, room: 'Aula Padi' },
      },
    });
    const orderId = orders[0]?.orderId ?? '';
    await approver('POST /orders/{orderId}/approve', { params: { orderId } });
    return { agencyId, orderId, name, merchantId, owner: site().owners.get(merchantId) ?? '' };
  };

  test('of goods in two parts: what, where and how much is still to come stands before both, and its papers follow', async () => {
    const { orderId, name, owner } = await ordered();
    const rest = async (words: string, act: string): Promise<void> =>
      visitAs(owner, '/toko-saya/', async ({ page, complaints }) => {
        const card = page.locator('li.urgent', { has: page.locator(`a[href$="${orderId}"]`) });
        await card.getByText('Dinas Pertanian · Rapat pupuk').waitFor();
        await card.getByText(words).waitFor();
        await neat(page, `serah-${act.length}-toko-360`);
        await card.getByRole('button', { name: act, exact: true }).click();
        await expect.poll(() => card.getByRole('button', { name: act, exact: true }).count()).toBe(0);
        expect(complaints).toEqual([]);
      });
    await rest(`20 kotak ${name}`, 'Terima');
    await visitAs(owner, `/pesanan/${orderId}`, ({ page }) => page.getByText('Ruang Aula Padi').waitFor());
    await rest(`20 kotak ${name}`, 'Sudah diantar');
    await visitAs('tani-pemesan', `/pesanan/${orderId}`, async ({ page }) => {
      await page.getByLabel('Diterima oleh').fill('Wiwik');
      await page.getByLabel('Hanya sebagian yang datang').check();
      await page.getByLabel(/datang berapa/).fill('21');
      await page.getByLabel('Foto barang (untuk SPJ)').setInputFiles(photoOf(Buffer.alloc(0)));
      await page.getByRole('button', { name: 'Terima barang' }).click();
      // Chosen, and without a byte: nothing is received before it is said.
      await page.locator('#photo-salah', { hasText: 'Berkas ini kosong' }).waitFor();
      await page.getByLabel('Foto barang (untuk SPJ)').setInputFiles([]);
      await page.getByRole('button', { name: 'Terima barang' }).click();
      await page
        .locator('.entry', { has: page.getByLabel(/datang berapa/) })
        .locator('.flaw', { hasText: 'Sisa 20' })
        .waitFor();
      await page.getByLabel(/datang berapa/).fill('12');
      await page.getByRole('button', { name: 'Terima barang' }).click();
      await page.getByText(/^Menunggu .* sejak/).waitFor();
      await page.getByText('(diterima 12)').waitFor();
      expect(await page.getByText('Menunggu Dinas Pertanian').count()).toBe(0);
      await page.locator('#surat').getByText('Baru sebagian barang yang diterima').first().waitFor();
    });
    await rest(`8 kotak lagi ${name}`, 'Sudah diantar');
    await visitAs('tani-pemesan', `/pesanan/${orderId}`, async ({ page }) => {
      await page.getByLabel('Diterima oleh').fill('Wiwik');
      await page.getByRole('button', { name: 'Terima barang' }).click();
      await page.getByRole('heading', { level: 1, name: 'Selesai' }).waitFor();
      const sheet = page.locator('#surat li', { hasText: 'Lembar foto' });
      await sheet.getByText('Belum ada foto barang').waitFor();
      await page.getByLabel('Foto barang saat serah terima').setInputFiles(photo(330));
      await page.getByRole('button', { name: 'Kirim foto' }).click();
      // The sheet can be issued where the photo was sent, without opening the page again.
      await sheet.getByRole('button', { name: 'Terbitkan' }).waitFor();
      // The picture of a review has a field of its own, which its label leads to.
      expect(await twice(page)).toEqual([]);
    });
  });

  test('of lists longer than a page: every account of a budget can be chosen, every review of a shop be answered', async () => {
    const { agencyId, owner } = await ordered();
    const line = (at: number) => ({
      agencyId,
      year: '2026',
      budgetCode: `5.1.02.01.01.${String(at).padStart(4, '0')}`,
      name: `Rekening ${at}`,
      ceilingRupiah: 1_000,
      heldRupiah: 0,
      leftRupiah: 1_000,
    });
    const accounts = async ({ page }: Seen): Promise<void> => {
      await page.route('**/budgets/**', (route) => {
        const first = !route.request().url().includes('cursor=');
        return route.fulfill({ json: { items: [line(first ? 1 : 101)], next: first ? 'lanjut' : null } });
      });
      await page.goto('/kantor/');
      await page.locator('summary', { hasText: 'Pesan untuk rapat' }).click();
      await page.getByLabel('Rekening belanja').selectOption({ label: 'Rekening 101 · sisa Rp1.000' });
      await page.unroute('**/budgets/**');
      await page.route('**/budgets/**', (route) => route.fulfill({ json: { items: [], next: null } }));
      // What was begun stands open.
      await page.goto('/kantor/');
      await page.getByText(/^Dinas ini belum punya rekening untuk 20\d\d/).waitFor();
    };
    await visitAs('tani-pemesan', '/icon.svg', accounts);
    const review = (at: number) => ({
      reviewId: `rev_${at}`,
      stars: 4,
      text: `Kata ke-${at}`,
      author: 'S.',
      goods: 'Nasi kotak',
      writtenAt: '2026-11-01T00:00:00.000Z',
      reply: null,
    });
    const reviews = async ({ page }: Seen): Promise<void> => {
      await page.route('**/reviews?**', (route) => {
        const first = !route.request().url().includes('cursor=');
        const items = Array.from({ length: first ? 3 : 9 }, (_, at) => review(at + (first ? 1 : 4)));
        return route.fulfill({ json: { items, next: first ? 'lanjut' : null, average: 4, count: 12 } });
      });
      await page.route('**/reviews/*/reply', (route) =>
        route.fulfill({
          json: { ...review(12), reply: { text: 'Terima kasih, Bu.', at: '2026-11-02T00:00:00.000Z' } },
        }),
      );
      await page.goto('/toko-saya/');
      await page.getByRole('button', { name: 'Ulasan yang lebih lama' }).click();
      const oldest = page.locator('#ulasan li', { hasText: 'Kata ke-12' });
      await oldest.getByRole('button', { name: 'Balas' }).click();
      await page.getByLabel('Balasan Anda').last().fill('Terima kasih, Bu.');
      await page.getByRole('dialog').getByRole('button', { name: 'Balas' }).click();
      await oldest.getByText('Terima kasih, Bu.').waitFor();
      expect(await page.locator('#ulasan li.block').count()).toBe(12);
      await neat(page, 'toko-ulasan-semua-360');
    };
    await visitAs(owner, '/icon.svg', reviews);
  });
};
