import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tellPeople } from '../../functions/notices/tell-people.ts';
import { articles } from '../../web/storefront/help/articles.ts';
import { findArticles } from '../../web/storefront/help/find-articles.ts';
import { hear } from '../hear.ts';
import { attended, desk, ready, type Visit, walk } from './browser.ts';
import type { Site } from './serve.ts';
import { neat, signingIn, visitingAs } from './signed-in.ts';

const DAPUR = '/malang/konsumsi-rapat';

/** The worker stands between this page and the network. */
const workerThere = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

export const patientPages = (visit: Visit, site: () => Site): void => {
  const signInAs = signingIn(site);
  const visitAs = visitingAs(visit, site);
  const attendedAs: typeof visitAs = (person, path, look) => visitAs(person, path, look, attended);
  const waitingOf = async (person: string) =>
    (await (await site().as(person))('GET /me/orders')).items.filter(({ state }) => state === 'placed');
  const toCheck = async (page: Page): Promise<void> => {
    await page.locator('.card .quick').first().click();
    await page.goto('/keranjang/');
    await page.getByRole('button', { name: 'Lanjut ke alamat' }).click();
    await page.getByLabel('Nama penerima').fill('Ani Lestari');
    await page.getByLabel('Nomor HP (WhatsApp)').fill('0812 3456 7890');
    await page.getByLabel('Jalan dan nomor rumah').fill('Jl. Kawi 2');
    await page.getByLabel('Kecamatan').selectOption({ label: 'Klojen' });
    await page.getByRole('button', { name: 'Periksa pesanan' }).click();
    await page.getByRole('button', { name: 'Buat pesanan' }).waitFor();
  };

  test('read every page of help without a script, and from the same place of every page', async () => {
    for (const path of ['/bantuan/', ...articles.map(({ slug }) => `/bantuan/${slug}/`)])
      await visit(
        path,
        async ({ page, complaints }) => {
          expect(await page.locator('h1').count()).toBe(1);
          expect((await page.locator('main').innerText()).length).toBeGreaterThan(150);
          expect(await page.locator('footer a[href="/bantuan/"]').count()).toBe(1);
          expect(complaints).toEqual([]);
        },
        { javaScriptEnabled: false },
      );
    for (const path of ['/', '/keranjang/', '/dasbor/'])
      await visit(path, async ({ page }) => {
        await page.locator('footer a[href="/bantuan/"]').waitFor();
      });
  });

  test('find help by words, misspelt ones too, and the office of one’s own city', async () => {
    const texts = articles.map(({ title, words }) => `${title} ${words}`);
    const found = (wanted: string) =>
      articles.filter((_, place) => findArticles(wanted, texts)[place]).map(({ slug }) => slug);
    expect(found('kuitansi')).toEqual(['spj']);
    expect(found('kwitansi')).toEqual(['spj']);
    expect(found('QRIS bayar')).toEqual(['bayar']);
    expect(found('bayar')).not.toContain('pasang-di-hp');
    // As people say it, not as the pages do.
    for (const [said, slug] of [
      ['komplain', 'terima-barang'],
      ['kurir', 'belanja'],
      ['bayar ditempat', 'bayar'],
      ['lupa sandi', 'akun'],
      ['tidak bisa masuk', 'akun'],
      ['rekening toko', 'menjual'],
    ] as const)
      expect([said, found(said)]).toEqual([said, expect.arrayContaining([slug])]);
    expect(found('helikopter')).toEqual([]);
    expect(found('')).toHaveLength(articles.length);
    const admin = await site().as('admin-35.73');
    await admin('PATCH /cities/{city}', { params: { city: '35.73' }, body: { helpPhone: '0811-2222-3333' } });
    await visit(DAPUR, async ({ page, complaints }) => {
      await ready(page);
      await page.goto('/bantuan/');
      await page.getByLabel('Cari bantuan').fill('omset');
      await expect.poll(() => page.locator('#topik li:visible').count()).toBe(1);
      await page.getByLabel('Cari bantuan').fill('helikopter');
      await page.getByText('Belum ada bantuan tentang itu').waitFor();
      await page.getByLabel('Cari bantuan').fill('');
      const office = page.getByRole('link', { name: 'WhatsApp dinas Kota Malang' });
      expect(await office.getAttribute('href')).toContain('wa.me/6281122223333');
      await neat(page, 'bantuan-360');
      const stops = await walk(page);
      expect(stops.filter(({ seen, marked }) => !seen || !marked)).toEqual([]);
      await page.goto('/bantuan/data-pribadi/');
      await neat(page, 'bantuan-data-360');
      expect(complaints).toEqual([]);
    });
    await visit('/bantuan/belanja/', async ({ page }) => neat(page, 'bantuan-belanja-meja'), desk);
  });

  test('show a person what waits and what is new, and forget what was seen', async () => {
    const [shop] = site().owners.entries();
    const [merchantId, owner] = shop ?? ['', ''];
    const goods = await (await site().as())('GET /merchants/{merchantId}/products', { params: { merchantId } });
    const [product] = goods.items;
    const { orders } = await (await site().as('penelepon'))('POST /orders', {
      body: {
        shops: [{ merchantId, lines: [{ productId: product?.productId ?? '', quantity: 1 }] }],
        deliverOn: new Date(Date.now() + 3 * 864e5).toISOString().slice(0, 10),
        deliverTo: { address: 'Jl. Kawi 2', district: '35.73.03' },
        contact: { name: 'Bu <b>Rini</b>', phone: '08123456789' },
      },
    });
    const [order] = orders;
    const told = () =>
      hear(
        tellPeople(() => site().world),
        ['OrderMoved', { orderId: order?.orderId }],
      );
    await told();
    await visitAs(owner, '/kabar/', async ({ page, complaints }) => {
      await page.getByRole('heading', { name: /^Menunggu Anda/ }).waitFor();
      await page.getByText('Bu <b>Rini</b> memesan').waitFor();
      await neat(page, 'kabar-360');
      await page.goto('/pesanan/');
      await expect.poll(() => page.locator('.foot-bar .count').innerText()).toMatch(/^\d/);
      await page.goto('/akun/');
      await page.getByRole('link', { name: /^Kabar/ }).click();
      await page.getByRole('button', { name: 'Tandai semua sudah dibaca' }).click();
      await expect.poll(() => page.locator('.foot-bar .count').count()).toBe(0);
      // Seen is not done: it still waits.
      await page.getByRole('heading', { name: /^Menunggu Anda/ }).waitFor();
      await page.getByText('Atur pemberitahuan').click();
      await page.getByLabel('Ulasan').uncheck();
      await page.getByLabel('Dari').fill('20:00');
      await page.getByRole('button', { name: 'Simpan' }).click();
      await page.getByText('Tersimpan.').waitFor();
      await neat(page, 'kabar-atur-360');
      expect(complaints).toEqual([]);
    });
    const settings = await (await site().as(owner))('GET /me/notice-settings');
    expect(settings).toMatchObject({ push: { reviews: false, orders: true }, quiet: { from: '20:00', to: '05:00' } });
    await (await site().as(owner))('POST /orders/{orderId}/accept', { params: { orderId: order?.orderId ?? '' } });
    await told();
    await visitAs('penelepon', '/kabar/', async ({ page }) => {
      await page.getByText('Pesanan diterima penjual').waitFor();
      await page.locator('.notice-row').first().click();
      await page.waitForURL(/\/pesanan\/ord_/);
      await expect.poll(async () => (await (await site().as('penelepon'))('GET /me/notices/count')).unread).toBe(0);
    });
    await visitAs(owner, '/kabar/', async ({ page }) => neat(page, 'kabar-meja'), desk);
    await visitAs('pendatang', '/kabar/', async ({ page }) => {
      await page.getByText('Belum ada kabar').waitFor();
      await neat(page, 'kabar-kosong-360');
    });
  });

  test('hand over a copy of what is kept of an account, as a file', async () => {
    await visitAs('pembeli', '/akun/', async ({ page, complaints }) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Unduh data saya' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('data-pasar-rata.json');
      await neat(page, 'akun-data-360');
      await page.getByRole('button', { name: 'Unduh data saya' }).click();
      await page.getByText('Salinan baru saja dibuat').waitFor();
      expect(complaints.filter((one) => !one.includes('429'))).toEqual([]);
    });
  });

  test('have everything of an account erased in three days, and take it back', async () => {
    await visitAs('pamit', '/akun/', async ({ page, complaints }) => {
      await page.getByRole('link', { name: 'Hapus akun saya' }).click();
      await page.getByRole('heading', { name: 'Yang tetap, dan sebabnya' }).waitFor();
      await neat(page, 'hapus-akun-360');
      await page.getByLabel('Ketik HAPUS untuk meminta').fill('hapus');
      await page.getByRole('button', { name: 'Hapus data saya' }).click();
      await page.getByText('dengan huruf besar').first().waitFor();
      await page.getByLabel('Ketik HAPUS untuk meminta').fill('HAPUS');
      await page.getByRole('button', { name: 'Hapus data saya' }).click();
      await page.getByRole('heading', { name: 'Dihapus mulai' }).waitFor();
      await neat(page, 'hapus-akun-menunggu-360');
      await page.getByRole('button', { name: 'Ambil kembali' }).click();
      await page.getByLabel('Ketik HAPUS untuk meminta').waitFor();
      expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
    });
  });

  test('close a shop for good, and leave it as its last owner', async () => {
    const { merchantId } = await (await site().as('pamit-toko'))('POST /merchants', {
      body: {
        cityCode: '35.73',
        kind: 'person',
        nik: '3573024508809901',
        name: 'Warung Pamit',
        ownerName: 'Pamit',
        phone: '0812-9999-0001',
        district: '35.73.02',
        village: '35.73.02.1001',
        address: 'Jl. Pamit 1',
        category: 'culinary',
      },
    });
    await (await site().as('admin-35.73'))('POST /merchants/{merchantId}/verify', { params: { merchantId } });
    await visitAs('pamit-toko', '/toko-saya/', async ({ page, complaints }) => {
      await page.getByText('Tutup toko untuk seterusnya').click();
      await page.getByLabel('Ketik TUTUP untuk menutup').fill('TUTUP');
      await neat(page, 'tutup-toko-360');
      await page.getByRole('button', { name: 'Tutup toko ini' }).dblclick();
      await page.getByText('Toko ini sudah Anda tutup').waitFor();
      await neat(page, 'tutup-toko-sudah-360');
      page.once('dialog', (dialog) => dialog.accept());
      await page.getByRole('button', { name: 'Lepaskan peran saya' }).click();
      await page.waitForURL(/\/akun\//);
      expect(complaints).toEqual([]);
    });
    expect((await (await site().as('pamit-toko'))('GET /me/erasure')).obstacles).toEqual([]);
  });

  test('open the last list and the cart without a network, and send an order once it is back', async () => {
    await attendedAs('perantau', DAPUR, async ({ page }) => {
      await workerThere(page);
      // What was fetched before the worker stood there is fetched once more, through it.
      await page.reload();
      await ready(page);
      await toCheck(page);
      const { length } = await waitingOf('perantau');
      await page.context().setOffline(true);
      await page.getByRole('button', { name: 'Buat pesanan' }).click();
      await page.getByRole('heading', { name: 'Belum terkirim' }).waitFor();
      await page.getByText('Tidak ada koneksi internet. Yang tampil').waitFor();
      await neat(page, 'luring-belum-terkirim-360');
      // Who loads the page again is told so again.
      await page.reload();
      await page.getByText('Belum terkirim. Pesanan ini dikirim sendiri saat tersambung').waitFor();
      await page.goto(DAPUR);
      await page.locator('.card').first().waitFor();
      await neat(page, 'luring-daftar-360');
      await page.goto('/keranjang/');
      await page.getByRole('heading', { level: 1, name: 'Keranjang' }).waitFor();
      expect(await waitingOf('perantau')).toHaveLength(length);
      await page.context().setOffline(false);
      await page.getByText('Menunggu diterima penjual').first().waitFor();
      expect(await waitingOf('perantau')).toHaveLength(length + 1);
    });
  });

  test('say without a network what cannot be shown, with the rest of the market one tap away', async () => {
    await attendedAs('luring-pertama', '/bantuan/', async ({ page }) => {
      await workerThere(page);
      await page.reload();
      await ready(page);
      await page.context().setOffline(true);
      for (const path of ['/pesanan/', '/akun/', '/kabar/']) {
        await page.goto(path);
        await page.locator('main').waitFor();
        await page.locator('.foot-bar a[href="/keranjang/"]').waitFor();
        // The browser goes back to a page that it is led away from while it still looks for what is not to be had.
        await page.waitForLoadState('networkidle');
      }
      await page.goto('/pesanan/');
      await page.getByRole('button', { name: 'Coba lagi' }).waitFor();
      await neat(page, 'luring-pesanan-pertama-360');
      // Once there is a line again it shows itself, and nobody has to tap.
      await page.context().setOffline(false);
      await page.getByRole('heading', { name: 'Pesanan saya' }).waitFor();
    });
  });

  test('let the second tap of two fall on nothing that came under the finger meanwhile', async () => {
    await visit('/bantuan/', async ({ page }) => {
      await ready(page);
      await page.evaluate(() => {
        const list = document.createElement('div');
        list.id = 'antrean';
        list.style.cssText = 'position:fixed;inset:0 auto auto 0;z-index:9';
        for (const name of ['satu', 'dua']) {
          const row = Object.assign(document.createElement('button'), { textContent: name });
          row.style.cssText = 'display:block;width:100px;height:60px';
          row.addEventListener('click', () => {
            document.body.dataset['tapped'] = `${document.body.dataset['tapped'] ?? ''}${name} `;
            row.remove();
          });
          list.append(row);
        }
        document.body.append(list);
      });
      const tapped = () => page.evaluate(() => document.body.dataset['tapped']);
      await page.mouse.dblclick(50, 30);
      expect(await tapped()).toBe('satu ');
      // Somebody who means the next one taps it again.
      await page.mouse.click(50, 30);
      expect(await tapped()).toBe('satu dua ');
    });
  });

  test('send one order from two tabs that come back at once', async () => {
    await attendedAs('dua-layar', DAPUR, async ({ page }) => {
      await toCheck(page);
      const other = await page.context().newPage();
      await other.goto('/keranjang/');
      await other.getByRole('heading', { level: 1, name: 'Keranjang' }).waitFor();
      await page.context().setOffline(true);
      await page.getByRole('button', { name: 'Buat pesanan' }).dblclick();
      await page.getByRole('heading', { name: 'Belum terkirim' }).waitFor();
      await page.context().setOffline(false);
      // A tab that has sent it already has gone to its order.
      await Promise.all(
        [page, other].map((tab) => tab.evaluate(() => dispatchEvent(new Event('online'))).catch(() => {})),
      );
      await expect.poll(async () => (await waitingOf('dua-layar')).length).toBe(1);
      await new Promise((later) => setTimeout(later, 1_000));
      expect(await waitingOf('dua-layar')).toHaveLength(1);
    });
  });

  test('send no order under another account, nor one whose address was changed', async () => {
    await attendedAs('yang-pertama', DAPUR, async (seen) => {
      const { page } = seen;
      await toCheck(page);
      await page.context().setOffline(true);
      await page.getByRole('button', { name: 'Buat pesanan' }).click();
      await page.getByRole('heading', { name: 'Belum terkirim' }).waitFor();
      await signInAs(seen, 'yang-kedua');
      await page.context().setOffline(false);
      await page.goto('/pesanan/');
      await page.getByText('Belum terkirim').waitFor();
      await neat(page, 'pesanan-belum-terkirim-360');
      expect(await waitingOf('yang-kedua')).toEqual([]);
      await page.getByRole('button', { name: 'Jangan kirim dulu' }).click();
      await signInAs(seen, 'yang-pertama');
      await page.reload();
      await ready(page);
      expect(await waitingOf('yang-pertama')).toEqual([]);
    });
  });

  test('show nothing of somebody who left in another tab', async () => {
    await visitAs('yang-pergi', DAPUR, async ({ page }) => {
      await toCheck(page);
      const other = await page.context().newPage();
      await other.goto('/bantuan/');
      await other.evaluate(() => localStorage.clear());
      await page.getByText('Keranjang masih kosong').waitFor();
      await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
      expect(await waitingOf('yang-pergi')).toEqual([]);
    });
  });

  test('tell of a new version when nobody is in the middle of a form, and never change by itself', async () => {
    await attendedAs('pembaru', '/bantuan/', async ({ page }) => {
      await workerThere(page);
      await page.getByLabel('Cari bantuan').fill('bayar');
      await appendFile(join(site().folder, 'site', 'sw.js'), '\n// another build');
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
      await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
      await new Promise((later) => setTimeout(later, 3_500));
      expect(await page.getByText('Versi baru').count()).toBe(0);
      expect(await page.getByLabel('Cari bantuan').inputValue()).toBe('bayar');
      // The form is sent, and left.
      await page.getByLabel('Cari bantuan').press('Enter');
      await page.getByLabel('Cari bantuan').blur();
      await page.getByText('Versi baru Pasar Rata siap.').waitFor();
      await neat(page, 'versi-baru-360');
      const [response] = await Promise.all([
        page.waitForNavigation(),
        page.getByRole('button', { name: 'Muat ulang' }).click(),
      ]);
      expect(response?.ok()).toBe(true);
      expect(await page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))).toBe(
        false,
      );
    });
  });
};
