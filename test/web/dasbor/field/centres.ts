import { expect, test } from 'vitest';
import { ready, type Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { neat, visitingAs } from '../../signed-in.ts';

const daysAhead = (count: number): string => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

/** A centre from the city's desk to the shop that wants a stall. */
export const centreWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  test('are written down by the city, with a market day for which a shop asks in one tap', async () => {
    await visitAs('admin-35.73', '/dasbor/sentra?kota=35.73', async ({ page, complaints }) => {
      await page.getByText('Tambah sentra').first().click();
      await page.getByLabel('Nama sentra').fill('Sentra Way Halim');
      await page.getByLabel('Tentang sentra ini').fill('Makanan dan oleh-oleh.');
      await page.getByLabel('Alamat').fill('Jl. Sultan Agung 1');
      await page.getByLabel('Senin, buka').fill('08:00');
      await page.getByLabel('Senin, tutup').fill('17:00');
      await page.getByLabel('Jumlah lapak').fill('12');
      await page.getByLabel('Pesanan boleh diambil di sini').check();
      await page.getByRole('button', { name: 'Tambah sentra' }).click();
      await page.getByRole('heading', { level: 1, name: 'Sentra Way Halim' }).waitFor();
      await page.getByText('Tambah hari pasar').first().click();
      await page.getByLabel('Tanggal').fill(daysAhead(20));
      await page.getByLabel('Usaha meminta lapak sampai').fill(daysAhead(10));
      await page.getByRole('button', { name: 'Tambah hari pasar' }).click();
      await page.getByText(/: Pasar sentra$/).waitFor();
      await neat(page, 'dasbor-sentra-satu-hp');
      await page.getByText('Umum membacanya sesudah bulan ini selesai, tanpa nama usaha.').waitFor();
      await page.getByRole('navigation', { name: 'Bulan' }).getByRole('link').nth(1).click();
      await page.getByRole('heading', { name: 'Yang terbaca umum' }).waitFor();
      await page.getByText(/^Belum ada pesanan yang diambil di sini pada .* 20\d\d\.$/).waitFor();
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await neat(page, `dasbor-sentra-terbaca-umum-${width}`);
      }
      expect(complaints).toEqual([]);
    });
    await visitAs('pemilik-1', '/toko-saya/', async ({ page, complaints }) => {
      await ready(page);
      await page.getByText('Lapak di sentra').click();
      await page.getByRole('button', { name: 'Minta lapak' }).click();
      await page.getByText('Anda sudah meminta lapak. 1 usaha meminta, 12 lapak.').waitFor();
      await neat(page, 'toko-lapak-hp');
      expect(complaints).toEqual([]);
    });
  });

  test('give their stalls by the fair rule once nobody asks any more, with its proof; who steps back leaves it to who waits', async () => {
    await visitAs('admin-35.73', '/dasbor/sentra/pasar-dinoyo?kota=35.73', async ({ page, complaints }) => {
      await page.getByRole('link', { name: /Pasar Minggu pagi/ }).click();
      await page.getByRole('button', { name: 'Bagi lapak sekarang' }).click();
      await page.getByText('Lapak sudah dibagi. 3 usaha meminta, 2 lapak.').waitFor();
      await page.getByText(/^Dihitung ulang: hasilnya sama\./).waitFor();
      expect(await page.getByRole('row', { name: /menunggu/ }).count()).toBe(1);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await neat(page, `dasbor-lapak-dibagi-${width}`);
      }
      expect(complaints).toEqual([]);
    });
    const admin = await site().as('admin-35.73');
    const params = { city: '35.73', slug: 'pasar-dinoyo', day: '2026-11-08' };
    const drawn = async () =>
      (await admin('GET /cities/{city}/centres/{slug}/days/{day}', { params })).roster?.rows ?? [];
    const [first, , waiting] = await drawn();
    await visitAs(site().owners.get(first?.merchantId ?? '') ?? '', '/toko-saya/', async ({ page, complaints }) => {
      await ready(page);
      await page.getByText('Lapak di sentra').click();
      await page.getByText('Anda mendapat lapak nomor 1.').waitFor();
      await page.getByRole('button', { name: 'Mundur dari lapak ini' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Mundur dari lapak ini' }).click();
      await expect
        .poll(async () => (await drawn()).find(({ stall }) => stall === 1)?.merchantId)
        .toBe(waiting?.merchantId);
      await neat(page, 'toko-lapak-mundur-hp');
      expect(complaints).toEqual([]);
    });
  });
};
