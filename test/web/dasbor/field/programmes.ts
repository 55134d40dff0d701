import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { attended, type Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { neat, visitingAs } from '../../signed-in.ts';

/** The first visit of a phone is over: what was read in it lies there, with all that draws it. */
const isKept = (page: Page, read: string): Promise<boolean> =>
  page.evaluate(async (part) => {
    const lies = async (of: string, what: string) => {
      for (const name of (await caches.keys()).filter((one) => one.startsWith(of)))
        if ((await (await caches.open(name)).keys()).some(({ url }) => url.includes(what))) return true;
      return false;
    };
    const files = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/assets/'));
    const wanted = [lies('pribadi', part), ...files.map(({ name }) => lies('berkas', name))];
    return navigator.serviceWorker.controller !== null && (await Promise.all(wanted)).every(Boolean);
  }, read);
const keptOnPhone = (page: Page, read: string) => expect.poll(() => isKept(page, read)).toBe(true);

/** From the code on a shop's phone to the mentor's list, with a line and without, and a note back to the shop. */
export const programmeWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const attendedAs: typeof visitAs = (person, path, look) => visitAs(person, path, look, attended);
  test('are announced by the city, and shops enrol', async () => {
    await visitAs('admin-35.73', '/dasbor/program?kota=35.73', async ({ page, complaints }) => {
      await page.getByText('Umumkan program').click();
      await page.getByLabel('Judul').fill('Kemasan tahan lama');
      await page.getByLabel('Isi dan tujuan').fill('Memilih kemasan dan label.');
      await page.getByLabel('Nama pendamping').fill('Wira Santosa');
      await page.getByLabel('Kursi').fill('20');
      await page.getByLabel('Pendaftaran sampai').fill('2036-03-01');
      await page.getByLabel('Hari', { exact: true }).fill('2036-02-28');
      await page.getByLabel('Mulai').fill('09:00');
      await page.getByLabel('Selesai').fill('12:00');
      await page.getByLabel('Tempat').fill('Balai Kota');
      await page.getByRole('button', { name: 'Umumkan', exact: true }).click();
      await page.getByText('Pendaftaran harus ditutup sebelum hari pertemuan pertama.').first().waitFor();
      await page.getByLabel('Hari', { exact: true }).fill('2036-03-10');
      await page.getByRole('button', { name: 'Umumkan', exact: true }).click();
      await page.getByRole('link', { name: 'Kemasan tahan lama' }).waitFor();
      await neat(page, 'dasbor-program-hp');
      expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
    });
    await visitAs('admin-35.73', '/dasbor/program?kota=35.73', async ({ page, complaints }) => {
      await page.getByRole('link', { name: 'Kemasan tahan lama' }).click();
      await page.getByText('Daftarkan usaha yang tidak memakai HP').click();
      await page.getByLabel('Usaha', { exact: true }).fill('Dapur');
      await page.getByRole('button', { name: 'Cari', exact: true }).click();
      await page.getByRole('button', { name: 'Daftarkan' }).first().click();
      await page.getByText('Belum diundi.').waitFor();
      await page.getByRole('button', { name: 'Batalkan' }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Batalkan' }).click();
      await page.getByText('Tidak ada yang menunggu.').waitFor();
      await neat(page, 'dasbor-program-daftarkan-hp');
      expect(complaints).toEqual([]);
    });
    // A desk whose clock is years ahead offers no draw that the market would refuse.
    await visit('/icon.svg', async ({ page }) => {
      const session = { token: await site().token('admin-35.73'), name: 'Admin', until: Date.parse('2060-01-01') };
      await page.evaluate((kept) => localStorage.setItem('masuk', kept), JSON.stringify(session));
      await page.clock.install({ time: '2037-05-01T03:00:00Z' });
      await page.goto('/dasbor/program?kota=35.73');
      await page.getByRole('link', { name: 'Kemasan tahan lama' }).click();
      await page.getByText('Kursi dapat diundi sesudah 1 Maret 2036.').waitFor();
    });
    await visitAs('pemilik-1', '/toko-saya/pelatihan', async ({ page, complaints }) => {
      await page.getByRole('button', { name: 'Daftar', exact: true }).first().click();
      await page.getByText('Menunggu undian kursi, sesudah 1 Maret 2036.').waitFor();
      // Whoever waits knows when and where it would be.
      await page.getByText('Senin, 10 Maret 2036').waitFor();
      await page.getByText('Kode hadir pertemuan 1').click();
      await page.getByRole('img', { name: 'Kode hadir pertemuan 1' }).waitFor();
      await neat(page, 'pelatihan-hp');
      expect(complaints).toEqual([]);
    });
  });

  test('know who came though there is no line, and write to them', async () => {
    const shown = { series: '', code: '', name: '' };
    // Both phones open their page for the first time, and have no line from then on.
    await attendedAs('pemilik-1', '/toko-saya/pelatihan', async ({ page }) => {
      await keptOnPhone(page, '/enrolments');
      await page.context().setOffline(true);
      await page.reload();
      await page.getByText('Kode hadir pertemuan 1').click();
      await page.getByRole('img', { name: 'Kode hadir pertemuan 1' }).waitFor();
      shown.code = await page.locator('.code').first().innerText();
    });
    await attendedAs('pendamping-35.73', '/dasbor/program?kota=35.73', async ({ page, complaints }) => {
      await page.getByRole('link', { name: 'Foto produk dengan HP' }).click();
      await page.getByRole('heading', { level: 2, name: 'Kehadiran' }).waitFor();
      shown.series = new URL(page.url()).pathname;
      await page.getByText(/^Satu bulan sesudah program: (dapat|belum bisa) dinilai/).waitFor();
      await keptOnPhone(page, '/enrolments');
      await page.context().setOffline(true);
      // What the camera reads leads here.
      await page.goto(`${shown.series}?kota=35.73&hadir=1-${shown.code.replace('-', '')}`);
      expect(await page.getByLabel('Kode hadir').inputValue()).toBe(shown.code.replace('-', ''));
      await page.getByLabel('Pertemuan').selectOption('2');
      await page.getByLabel('Kode hadir').fill(shown.code);
      await page.getByRole('button', { name: 'Tandai hadir' }).click();
      await page.getByText('Kode ini untuk pertemuan 1, bukan pertemuan 2.').waitFor();
      await page.getByLabel('Pertemuan').selectOption('1');
      await page.getByRole('button', { name: 'Tandai hadir' }).click();
      await page.getByText('1 kehadiran belum terkirim.').waitFor();
      await page.getByRole('button', { name: 'Tandai hadir' }).click();
      await page.getByText('1 kehadiran belum terkirim.').waitFor();
      await page.context().setOffline(false);
      await expect.poll(() => page.getByText('belum terkirim').count()).toBe(0);
      // The worker here may hear of the line after the page, and then answers once more what it kept.
      await page.reload();
      await page.getByText('1 dari 2').waitFor();
      // Of who came.
      const row = page.locator('tr', { hasText: '1 dari 2' });
      await row.getByText('Catatan (0)').click();
      await row.getByLabel(/^Catatan untuk /).fill('Coba latar polos.');
      await row.getByRole('button', { name: 'Simpan catatan' }).click();
      await page.getByText('Catatan (1)').waitFor();
      await neat(page, 'dasbor-program-satu-hp');
      expect(complaints.filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one))).toEqual([]);
    });
    await visitAs('pemilik-1', '/toko-saya/pelatihan', async ({ page }) => {
      await page.getByRole('heading', { name: 'Catatan pendamping untuk Anda' }).waitFor();
      await page.getByText('Coba latar polos.').waitFor();
    });
    await visitAs('admin-35.73', `${shown.series}?kota=35.73`, async ({ page }) => {
      await page.getByLabel('Pertemuan').selectOption('2');
      const absent = page.getByRole('button', { name: 'Hadir tanpa HP' });
      await absent.first().waitFor();
      for (let left = await absent.count(); left > 0; left -= 1) {
        await absent.first().click();
        await expect.poll(() => absent.count()).toBe(left - 1);
      }
      // The page was read again after each mark: the meeting that was chosen is the one still marked.
      expect(await page.getByLabel('Pertemuan').inputValue()).toBe('2');
      await page.getByText('2 dari 2').waitFor();
      await page.getByRole('button', { name: 'Terbitkan sertifikat' }).click();
      await page.getByRole('link', { name: /^\w{5}-\w{5}$/ }).click();
      await page.getByRole('heading', { name: 'Sertifikat ini berlaku' }).waitFor();
      await neat(page, 'cek-sertifikat-hp');
      const credential = await page.getByRole('link', { name: /Unduh JSON/ }).getAttribute('href');
      const text = decodeURIComponent((credential ?? '').slice((credential ?? '').indexOf(',') + 1));
      const compares = async (buffer: Buffer, told: string) => {
        await page
          .getByLabel('Bandingkan berkas')
          .setInputFiles({ name: 's.json', mimeType: 'application/json', buffer });
        await page.getByText(told).waitFor();
      };
      await compares(Buffer.from(JSON.stringify(JSON.parse(text), null, 2)), 'Berkas ini sama');
      await compares(Buffer.from(text.replace('Foto produk', 'Foto profesional')), 'isinya diubah');
    });
    // Taken back, for a reason that whoever checks it reads.
    await visitAs('admin-35.73', `${shown.series}?kota=35.73`, async ({ page, complaints }) => {
      await page.getByRole('button', { name: 'Cabut', exact: true }).click();
      await page.getByLabel('Alasan').fill('Yang hadir orang lain.');
      await page.getByRole('dialog').getByRole('button', { name: 'Cabut', exact: true }).click();
      await page.getByText('Dicabut', { exact: true }).waitFor();
      await page.getByRole('link', { name: /^\w{5}-\w{5}$/ }).click();
      await page.getByRole('heading', { name: 'Sertifikat ini sudah dicabut' }).waitFor();
      await page.getByText('Yang hadir orang lain.').waitFor();
      await neat(page, 'cek-sertifikat-dicabut-hp');
      expect(complaints).toEqual([]);
    });
    await visitAs('pemilik-1', '/toko-saya/pelatihan', ({ page }) => page.getByText(/dicabut kota pada/).waitFor());
  });
};
