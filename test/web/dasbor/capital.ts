import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

/**
 * Malang 2024: "Pemkot Malang berencana akan memfasilitasi akses permodalan melalui BPR Tugu Arta, Bank Jatim, serta bank-bank
 * lainnya." From the shop to the bank and back, with the owner's hand on what is read.
 */
export const capitalWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  test('is facilitated through BPR Tugu Artha and Bank Jatim: the city writes a bank down', async () => {
    await visitAs('admin-35.73', '/dasbor/modal/baru?kota=35.73', async ({ page, complaints }) => {
      await page.getByRole('heading', { level: 1, name: 'Catat bank' }).waitFor();
      await page.getByLabel('Nama bank').fill('Bank Jatim');
      await page.getByLabel('Tentang bank ini').fill('Bank daerah Jawa Timur.');
      await page.getByText('Tambah skema').click();
      await page.getByLabel('Nama skema').fill('KUR kecil');
      await page.getByLabel('KUR', { exact: true }).selectOption('small');
      await page.getByLabel('Paling sedikit (rupiah)').fill('5.000.000');
      await page.getByLabel('Paling banyak (rupiah)').fill('200.000.000');
      await page.getByLabel('Usaha berjalan (bulan)').fill('6');
      await page.getByLabel('Bunga, jangka waktu').fill('Bunga 6% setahun, paling lama 4 tahun.');
      await page.getByLabel('NIB', { exact: true }).check();
      await page.getByLabel('Berlaku mulai').fill('2026-01-01');
      await page.getByLabel('Sumber').fill('Surat Bank Jatim');
      await page.getByRole('button', { name: 'Simpan' }).click();
      await page.getByText('KUR kecil dari Rp100.000.001 sampai Rp500.000.000.').first().waitFor();
      await page.getByLabel('Paling sedikit (rupiah)').fill('100.000.001');
      await page.getByRole('button', { name: 'Simpan' }).click();
      await page.getByRole('heading', { level: 1, name: 'Bank Jatim' }).waitFor();
      await neat(page, 'dasbor-modal-bank-hp');
      // The amounts that were no KUR kecil.
      expect(complaints).toEqual([expect.stringContaining('400')]);
    });
  });

  test('is applied for with a consent, opened on record, answered, and closed again in one tap', async () => {
    const shopAs = (look: Parameters<typeof visitAs>[2]) => visitAs('pemilik-1', '/toko-saya/modal', look);
    await shopAs(async ({ page, complaints }) => {
      await page.getByRole('heading', { name: 'BPR Tugu Artha' }).waitFor();
      await page.getByText('Lihat yang akan dibaca bank').click();
      await page.getByText('Di Pasar Rata sejak', { exact: true }).waitFor();
      // Banks stand in no order that a walk could know.
      const bank = page.locator('section', { has: page.getByRole('heading', { name: 'BPR Tugu Artha' }) });
      await bank.getByText('KUR mikro, Rp15.000.000 sampai').click();
      await bank.getByText('Ajukan ke bank ini').click();
      await bank.getByLabel('Jumlah (rupiah)').fill('20.000.000');
      await bank.getByLabel('Nomor HP Anda').fill('0812 3456 7890');
      await neat(page, 'modal-permohonan-hp');
      await bank.getByRole('button', { name: 'Kirim dan beri izin' }).click();
      await page.getByText('Menunggu jawaban bank').waitFor();
      expect(complaints).toEqual([]);
    });
    await visitAs('petugas-bank', '/dasbor/?kota=35.73', async ({ page, complaints }) => {
      await page.getByRole('heading', { level: 1, name: 'Permohonan modal' }).waitFor();
      await page.locator('tbody a').first().click();
      await page.getByRole('button', { name: 'Buka rekam usaha' }).click();
      await page.getByRole('button', { name: 'Simpan PDF' }).waitFor();
      await neat(page, 'dasbor-rekam-usaha-hp');
      const code = await page.getByText(/^Kode [0-9A-Z]{5}-/).innerText();
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Simpan JSON bertanda tangan' }).click(),
      ]);
      const json = await readFile(await saved.path(), 'utf8');
      // No answer is chosen ahead: the bank says which.
      expect(await page.locator('[name="jawaban"]').inputValue()).toBe('');
      await page.locator('[name="jawaban"]').selectOption({ label: 'Diterima' });
      await page.getByLabel('Alasan').fill('Penjualan dan pembayarannya jelas.');
      await page.getByRole('button', { name: 'Kirim jawaban' }).click();
      await page.getByText('Diterima bank').waitFor();
      await page.goto(`${new URL(page.url()).origin}/cek/${/[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(code)?.[0]}`);
      await page.getByText('Rekam usaha ini dari Pasar Rata').waitFor();
      const compares = (text: string) =>
        page.getByLabel('Bandingkan berkas').setInputFiles({
          name: 'rekam.json',
          mimeType: 'application/json',
          buffer: Buffer.from(text),
        });
      await compares(json.replace(/"received":\d+/, '"received":99'));
      await page.getByText('Berkas ini berbeda dari yang diserahkan', { exact: false }).waitFor();
      await compares(JSON.stringify(JSON.parse(json), null, 2));
      await page.getByText('Berkas ini sama dengan yang diserahkan.').waitFor();
      await neat(page, 'cek-rekam-usaha-hp');
      // A code is asked for among papers first.
      expect(complaints).toEqual([expect.stringContaining('404')]);
    });
    await shopAs(async ({ page, complaints }) => {
      await page.getByText('Penjualan dan pembayarannya jelas.').waitFor();
      await page.getByText(/membuka .* kode/).waitFor();
      await page.getByRole('button', { name: 'Cabut izin' }).click();
      await page.getByText('Izin sudah Anda cabut.', { exact: false }).waitFor();
      await neat(page, 'modal-dicabut-hp');
      expect(complaints).toEqual([]);
    });
    await visitAs('petugas-bank', '/dasbor/permohonan-modal?kota=35.73&lihat=dijawab', async ({ page }) => {
      await page.getByText('Tidak ada permohonan di sini').waitFor();
    });
  });
};
