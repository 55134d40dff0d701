import { expect, test } from 'vitest';
import type { Visit } from '../browser.ts';
import { desk } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const CITY = '35.73';

/** What a shop sees of its own month, and how it calls somebody in. */
export const sellingPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const as = (person: string) => site().as(person);

  /** Something sold and received, and one more that is waited for. */
  const sold = async () => {
    const api = await as('uang-pembeli');
    const { items } = await api('GET /cities/{city}/products', {
      params: { city: CITY },
      query: { category: 'culinary' },
    });
    const good = items[0];
    if (!good) throw new Error('nothing to eat is offered');
    const { merchantId, productId } = good;
    const owner = site().owners.get(merchantId) ?? '';
    const deliverOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const terms = await api('GET /merchants/{merchantId}/delivery-terms', { params: { merchantId } });
    const way = terms.courier ? 'courier' : 'pick-up';
    const { orders } = await api('POST /orders', {
      body: {
        shops: [
          {
            merchantId,
            lines: [{ productId, quantity: 2 }],
            delivery: { way, feeRupiah: terms.courier?.feeRupiah ?? 0 },
          },
        ],
        deliverOn,
        deliverTo: { address: 'Jl. Ijen 1', district: '35.73.03' },
        contact: { name: 'Tuti', phone: '081234567890' },
      },
    });
    const params = { orderId: orders[0]?.orderId ?? '' };
    const shop = await as(owner);
    await shop('POST /orders/{orderId}/accept', { params });
    await shop('POST /orders/{orderId}/deliver', { params });
    await api('POST /orders/{orderId}/receive', { params, body: {} });
    return { merchantId, owner };
  };

  test('shows a shop its month of money, from its page, and gives it as files', async () => {
    const { merchantId, owner } = await sold();
    await visitAs(owner, `/toko-saya/?toko=${merchantId}`, async ({ page, complaints }) => {
      await page.getByRole('link', { name: /^Uang dan rekening koran/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Uang' }).waitFor();
      // The money follows its order a moment later.
      await expect
        .poll(async () => {
          await page.reload();
          return page.getByRole('heading', { name: /^Pesanan \([1-9]\d*\)/ }).count();
        })
        .toBe(1);
      await page
        .getByText(/Belum dibayar/)
        .first()
        .waitFor();
      await neat(page, 'uang-360');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Unduh PDF' }).click();
      expect((await download).suggestedFilename()).toMatch(/^rekening-koran-20\d\d-\d\d\.pdf$/);
      const before = page.locator('nav[aria-label="Bulan"] a').first();
      const month = (await before.innerText()).replace('‹', '').trim();
      await before.click();
      await page.locator('nav[aria-label="Bulan"] [aria-current]', { hasText: month }).waitFor();
      await page.goto(`/toko-saya/uang?toko=${merchantId}&bulan=2025-01`);
      await page.getByText('Belum ada barang yang sampai ke pembeli pada Januari 2025').waitFor();
      expect(complaints).toEqual([]);
    });
    await visitAs(owner, `/toko-saya/uang?toko=${merchantId}`, ({ page }) => neat(page, 'uang-1280'), desk);
  });

  test('makes a link for somebody whose account nobody knows, which is taken once', async () => {
    const [merchantId, owner] = [...site().owners].at(-1) ?? ['', ''];
    let link = '';
    await visitAs(owner, `/toko-saya/?toko=${merchantId}`, async ({ page, complaints }) => {
      const block = page.locator('details', { hasText: 'Undang orang lewat tautan' });
      await block.locator('summary').click();
      await block.getByText('Tidak ada tautan yang menunggu.').waitFor();
      await block.getByRole('button', { name: 'Buat tautan untuk karyawan' }).dblclick();
      link = (await block.locator('.code').textContent()) ?? '';
      await block.getByRole('button', { name: 'Tarik' }).first().waitFor();
      expect(await block.getByRole('link', { name: 'Kirim lewat WhatsApp' }).getAttribute('href')).toContain('wa.me');
      await neat(page, 'undang-tautan-360');
      expect(complaints).toEqual([]);
    });
    const path = link.slice(site().url.length);
    await visit(path, async ({ page }) => {
      await page.getByRole('heading', { name: 'Anda diundang bergabung' }).waitFor();
      await page.getByRole('button', { name: 'Masuk' }).waitFor();
      await neat(page, 'undangan-belum-masuk-360');
    });
    await visitAs('karyawan-baru', path, async ({ page }) => {
      await page.getByRole('button', { name: 'Terima undangan' }).dblclick();
      await page.getByRole('heading', { name: 'Anda sekarang karyawan' }).waitFor();
      await neat(page, 'undangan-diterima-360');
      expect(page.url()).not.toContain('#');
      await page.getByRole('link', { name: 'Buka Toko saya' }).click();
      await page.getByRole('heading', { level: 1, name: 'Toko saya' }).waitFor();
    });
    await visitAs('orang-lain', path, async ({ page }) => {
      await page.getByRole('button', { name: 'Terima undangan' }).click();
      await page.getByText(/sudah dipakai, sudah ditarik, atau lewat waktunya/).waitFor();
      await neat(page, 'undangan-sudah-dipakai-360');
    });
  });

  test('lets an owner change what the shop says at once, and propose what the city has to see', async () => {
    const [merchantId, owner] = [...site().owners].at(-1) ?? ['', ''];
    const params = { merchantId };
    await visitAs(owner, `/toko-saya/?toko=${merchantId}`, async ({ page, complaints }) => {
      const facts = page.locator('#data-toko');
      await facts.getByText('Ubah nama, alamat, atau nomor HP').click();
      const name = await facts.getByLabel('Nama toko').inputValue();
      await facts.getByLabel('Tentang toko').fill('Resep ibu sejak 1987.');
      await facts.getByLabel('Nomor HP toko').fill('0813-1111-2222');
      await facts.getByLabel('Nama toko').fill(`${name} Baru`);
      await facts.getByRole('button', { name: 'Simpan data toko' }).dblclick();
      await facts.getByText('Tersimpan.').waitFor();
      await facts.getByText(`Menunggu persetujuan kota: nama “${name} Baru”.`).waitFor();
      await neat(page, 'data-toko-360');
      await facts.getByRole('button', { name: 'Tarik usulan ini' }).click();
      await expect.poll(() => facts.getByText('Menunggu persetujuan kota').count()).toBe(0);
      expect(complaints).toEqual([]);
      const file = await (await as(owner))('GET /merchants/{merchantId}/file', { params });
      expect(file).toMatchObject({
        name,
        description: 'Resep ibu sejak 1987.',
        phone: '+6281311112222',
        proposed: { state: 'withdrawn' },
      });
    });
  });

  test('takes the keys of a shop’s provider, and tells its owner when the account was changed', async () => {
    const [merchantId, owner] = [...site().owners].at(-1) ?? ['', ''];
    await visitAs(owner, `/toko-saya/?toko=${merchantId}`, async ({ page, complaints }) => {
      const providers = page.locator('#penyedia-bayar');
      await providers.locator('summary').first().click();
      await providers.getByText('Midtrans', { exact: true }).click();
      await providers.getByLabel('Server Key').fill('SB-Mid-server-abcdefgh');
      await providers.getByRole('button', { name: 'Simpan kunci Midtrans' }).click();
      await providers.getByText(`/api/merchants/${merchantId}/payment-notices/midtrans`).waitFor();
      const account = page.locator('#rekening-toko');
      await account
        .getByText(/(Isi|Ganti) rekening/)
        .first()
        .click();
      await account.getByLabel('Bank').selectOption({ label: 'BRI' });
      await account.getByLabel('Nomor rekening').fill('0012 0100 0123 456');
      await account.getByLabel('Atas nama').fill('Sari');
      await account.getByRole('button', { name: 'Simpan rekening' }).click();
      await account.getByText('Rekening tersimpan.').waitFor();
      await account.getByText('Kapan rekening ini diganti').click();
      await account
        .getByText(/dengan akun Anda\.$/)
        .first()
        .waitFor();
      await neat(page, 'toko-saya-uang-360');
      expect(complaints).toEqual([]);
    });
  });

  test('lets anybody report a review, and its writer take it back', async () => {
    const { merchantId } = await sold();
    const buyer = await as('uang-pembeli');
    const { items } = await buyer('GET /me/orders', { query: { limit: 5 } });
    const { orderId = '' } = items.find((order) => order.merchantId === merchantId && order.state === 'received') ?? {};
    await buyer('PUT /orders/{orderId}/review', { params: { orderId }, body: { stars: 2, text: 'Kurang hangat.' } });
    const found = await buyer('GET /merchants/{merchantId}/reviews', { params: { merchantId } });
    const reviewId = found.items.find(({ text }) => text === 'Kurang hangat.')?.reviewId;
    await visitAs('tetangga', `/akun/lapor-ulasan?ulasan=${reviewId}`, async ({ page, complaints }) => {
      await page.getByLabel('Apa yang salah dengan ulasan ini?').fill('Bukan tentang barangnya.');
      await neat(page, 'lapor-ulasan-360');
      await page.getByRole('button', { name: 'Kirim laporan' }).dblclick();
      await page.getByText('Laporan terkirim ke dinas').waitFor();
      expect(complaints).toEqual([]);
    });
    const admin = await as('admin-35.73');
    const reported = await admin('GET /cities/{city}/reviews', {
      params: { city: CITY },
      query: { which: 'reported' },
    });
    expect(reported.items.some((review) => review.reviewId === reviewId)).toBe(true);
    await visitAs('uang-pembeli', `/pesanan/${orderId}`, async ({ page, complaints }) => {
      await page.getByRole('button', { name: 'Tarik ulasan' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Tarik ulasan' }).click();
      await page.getByText('Ulasan ini sudah Anda tarik.').waitFor();
      await neat(page, 'ulasan-ditarik-360');
      expect(complaints).toEqual([]);
    });
    const after = await buyer('GET /merchants/{merchantId}/reviews', { params: { merchantId } });
    expect(after.items.some((review) => review.reviewId === reviewId)).toBe(false);
  });

  test('asks for nothing that is not there, on the pages people open every day', async () => {
    const { merchantId, owner } = await sold();
    const api = await as('uang-pembeli');
    const [order] = (await api('GET /me/orders', { query: { limit: 5 } })).items;
    const pages: readonly (readonly [person: string, path: string])[] = [
      ['uang-pembeli', `/pesanan/${order?.orderId}`],
      ['uang-pembeli', '/pesanan/'],
      ['uang-pembeli', '/akun/'],
      ['uang-pembeli', '/kabar/'],
      ['uang-pembeli', '/keranjang/'],
      ['uang-pembeli', '/kantor/'],
      ['uang-pembeli', '/jual/'],
      [owner, `/pesanan/${order?.orderId}`],
      [owner, `/toko-saya/?toko=${merchantId}`],
    ];
    for (const [person, path] of pages)
      await visit('/icon.svg', async ({ page }) => {
        const failed: string[] = [];
        page.on('response', (answer) => {
          if (answer.status() >= 400) failed.push(`${path}: ${answer.status()} ${answer.url()}`);
        });
        const session = { token: await site().token(person), name: person, until: Date.now() + 600_000 };
        await page.evaluate((kept) => localStorage.setItem('masuk', kept), JSON.stringify(session));
        await page.goto(path, { waitUntil: 'networkidle' });
        // What opens may bring more to open: all that is closed is opened at once, and looked for again.
        for (let round = 0; round < 3; round++) {
          await page.evaluate(() => {
            for (const one of document.querySelectorAll('details')) one.open = true;
          });
          await page.waitForLoadState('networkidle');
        }
        expect(failed).toEqual([]);
      });
  });
};
