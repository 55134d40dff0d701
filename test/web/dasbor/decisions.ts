import { Buffer } from 'node:buffer';
import { encode } from 'jpeg-js';
import { expect, test } from 'vitest';
import { marketOf } from '../../market.ts';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const CITY = '35.73';
const ADMIN = `admin-${CITY}`;
const INSPECTOR = `inspektorat-${CITY}`;
const at = (slug: string) => `/dasbor/${slug}?kota=${CITY}`;

export const decisionPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const as = (person?: string) => marketOf(site().world).as(person);

  /** A good of a shop that sells, ordered by somebody and brought. */
  const brought = async (buyer: string, paymentWay?: 'cod') => {
    const { items } = await as(buyer)('GET /cities/{city}/products', { params: { city: CITY }, query: { limit: 1 } });
    const [good] = items;
    if (!good) throw new Error('nothing is offered');
    const { merchantId, productId } = good;
    const owner = site().owners.get(merchantId) ?? '';
    if (paymentWay)
      await as(owner)('PUT /merchants/{merchantId}/payment-ways', {
        params: { merchantId },
        body: { cod: { maxRupiah: 1_000_000, districts: [] }, qris: null, transfer: false },
      });
    const { orders } = await as(buyer)('POST /orders', {
      body: {
        shops: [{ merchantId, lines: [{ productId, quantity: 1 }], ...(paymentWay && { paymentWay }) }],
        deliverOn: new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10),
        deliverTo: { address: 'Jl. Semeru 9', district: '35.73.02' },
        contact: { name: 'Bu Marni', phone: '081234500099' },
      },
    });
    const params = { orderId: orders[0]?.orderId ?? '' };
    await as(owner)('POST /orders/{orderId}/accept', { params });
    await as(owner)('POST /orders/{orderId}/deliver', { params });
    return { ...params, merchantId, owner };
  };

  test('rule on a disputed order; the inspectorate reads the same and no page names who bought', async () => {
    const { orderId } = await brought('marni');
    const reason = 'Isinya tidak sesuai';
    await as('marni')('POST /orders/{orderId}/dispute', { params: { orderId }, body: { reason } });
    const one = `/dasbor/pesanan/${orderId}?kota=${CITY}`;
    await visitAs(INSPECTOR, at('pesanan'), async ({ page }) => {
      await page.locator(`a[href*="${orderId}"]`).click();
      await page.getByText(reason).waitFor();
      expect(await page.getByRole('button', { name: 'Batalkan pesanan ini' }).count()).toBe(0);
      expect(await page.locator('main').innerText()).not.toMatch(/Marni|081234500099|Semeru/);
      await neat(page, 'pesanan-perkara');
    });
    await visitAs(ADMIN, one, async ({ page, complaints }) => {
      await page.getByRole('button', { name: 'Batalkan pesanan ini' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Alasan putusan, terbaca kedua pihak').fill('Penjual mengakui barangnya keliru.');
      await dialog.getByRole('button', { name: 'Batalkan pesanan ini' }).click();
      await page.getByText('oleh kota').waitFor();
      await page.getByText('Penjual mengakui barangnya keliru.').waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test('find a refused delivery by the number a buyer complains with, and strike it: counted no more', async () => {
    const buyer = 'warsini';
    const { orderId, owner } = await brought(buyer, 'cod');
    await as(owner)('POST /orders/{orderId}/payment/refuse', { params: { orderId }, body: { reason: 'Rumah kosong' } });
    await visitAs(buyer, `/pesanan/${orderId}`, async ({ page }) => {
      await page.getByText('Dua catatan seperti ini menutup bayar di tempat').waitFor();
      const complain = page.getByRole('link', { name: 'Adukan ke kota' });
      expect(await complain.getAttribute('href')).toBe(`/akun/pengaduan?kota=${CITY}`);
      await neat(page, 'pesanan-ditolak-pembeli');
    });
    const { number } = await as()('POST /cities/{city}/complaints', {
      params: { city: CITY },
      body: {
        category: 'marketplace',
        text: `Saya di rumah. Pesanan ${orderId} dicatat tidak dibayar, padahal tidak diantar.`,
      },
    });
    await visitAs(INSPECTOR, at(`bayar-di-tempat/${orderId}`), async ({ page }) => {
      await page.getByText('Rumah kosong').waitFor();
      expect(await page.getByRole('button', { name: 'Hapus dari hitungan' }).count()).toBe(0);
    });
    await visitAs(ADMIN, at(`pengaduan/${number}`), async ({ page, complaints }) => {
      await page.getByRole('link', { name: 'Cari pesanan yang disebut' }).click();
      await page.getByRole('heading', { level: 1, name: 'Penolakan bayar di tempat' }).waitFor();
      await page.getByText('Dihitung.').waitFor();
      expect(await page.locator('main').innerText()).not.toMatch(/Marni|warsini|081234500099|Semeru/);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await neat(page, `penolakan-tunai-${width}`);
      }
      await page.getByRole('button', { name: 'Hapus dari hitungan' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Alasan putusan').fill('Tetangganya melihat kurir tidak berhenti.');
      await dialog.getByRole('button', { name: 'Hapus dari hitungan' }).click();
      await page.getByText('Tidak lagi dihitung').waitFor();
      await page.getByText('Tetangganya melihat kurir tidak berhenti.').waitFor();
      await page.getByLabel('Nomor pesanan').fill('ord_00000000000000000000000000');
      await page.getByRole('button', { name: 'Terapkan' }).click();
      await page.getByText('Tidak ada penolakan untuk nomor itu').waitFor();
      expect(complaints.filter((complaint) => !/404/.test(complaint))).toEqual([]);
    });
    await visitAs(buyer, `/pesanan/${orderId}`, async ({ page }) => {
      await page.getByText('Kota memutuskan catatan ini tidak lagi dihitung terhadap Anda.').waitFor();
      expect(await page.getByRole('link', { name: 'Adukan ke kota' }).count()).toBe(0);
    });
  });

  test('hide a review that was reported, for a reason', async () => {
    const { orderId, merchantId } = await brought('tono');
    await as('tono')('POST /orders/{orderId}/receive', { params: { orderId }, body: {} });
    const text = 'Penjualnya kasar, hubungi saya saja.';
    await as('tono')('PUT /orders/{orderId}/review', { params: { orderId }, body: { stars: 1, text } });
    const { items } = await as('tono')('GET /merchants/{merchantId}/reviews', { params: { merchantId } });
    const reviewId = items.find((review) => review.text === text)?.reviewId ?? '';
    await as('wawan')('POST /reviews/{reviewId}/report', { params: { reviewId }, body: { reason: 'Menghina' } });
    await visitAs(ADMIN, at('ulasan'), async ({ page, complaints }) => {
      const card = page.getByRole('article').filter({ hasText: text });
      await neat(page, 'ulasan-dilaporkan');
      await card.getByRole('button', { name: 'Sembunyikan' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Alasan, terbaca penulis dan penjual').fill('Hinaan tanpa isi tentang barangnya.');
      await dialog.getByRole('button', { name: 'Sembunyikan' }).click();
      await card.waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Disembunyikan' }).click();
      await page.getByRole('article').filter({ hasText: text }).waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test('answer an appeal with an outcome, and find it among the answered', async () => {
    const [merchantId = '', owner = ''] = [...site().owners][0] ?? [];
    const text = 'Toko saya tidak pernah tampil di atas.';
    await as(owner)('POST /merchants/{merchantId}/appeals', { params: { merchantId }, body: { text } });
    await visitAs(ADMIN, at('keberatan'), async ({ page, complaints }) => {
      const card = page.getByRole('article').filter({ hasText: text });
      await card.getByText('Jawab keberatan').click();
      await card.getByLabel('Hasilnya').selectOption('explained');
      await card.getByLabel('Jawaban Anda').fill('Bulan lalu toko Anda paling banyak menjual di kategorinya.');
      await neat(page, 'keberatan-jawab');
      await card.getByRole('button', { name: 'Kirim jawaban' }).click();
      await card.waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Sudah dijawab' }).click();
      await page.getByText('Urutannya sudah benar.').first().waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test('of two admins at one setting show both versions, and lose neither until one is chosen', async () => {
    await visitAs(ADMIN, at('pengaturan'), async ({ page, complaints }) => {
      await page.getByLabel('Warna kota').fill('#1F3B73');
      const city = await as(ADMIN)('GET /cities/{city}/settings', { params: { city: CITY } });
      await as(ADMIN)('PATCH /cities/{city}', {
        params: { city: CITY },
        body: { accent: '#7a1f3b' },
        headers: { 'if-match': `"${city.version}"` },
      });
      await page.getByRole('button', { name: 'Simpan pengaturan' }).click();
      await page.getByText('Petugas lain baru saja mengubah ini').waitFor();
      const row = page.getByRole('row', { name: /^Warna kota/ });
      expect(await row.getByRole('cell').allInnerTexts()).toEqual(['#1F3B73', '#7a1f3b']);
      await neat(page, 'pengaturan-dua-versi');
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await page.getByText('Tersimpan. Halaman umum ditulis ulang dalam beberapa menit.').waitFor();
      await page.getByLabel('Logo kota').setInputFiles({
        name: 'logo.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from('%PDF-1.7 bukan gambar'),
      });
      await page.getByRole('button', { name: 'Pasang logo' }).click();
      await page.locator('.flaw', { hasText: 'Ini PDF' }).waitFor();
      const { data } = encode({ data: Buffer.alloc(90 * 120 * 4, 90), width: 90, height: 120 }, 70);
      await page
        .getByLabel('Logo kota')
        .setInputFiles({ name: 'logo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(data) });
      await page.getByRole('button', { name: 'Pasang logo' }).dblclick();
      await page.getByRole('img', { name: /^Logo / }).waitFor();
      await neat(page, 'pengaturan-logo');
      // What is refused by the other version is said by the browser's console too.
      expect(complaints.filter((complaint) => !/4(12|00)/.test(complaint))).toEqual([]);
    });
    await as(ADMIN)('PATCH /cities/{city}', { params: { city: CITY }, body: { accent: null } });
  });
};
