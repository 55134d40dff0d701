import { expect, test } from 'vitest';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const PAGE = '/dasbor/dinas?kota=35.73';

export const agencyPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('are added by the city, which then calls their people in', async () => {
    await visitAs('admin-35.73', PAGE, async ({ page, complaints }) => {
      await page.getByText('Tambah dinas').first().click();
      await page.getByLabel('Nama dinas').fill('Dinas Perpustakaan');
      await page.getByLabel('Alamat').fill('Jl. Ijen 30');
      await page.getByRole('button', { name: 'Tambah dinas' }).click();
      await page.getByRole('link', { name: 'Undang petugasnya' }).click();
      await page.getByRole('heading', { level: 1, name: 'Dinas Perpustakaan' }).waitFor();
      await page.getByText('Belum ada petugas.').waitFor();
      await page.getByText('Undang lewat nomor akun').click();
      await page.getByLabel('Nomor akun').fill('ppk-perpustakaan');
      await page.getByRole('button', { name: 'Undang', exact: true }).click();
      const invited = page.getByRole('row', { name: /ppk-perpustakaan/ });
      await invited.getByText('diundang, belum menjawab').waitFor();
      await page.getByText('Undang orang lewat tautan').click();
      await page.getByRole('button', { name: 'Buat tautan' }).click();
      await page.getByRole('link', { name: 'Kirim lewat WhatsApp' }).waitFor();
      await neat(page, 'dasbor-dinas-satu-hp');
      await page.setViewportSize({ width: 1280, height: 900 });
      await neat(page, 'dasbor-dinas-satu-meja');
      await invited.getByRole('button', { name: 'Tarik undangan' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Tarik undangan' }).click();
      await page.getByText('Belum ada petugas.').waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test('are the inspectorate’s to read, and not to add', async () => {
    // The clock of the payments may be minutes old; this one begins anew.
    site().world.cache.delete('payment clock 35.73');
    await visitAs('inspektorat-35.73', PAGE, async ({ page }) => {
      await page.getByRole('row', { name: /Dinas Perpustakaan/ }).waitFor();
      expect(await page.getByText('Tambah dinas').count()).toBe(0);
      await neat(page, 'dasbor-dinas-isi-hp');
      await page.setViewportSize({ width: 1280, height: 900 });
      await neat(page, 'dasbor-dinas-isi-meja');
      await page.getByRole('link', { name: 'Dinas Perpustakaan' }).click();
      await page.getByText('Petugas dinas diatur admin kota.').waitFor();
      expect(await page.getByText(/^Undang/).count()).toBe(0);
    });
  });

  test('begin their papers as the city says; a flaw stands at its field, and a colleague’s words are not lost', async () => {
    await visitAs('admin-35.73', '/dasbor/kop-surat?kota=35.73', async ({ page }) => {
      await page.getByLabel('Pola nomor surat').fill('{nomor}/{bulanku}');
      await page.getByRole('button', { name: 'Simpan kop surat' }).click();
      await page.locator('.flaw', { hasText: 'bulanku' }).waitFor();
      await neat(page, 'dasbor-kop-surat-salah');
      await page.getByLabel('Pola nomor surat').fill('{nomor}/{jenis}/MLG/{tahun}');
      await page.getByLabel('Jabatan 1').fill('Pejabat Pembuat Komitmen');
      await page.getByRole('button', { name: 'Simpan kop surat' }).click();
      await page.getByText('Tersimpan. Surat yang sudah terbit tidak berubah.').waitFor();
      const defaults = `${site().url}/api/cities/35.73/paper-defaults`;
      const headers = { authorization: `Bearer ${await site().token('admin-35.73')}`, 'if-match': '"1"' };
      await page.request.put(defaults, { headers, data: { contact: '(0341) 362 362', roles: [] } });
      await page.getByLabel('Telepon, surel, situs').fill('malangkota.go.id');
      await page.getByRole('button', { name: 'Simpan kop surat' }).click();
      await page.getByRole('cell', { name: '(0341) 362 362' }).waitFor();
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await page.getByText('Tersimpan. Surat yang sudah terbit tidak berubah.').waitFor();
      expect(await page.getByLabel('Telepon, surel, situs').inputValue()).toBe('malangkota.go.id');
    });
  });
};
