import { expect, test } from 'vitest';
import { midtransSignature } from '../../../shared/domain/payments/notices/midtrans.ts';
import { QRIS } from '../../market.ts';
import { type Transfer, transferShot } from '../../transfer-shots.ts';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const CITY = '35.73';
const SERVER_KEY = 'kunci-midtrans-toko-ini';

/** Money that a shop has to look at twice. */
export const doubtfulMoney = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const as = (person: string) => site().as(person);

  /** A shop that takes QRIS and transfers, and a way to buy of it. */
  const shopOf = async () => {
    const { items } = await (await as('uang-ragu'))('GET /cities/{city}/products', {
      params: { city: CITY },
      query: { category: 'culinary' },
    });
    const { merchantId = '', productId = '' } = items.at(-1) ?? {};
    const owner = site().owners.get(merchantId) ?? '';
    const shop = await as(owner);
    const params = { merchantId };
    const { cod } = await shop('GET /merchants/{merchantId}/payment-ways', { params });
    await shop('PUT /merchants/{merchantId}/payment-ways', { params, body: { cod, qris: QRIS, transfer: false } });
    const buys = async (person: string) => {
      const api = await as(person);
      const terms = await api('GET /merchants/{merchantId}/delivery-terms', { params });
      const way = terms.courier ? ('courier' as const) : ('pick-up' as const);
      const delivery = { way, feeRupiah: terms.courier?.feeRupiah ?? 0 };
      const { orders } = await api('POST /orders', {
        body: {
          shops: [{ merchantId, lines: [{ productId, quantity: 2 }], delivery, paymentWay: 'qris' }],
          deliverOn: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
          deliverTo: { address: 'Jl. Ijen 1', district: '35.73.03' },
          contact: { name: 'Tuti', phone: '081234567890' },
        },
      });
      return orders[0]?.orderId ?? '';
    };
    return { merchantId, owner, shop, buys };
  };

  test('shows money of a wrong amount to its shop until somebody says what became of it, once', async () => {
    const { merchantId, owner, shop, buys } = await shopOf();
    const orderId = await buys('uang-ragu');
    const asked = { params: { merchantId, provider: 'midtrans' as const }, body: { serverKey: SERVER_KEY } };
    await shop('PUT /merchants/{merchantId}/payment-providers/{provider}', asked);
    const signed = { order_id: orderId, status_code: '200', gross_amount: '1500.00' };
    const told = {
      transaction_id: 'trx-27',
      transaction_status: 'settlement',
      transaction_time: '2026-11-27 09:14:55',
    };
    const body = JSON.stringify({ ...signed, ...told, signature_key: midtransSignature(signed, SERVER_KEY) });
    const headers = { 'content-type': 'application/json' };
    for (const _ of [1, 2])
      await fetch(`${site().url}/api/merchants/${merchantId}/payment-notices/midtrans`, {
        method: 'POST',
        headers,
        body,
      });
    // Who paid reads that their money was told of, and is not asked to pay again.
    await visitAs('uang-ragu', `/pesanan/${orderId}`, async ({ page, complaints }) => {
      await page.getByText(/^Uang Anda Rp1\.500 sudah sampai ke penjual, tetapi jumlahnya lain/).waitFor();
      await expect.poll(() => page.getByText('Ketik jumlah').isVisible()).toBe(false);
      await page.getByText('Lihat cara membayar').click();
      await page.getByText('Ketik jumlah').waitFor();
      await neat(page, 'uang-lain-jumlahnya-360');
      expect(complaints).toEqual([]);
    });
    const path = `/toko-saya/?toko=${merchantId}`;
    await visitAs(owner, path, async ({ page, complaints }) => {
      const block = page.locator('section', { hasText: 'Uang masuk yang perlu dilihat (1)' }).last();
      await block.getByText('Rp1.500').waitFor();
      await block.getByText(/Jumlahnya tidak sama dengan pesanannya/).waitFor();
      await block.getByText('Midtrans').waitFor();
      await neat(page, 'uang-perlu-dilihat-360');
      // The same page stands open on another device.
      const other = await page.context().newPage();
      await other.goto(path);
      await other.getByText('Uang masuk yang perlu dilihat (1)').waitFor();
      await block.getByRole('link', { name: 'Lihat pesanan' }).click();
      await page.getByText('Belum dibayar').first().waitFor();
      await page.goBack();
      const settles = async (on: typeof page, why: string) => {
        await on.getByRole('button', { name: 'Sudah saya urus' }).first().click();
        const dialog = on.getByRole('dialog', { name: 'Sudah saya urus' });
        await dialog.getByRole('button', { name: 'Sudah saya urus' }).click();
        // Without a word of what became of it nothing is sent.
        await dialog.getByRole('textbox').fill(why);
        await dialog.getByRole('button', { name: 'Sudah saya urus' }).dblclick();
      };
      await settles(page, 'Dikembalikan lewat Midtrans');
      await expect.poll(() => page.getByText('Uang masuk yang perlu dilihat').count()).toBe(0);
      await settles(other, 'Tidak pernah datang');
      await other.getByRole('alert').waitFor();
      await expect.poll(() => other.getByRole('button', { name: 'Sudah saya urus' }).count()).toBe(0);
      await page.reload();
      await page.getByRole('heading', { level: 1, name: 'Toko saya' }).waitFor();
      expect(await page.getByText('Uang masuk yang perlu dilihat').count()).toBe(0);
      // What the other device was refused is the only thing the browser had to say.
      expect(complaints).toEqual([]);
    });
    await visitAs('uang-ragu', `/pesanan/${orderId}`, async ({ page }) => {
      await page.getByText('Uang masuk Rp1.500. Penjual menulis: “Dikembalikan lewat Midtrans”').waitFor();
      await page.getByText('Ketik jumlah').waitFor();
    });
  });

  test('asks the shop to look twice where a picture looks like the proof of another order', async () => {
    const { owner, buys } = await shopOf();
    const paid: Transfer = { rupiah: 'Rp36.000', at: '27 Nov 2026 09:14', number: '20261127091455', from: 'TUTI 4821' };
    const shows = async (person: string, ...shot: Parameters<typeof transferShot>) => {
      const [orderId, api] = [await buys(person), await as(person)];
      const { rawBody, headers } = transferShot(...shot);
      const token = await site().token(person);
      const sent = await fetch(`${site().url}/api/orders/${orderId}/photos/proof`, {
        method: 'POST',
        headers: { ...headers, authorization: `Bearer ${token}` },
        body: Buffer.from(rawBody, 'latin1'),
      });
      const { photoId } = (await sent.json()) as { photoId: string };
      await api('POST /orders/{orderId}/payment/claim', { params: { orderId }, body: { proofId: photoId } });
      return orderId;
    };
    const first = await shows('uang-ragu', paid);
    const second = await shows('uang-ragu-lain', paid, { scale: 3.2, top: 0.1, foot: 0.08 });
    await visitAs(owner, `/pesanan/${second}`, async ({ page }) => {
      const question = page.getByText(/Gambar ini mirip dengan bukti/);
      await question.waitFor();
      await neat(page, 'bukti-mirip-360');
      await question.getByRole('link').click();
      await page.waitForURL(`**/pesanan/${first}#bayar`);
      expect(await page.getByText(/Gambar ini mirip/).count()).toBe(0);
      await page.goBack();
      await page.getByRole('button', { name: 'Belum masuk' }).click();
      const dialog = page.getByRole('dialog', { name: 'Belum masuk' });
      await dialog.getByRole('textbox').fill('Baru masuk Rp30.000');
      await dialog.getByRole('button', { name: 'Belum masuk' }).dblclick();
      await page.getByText('Anda belum menemukan uangnya.').waitFor();
    });
    // What the shop wrote is read by whom it was written to.
    await visitAs('uang-ragu-lain', `/pesanan/${second}`, async ({ page }) => {
      await page.getByText('Penjual menulis: “Baru masuk Rp30.000”').waitFor();
      await neat(page, 'uang-belum-ditemukan-360');
      await page.getByRole('button', { name: 'Saya sudah bayar' }).click();
      await page.getByText('Penjual sedang mencocokkan').waitFor();
      expect(await page.getByText('Baru masuk Rp30.000').count()).toBe(0);
    });
    await visitAs(owner, `/pesanan/${second}`, async ({ page, complaints }) => {
      // It is a question: the shop that saw the money confirms as ever.
      await page.getByRole('button', { name: /sudah masuk/ }).dblclick();
      await page.getByText('Lunas').first().waitFor();
      expect(complaints).toEqual([]);
    });
    await visitAs('uang-ragu-lain', `/pesanan/${second}`, async ({ page }) => {
      await page.getByText('Lunas').first().waitFor();
      expect(await page.getByText(/mirip/).count()).toBe(0);
    });
  });
};
