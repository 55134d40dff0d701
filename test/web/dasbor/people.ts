import { expect, test } from 'vitest';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const PAGE = '/dasbor/petugas?kota=35.73';

export const peoplePages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('are invited by link and by account, and each invitation stands in the trail', async () => {
    await visitAs('admin-35.73', PAGE, async ({ page, complaints }) => {
      await page.getByText('Undang orang lewat tautan').click();
      await page.getByRole('button', { name: 'Buat tautan' }).click();
      await page.getByText('Tautan ini hanya tampil sekarang.').waitFor();
      await page.getByRole('button', { name: 'Tarik', exact: true }).click();
      await page.getByText('Tidak ada tautan yang menunggu.').waitFor();
      await page.getByText('Undang lewat nomor akun').click();
      await page.getByLabel('Nomor akun').fill('calon-inspektorat');
      await page.getByLabel('Nama orangnya').filter({ visible: true }).last().fill('Ratih Kusumawati');
      await page.getByRole('button', { name: 'Undang', exact: true }).click();
      await page.getByRole('heading', { name: 'Menunggu jawaban (1)' }).waitFor();
      await page.getByText('Ratih Kusumawati sebagai inspektorat').waitFor();
      await page.getByText('Ratih Kusumawati diundang menjadi inspektorat').waitFor();
      await page.getByLabel('Nomor akun').fill('inspektorat-35.73');
      await page.getByRole('button', { name: 'Undang', exact: true }).click();
      await page.getByText('Akun inspektorat-35.73 sudah punya peran di sini; perannya inspektorat.').waitFor();
      await neat(page, 'petugas');
      await page.getByRole('link', { name: 'Lihat jejak keputusan' }).click();
      const row = page.getByRole('row', { name: /^Mengundang ke sebuah peran/ }).first();
      await row.getByText('calon-inspektorat').waitFor();
      await row.getByText('sebagai inspektorat').waitFor();
      await neat(page, 'jejak');
      expect(complaints).toEqual([]);
    });
  });

  test('are invited to a kecamatan, which is chosen first, and stand with it in the list', async () => {
    await visitAs('admin-35.73', `${PAGE}&lihat=kecamatan`, async ({ page, complaints }) => {
      await page.getByRole('row', { name: /petugas-35\.73\.02/ }).waitFor();
      await page.getByText('Pilih kecamatan di atas').waitFor();
      await page.getByLabel('Kecamatan').selectOption('35.73.01');
      await page.getByRole('button', { name: 'Terapkan' }).click();
      await page.getByRole('heading', { name: 'Belum ada petugas di kecamatan ini' }).waitFor();
      await page.getByText('Undang lewat nomor akun').click();
      await page.getByLabel('Nomor akun').fill('calon-petugas');
      await page.getByRole('button', { name: 'Undang', exact: true }).click();
      await page.getByText(/sebagai petugas kecamatan/).waitFor();
      await neat(page, 'petugas-kecamatan');
      expect(complaints).toEqual([]);
    });
    await visitAs('inspektorat-35.73', `${PAGE}&lihat=kecamatan`, async ({ page }) => {
      await page.getByRole('row', { name: /petugas-35\.73\.02/ }).waitFor();
      expect(await page.getByRole('button', { name: /Undang|Cabut|Tarik/ }).count()).toBe(0);
    });
  });

  test('are told by name and role wherever they decided, and by account to nobody outside', async () => {
    await visitAs('admin-35.73', PAGE, async ({ page, complaints }) => {
      const seat = page.getByRole('row', { name: /inspektorat-35\.73/ });
      await seat.getByText('Tulis nama').click();
      await seat.getByLabel('Nama petugas').fill('Dyah Pitaloka');
      await seat.getByRole('button', { name: 'Simpan nama' }).click();
      await page.getByRole('row', { name: /^Dyah Pitaloka/ }).waitFor();
      await neat(page, 'petugas-bernama');
      await page.getByRole('link', { name: 'Lihat jejak keputusan' }).click();
      const row = page.getByRole('row', { name: /^Menulis nama petugas/ }).first();
      await row.getByText('Dyah Pitaloka').waitFor();
      await row.getByRole('link', { name: 'Anda' }).click();
      await page.waitForURL(/oleh=admin-35\.73/);
      await neat(page, 'jejak-oleh');
      expect(complaints).toEqual([]);
    });
  });

  test('never go down to none: the last admin is told so, in words', async () => {
    await visitAs('admin-35.73', PAGE, async ({ page }) => {
      const own = page.getByRole('row', { name: /^Anda/ });
      await own.getByRole('button', { name: 'Lepas peran saya' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Lepas peran saya' }).click();
      await page.getByRole('alert').waitFor();
      await own.getByText('admin kota', { exact: true }).waitFor();
    });
  });
};
