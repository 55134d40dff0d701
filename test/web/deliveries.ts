import { expect, test } from 'vitest';
import type { Visit } from './browser.ts';
import type { Site } from './serve.ts';
import { neat, visitingAs } from './signed-in.ts';

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
};
