import { expect, test } from 'vitest';
import { simulatedKeys } from '../../../infra/local/courier/keys.ts';
import { noticeOf } from '../../../infra/local/courier/wire.ts';
import { weekdayCodes } from '../../../shared/domain/centres/schedule-words.ts';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const CITY = '35.73';

/** A courier from the shop's tap to the buyer's door, and what each of them reads meanwhile. */
export const deliveryWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  /** An order that its shop accepted. */
  const accepted = async (buyer: string) => {
    const api = await site().as(buyer);
    const query = { category: 'culinary' } as const;
    const { items } = await api('GET /cities/{city}/products', { params: { city: CITY }, query });
    const [good] = items;
    if (!good) throw new Error('nothing to eat is offered');
    const { merchantId, productId } = good;
    const terms = await api('GET /merchants/{merchantId}/delivery-terms', { params: { merchantId } });
    const delivery = { way: 'courier' as const, feeRupiah: terms.courier?.feeRupiah ?? 0 };
    const { orders } = await api('POST /orders', {
      body: {
        shops: [{ merchantId, lines: [{ productId, quantity: 2 }], delivery }],
        deliverOn: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
        deliverTo: { address: 'Jl. Ijen 1', district: `${CITY}.03` },
        contact: { name: 'Tuti', phone: '081234567890' },
      },
    });
    const params = { orderId: orders[0]?.orderId ?? '' };
    const owner = site().owners.get(merchantId) ?? '';
    await (await site().as(owner))('POST /orders/{orderId}/accept', { params });
    return { ...params, owner };
  };

  test('leaves by one tap, and comes with the code that its buyer reads out', async () => {
    const { orderId, owner } = await accepted('kurir-pembeli');
    const kept = { pin: '' };
    await visitAs(owner, `/pesanan/${orderId}`, async ({ page, complaints }) => {
      await page.getByRole('button', { name: 'Kurir toko sendiri' }).click();
      await page.getByText('Menunggu kurir').waitFor();
      await page.getByRole('button', { name: 'Kurir berangkat' }).click();
      await page.getByText('Dalam perjalanan').waitFor();
      await neat(page, 'kurir-toko-hp');
      expect(complaints).toEqual([]);
    });
    await visitAs('kurir-pembeli', `/pesanan/${orderId}`, async ({ page, complaints }) => {
      const said = await page.getByText(/Kode terima Anda \d{4}/).innerText();
      kept.pin = /\d{4}/.exec(said)?.[0] ?? '';
      await neat(page, 'kurir-pembeli-hp');
      expect(complaints).toEqual([]);
    });
    await visitAs(owner, `/pesanan/${orderId}`, async ({ page, complaints }) => {
      await page.getByLabel(/^Kode terima dari pembeli/).fill(kept.pin);
      await page.getByRole('button', { name: 'Sudah sampai' }).click();
      await page.getByText('Sampai menurut kurir').waitFor();
      await page.getByText('Bukti: kode terima dari pembeli.').waitFor();
      await page.getByText('Kata kurir bukan tanda terima.').waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test('that lost the goods, or brought them back, leaves both sides what to do, and the buyer free to call it off', async () => {
    const { orderId, owner } = await accepted('hilang-pembeli');
    await visitAs(owner, `/pesanan/${orderId}`, async ({ page, complaints }) => {
      await page.getByRole('button', { name: 'Kurir toko sendiri' }).click();
      await page.getByRole('button', { name: 'Kurir berangkat' }).click();
      await page.getByRole('button', { name: 'Dibawa kembali' }).click();
      await page.getByText('Jangan batalkan pesanan sebelum barang di tangan Anda.').waitFor();
      await page.getByRole('button', { name: 'Sudah kembali di toko' }).click();
      await page.getByText('Periksa barangnya, hubungi pembeli').waitFor();
      await page.getByRole('button', { name: 'Kurir toko sendiri' }).click();
      await page.getByRole('button', { name: 'Kurir berangkat' }).click();
      await page.getByRole('button', { name: 'Barang hilang' }).click();
      await page.getByLabel('Apa yang terjadi?').fill('Motor terguling di hujan.');
      await page.getByRole('dialog').getByRole('button', { name: 'Barang hilang' }).click();
      await page.getByText('Kirim pengganti, atau batalkan pesanan').waitFor();
      await neat(page, 'kurir-hilang-toko-hp');
      expect(complaints).toEqual([]);
    });
    await visitAs('hilang-pembeli', `/pesanan/${orderId}`, async ({ page, complaints }) => {
      await page.getByText('“Motor terguling di hujan.”').waitFor();
      await page.getByText('Anda juga boleh membatalkannya di sini.').waitFor();
      await neat(page, 'kurir-hilang-pembeli-hp');
      await page.getByRole('button', { name: 'Batalkan pesanan' }).click();
      await page.getByLabel('Mengapa dibatalkan?').fill('Barangnya hilang.');
      await page.getByRole('dialog').getByRole('button', { name: 'Batalkan pesanan' }).click();
      await page.getByText('Dibatalkan', { exact: false }).first().waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test('of a ride company is ordered for the price it names, tells its way, and leaves both sides the next step', async () => {
    const { orderId, owner } = await accepted('ojek-pembeli');
    const seller = await site().as(owner);
    const { merchantId } = await seller('GET /orders/{orderId}', { params: { orderId } });
    const keys = { params: { merchantId, partner: 'grab' as const }, body: simulatedKeys(merchantId, 'grab') };
    await seller('PUT /merchants/{merchantId}/courier-partners/{partner}', keys as never);
    await visitAs(owner, `/pesanan/${orderId}`, async ({ page, complaints }) => {
      await page.getByRole('button', { name: 'Lihat tarif GrabExpress' }).click();
      await page.getByRole('button', { name: /^Pesan GrabExpress Rp1\d\.\d00$/ }).click();
      await page.getByText('Menunggu kurir').waitFor();
      await neat(page, 'kurir-mitra-hp');
      expect(complaints).toEqual([]);
    });
    const tells = async (word: string, forged = {}) => {
      const job = (await seller('GET /orders/{orderId}/deliveries', { params: { orderId } })).items.at(-1);
      const reference = `${orderId}.${job?.attempt}`;
      const told = { partner: 'grab' as const, merchantId, jobId: job?.partnerId ?? '', reference };
      const { path, headers, body } = noticeOf(told, word, site().world.now());
      return (await fetch(site().url + path, { method: 'POST', headers: { ...headers, ...forged }, body })).status;
    };
    // Nobody came: both sides read it, and the shop orders the next.
    expect(await tells('FAILED')).toBe(200);
    await visitAs('ojek-pembeli', `/pesanan/${orderId}`, ({ page }) =>
      page.getByText('Toko mencari cara lain; Anda tidak perlu berbuat apa-apa.').waitFor(),
    );
    await visitAs(owner, `/pesanan/${orderId}`, async ({ page, complaints }) => {
      await page.getByText('Pesan lagi, pilih mitra lain, atau antar sendiri.').waitFor();
      await page.getByRole('button', { name: 'Lihat tarif GrabExpress' }).click();
      await page.getByRole('button', { name: /^Pesan GrabExpress Rp1\d\.\d00$/ }).click();
      await page.getByText('Menunggu kurir').waitFor();
      expect(complaints).toEqual([]);
    });
    expect(await tells('COMPLETED', { authorization: 'rahasia orang lain' })).toBe(401);
    expect([await tells('COMPLETED'), await tells('COMPLETED'), await tells('IN_DELIVERY')]).toEqual([200, 200, 200]);
    await visitAs('ojek-pembeli', `/pesanan/${orderId}`, async ({ page }) => {
      await page.getByText('Sampai menurut kurir').waitFor();
      await page.getByText('Tombol terima muncul setelah toko mencatat Sudah diantar.').waitFor();
      // Whose goods were handed over keeps no goods of an order that is called off.
      await page.getByRole('button', { name: 'Batalkan pesanan' }).click();
      await page.getByLabel('Mengapa dibatalkan?').fill('Tidak jadi.');
      await page.getByRole('dialog').getByRole('button', { name: 'Batalkan pesanan' }).click();
      await page.getByText(/^Barang sudah dibawa kurir\./).waitFor();
    });
    await visitAs(owner, `/pesanan/${orderId}`, async ({ page }) => {
      await page.getByText('Tekan Sudah diantar, supaya pembeli bisa menerima barangnya.').waitFor();
      await page.getByRole('button', { name: 'Sudah diantar' }).click();
      await page.getByText('Pesanan selesai setelah pembeli menerima.').waitFor();
    });
    await visitAs('ojek-pembeli', `/pesanan/${orderId}`, async ({ page }) => {
      await page.getByRole('heading', { name: 'Barang sudah datang?' }).waitFor();
      await page.getByText('Periksa barangnya, lalu tekan terima.').waitFor();
    });
  });

  test('is spared where goods are fetched at a centre, whose place, hours and fee stand from the cart to the order', async () => {
    const admin = await site().as(`admin-${CITY}`);
    const hours = { byDay: [...weekdayCodes], opensAt: '07:00', closesAt: '20:00' };
    const centre = {
      name: 'Sentra Ijen',
      address: 'Jl. Ijen 40',
      district: `${CITY}.03`,
      schedules: [hours],
      stalls: 5,
    };
    const rest = { description: 'Makanan rumah.', rentRupiah: 0, rules: [], pickUp: true };
    const params = { city: CITY, slug: 'sentra-ijen' };
    await admin('PUT /cities/{city}/centres/{slug}', { params, body: { ...centre, ...rest } });
    const query = { category: 'culinary' } as const;
    const { items } = await admin('GET /cities/{city}/products', { params: { city: CITY }, query });
    const good = items.at(-1);
    if (!good) throw new Error('nothing to eat is offered');
    const { merchantId } = good;
    const owner = await site().as(site().owners.get(merchantId) ?? '');
    await owner('PUT /merchants/{merchantId}/delivery-terms', {
      params: { merchantId },
      body: { courier: null, pickUp: null, centres: [{ centre: 'sentra-ijen', feeRupiah: 2_000 }] },
    });
    await visitAs('sentra-pembeli', '/keranjang/', async ({ page, complaints }) => {
      const line = { ...good, quantity: 2, minQuantity: 1, photo: undefined };
      const cart = JSON.stringify({ city: CITY, lines: [line] });
      await page.evaluate((text) => localStorage.setItem('keranjang', text), cart);
      await page.reload();
      await page.getByLabel(/^Ambil di Sentra Ijen/).check();
      await neat(page, 'keranjang-sentra-hp');
      await page.getByRole('button', { name: 'Lanjut ke alamat' }).click();
      await page.getByLabel('Nama penerima').fill('Ani Lestari');
      await page.getByLabel('Nomor HP (WhatsApp)').fill('0812 3456 7890');
      await page.getByRole('button', { name: 'Periksa pesanan' }).click();
      const sum = page.locator('.sum', {
        hasText: 'Ambil sendiri di Sentra Ijen, Jl. Ijen 40, Senin–Minggu 07.00–20.00',
      });
      await sum.getByText('Rp2.000').waitFor();
      await page.getByRole('button', { name: 'Buat pesanan' }).click();
      await page.getByText('Sentra Ijen, Jl. Ijen 40').first().waitFor();
      await page.getByText('Jam ambil: Senin–Minggu 07.00–20.00').waitFor();
      await neat(page, 'pesanan-sentra-hp');
      expect(complaints).toEqual([]);
    });
  });
};
