import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { marketOf } from '../../../market.ts';
import type { Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { neat, visitingAs } from '../../signed-in.ts';

const CITY = '35.73';
const ADMIN = `admin-${CITY}`;
const SHEET_TITLES =
  'Nama Usaha;Pemilik;NIK;No. HP;Kecamatan;Kelurahan;Alamat;Jenis Usaha;Sudah Diverifikasi;Tanggal SK;Nomor SK';
const sheetRow = (at: number): string =>
  [
    `Kios Lembar ${at}`,
    `Bu Lembar ${at}`,
    `35730266088${String(at).padStart(5, '0')}`,
    `0857${String(at).padStart(8, '0')}`,
    '',
    at % 15 === 0 ? 'Atlantis' : '35.73.04.1001',
    `Jl. Sumbersari ${at}`,
    'Kuliner',
    ...(at > 290 ? ['ya', '1 Maret 2025', '188.45/12/2025'] : ['belum', '', '']),
  ].join(';');

/** How often something was pressed or chosen; what is typed into a field that stands open is not counted. */
const counting = (page: Page) => {
  let clicks = 0;
  return {
    press: async (what: Locator) => {
      clicks += 1;
      await what.click();
    },
    choose: async (label: string, option: string) => {
      clicks += 1;
      await page.getByLabel(label).selectOption(option);
    },
    clicks: () => clicks,
  };
};

/** What an officer does in one sitting on their first day: from the first page, by what is written there, in so few clicks. */
export const firstSitting = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const as = (person: string) => marketOf(site().world).as(person);
  type Desk = ReturnType<typeof counting> & {
    readonly page: Page;
    readonly section: (name: string) => Promise<void>;
    readonly head: (name: string | RegExp) => Promise<void>;
  };
  const sits = (work: (desk: Desk) => Promise<void>, meant: readonly RegExp[] = []) =>
    visitAs(ADMIN, '/dasbor/', async ({ page, complaints }) => {
      const counted = counting(page);
      const head = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
      const section = async (name: string) => {
        await counted.press(page.locator('.sections').getByRole('link', { name, exact: true }));
        await page.locator('main:not([aria-busy])').waitFor();
      };
      await head(/usaha belum menjual/);
      await work({ ...counted, page, section, head });
      expect(complaints.filter((one) => !meant.some((words) => words.test(one)))).toEqual([]);
    });

  test('verifies who waits longest in 2 clicks', () =>
    sits(async ({ page, press, clicks }) => {
      const waiting = page.getByRole('region', { name: /^Pendaftaran usaha/ });
      await neat(page, 'hari-ini-pertama');
      await press(waiting.getByRole('listitem').first().getByRole('link'));
      await press(page.getByRole('button', { name: 'Verifikasi' }));
      await page.getByText('Terverifikasi').first().waitFor();
      await page.getByText(/^(Berikutnya yang menunggu: .|Tidak ada lagi pendaftaran yang menunggu\.)/).waitFor();
      expect(clicks()).toBe(2);
    }));

  test('finds who has not sold in Kedungkandang since August, and sends a colleague, in 9 clicks', () =>
    sits(async ({ page, press, choose, section, head, clicks }) => {
      await section('Perlu didatangi');
      await press(page.getByRole('link', { name: 'Sebab dan tindakan' }));
      await page.getByLabel('Belum menjual sejak').waitFor();
      await choose('Kecamatan', 'Kedungkandang');
      await choose('Belum menjual sejak', 'Agustus 2026');
      await press(page.getByRole('button', { name: 'Terapkan' }));
      await page.getByRole('link', { name: 'Hapus filter' }).waitFor();
      const months = await page.locator('table.data td[data-name="Belum menjual"]').allInnerTexts();
      await page.getByText(`${months.length} usaha cocok dengan filter.`).waitFor();
      expect(months.length).toBeGreaterThan(3);
      for (const month of months) expect(Number.parseInt(month, 10)).toBeGreaterThanOrEqual(3);
      await neat(page, 'perlu-didatangi-sejak');
      const free = page.locator('table.data tbody tr', { hasText: 'Belum ada petugas' });
      const shop = free.locator('th a').first();
      const name = await shop.innerText();
      await press(shop);
      await head(name);
      await press(page.getByText('Tugaskan petugas lain'));
      await choose('Akun petugas', 'petugas-35.73.02');
      await page.locator('details[open]').getByLabel('Nama petugas').fill('Pak Darma');
      await neat(page, 'tindak-lanjut-tugaskan');
      await press(page.getByRole('button', { name: 'Tugaskan', exact: true }));
      await page.getByText('Pak Darma: belum dihubungi').waitFor();
      expect(clicks()).toBe(9);
    }));

  test('prints the month for the mayor in 3 clicks', () =>
    sits(async ({ page, press, section, clicks }) => {
      await page.evaluate(() => {
        window.print = () => void document.body.setAttribute('data-printed', document.title);
      });
      await section('Rekap');
      await press(page.getByRole('link', { name: 'Lembar rapat' }));
      await press(page.getByRole('button', { name: 'Cetak lembar ini' }));
      await page.locator('body[data-printed*="Oktober 2026"]').waitFor();
      expect(clicks()).toBe(3);
    }));

  test('gives goods back to their shop with a reason in 3 clicks', () =>
    sits(async ({ page, press, head, clicks }) => {
      await page.getByRole('searchbox', { name: /^Temukan/ }).fill('dapur sri');
      await press(page.getByRole('button', { name: 'Temukan' }));
      await head('Dapur Sri');
      const goods = page.getByRole('region', { name: 'Barang yang dijual' });
      const one = goods.getByRole('listitem').filter({ hasText: 'Kue kotak tiga macam' });
      await press(one.getByRole('button', { name: 'Kembalikan ke toko' }));
      await page.getByRole('dialog').getByLabel('Alasan, dibaca toko').fill('Fotonya bukan barang ini.');
      await press(page.getByRole('dialog').getByRole('button', { name: 'Kembalikan ke toko' }));
      await one.waitFor({ state: 'detached' });
      await page.getByText('Kue kotak tiga macam dikembalikan. Toko membaca alasannya.').waitFor();
      await neat(page, 'usaha-barang');
      const [merchantId = '', owner = ''] = [...site().owners][0] ?? [];
      const { items } = await as(owner)('GET /me/merchants/{merchantId}/products', { params: { merchantId } });
      expect(items.map(({ barred }) => barred?.reason)).toContain('Fotonya bukan barang ini.');
      expect(clicks()).toBe(3);
    }));

  test('sees on the first page which office pays late, and in 1 click for how long', () =>
    sits(async ({ page, press, head, clicks }) => {
      const late = page.getByRole('region', { name: /^Dinas yang belum membayar/ });
      await late.getByText(/yang terlama menunggu 21 hari/).waitFor();
      await press(late.getByRole('link', { name: 'Dinas Kebersihan' }));
      await head('Dinas Kebersihan');
      await page.getByText(/terlama 21 hari/).waitFor();
      expect(clicks()).toBe(1);
    }));

  test('changes the fair price and sees what it would have done in 2 clicks', () =>
    sits(async ({ page, press, section, clicks }) => {
      await section('Aturan');
      await page.getByLabel('Harga wajar').fill('40');
      await press(page.getByRole('button', { name: 'Coba pada bulan-bulan lalu' }));
      await page.getByRole('columnheader', { name: 'Aturan usulan' }).waitFor();
      expect(clicks()).toBe(2);
    }));

  test('answers an appeal in 4 clicks', async () => {
    const [merchantId = '', owner = ''] = [...site().owners][5] ?? [];
    const text = 'Mengapa toko saya turun minggu ini?';
    await as(owner)('POST /merchants/{merchantId}/appeals', { params: { merchantId }, body: { text } });
    await sits(async ({ page, press, choose, clicks }) => {
      const waiting = page.getByRole('region', { name: /^Keberatan atas urutan/ });
      await press(waiting.getByRole('link', { name: 'Jawab keberatan' }));
      const card = page.getByRole('article').filter({ hasText: text });
      await press(card.getByText('Jawab keberatan'));
      await choose('Hasilnya', 'explained');
      await card.getByLabel('Jawaban Anda').fill('Karena toko Anda baru saja menerima pesanan besar.');
      await press(card.getByRole('button', { name: 'Kirim jawaban' }));
      await card.waitFor({ state: 'detached' });
      expect(clicks()).toBe(4);
    });
  });

  test('loads 300 shops of which 20 are wrong, and takes 9 as verified by their decision, in 5 clicks and one more where the line breaks off', () =>
    sits(
      async ({ page, press, section, clicks }) => {
        await section('Usaha');
        await press(page.getByRole('link', { name: 'Muat daftar dari lembar' }));
        const lines = [SHEET_TITLES, ...Array.from({ length: 300 }, (_, at) => sheetRow(at + 1))];
        await page.getByLabel('Berkas daftar usaha').setInputFiles({
          name: 'umkm.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(lines.join('\n')),
        });
        await press(page.getByRole('button', { name: 'Periksa berkas' }));
        await page.getByText('20 baris perlu diperbaiki di lembar').waitFor();
        await page.getByRole('button', { name: 'Muat 280 yang benar saja' }).waitFor();
        await press(page.getByLabel(/^9 usaha sudah diverifikasi kota/));
        const held = Promise.withResolvers<void>();
        await page.route('**/register/import?*', async (route) => {
          await held.promise;
          await route.continue();
        });
        await press(page.getByRole('button', { name: 'Muat 280 yang benar saja' }));
        await page.getByText('Sampai baris benar ke-0 dari 280.').waitFor();
        // The line breaks off in the middle of the list, and the rest follows from there.
        let broke = false;
        await page.route('**/register/import?*from=101', (route) => {
          if (broke) return route.continue();
          broke = true;
          return route.abort('internetdisconnected');
        });
        held.resolve();
        await page.getByText('Sampai baris benar ke-100 dari 280.').waitFor();
        await page.getByText(/^Terhenti: 300 baris, 280 benar; 100 dimuat/).waitFor();
        expect(await page.getByRole('link', { name: 'Lihat pendaftaran yang menunggu' }).count()).toBe(0);
        await neat(page, 'usaha-muat-terhenti');
        await press(page.getByRole('button', { name: 'Lanjutkan memuat' }));
        const told = '280 benar; 280 dimuat; 0 sudah ada; 9 langsung terverifikasi menurut keputusannya.';
        await page.getByText(`Termuat: 300 baris, ${told}`).waitFor();
        expect(clicks()).toBe(6);
      },
      [/ERR_INTERNET_DISCONNECTED/],
    ));
};
