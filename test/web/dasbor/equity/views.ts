import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { folderFiles } from '../../../../infra/local/files.ts';
import { pages } from '../../../api/equity/report-files.ts';
import { closeCity } from '../../../close-city.ts';
import { ready, type Seen, shot, type Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { neat, visitingAs } from '../../signed-in.ts';

const CITY = '35.73';
const ADMIN = `admin-${CITY}`;

/** Draws the same page in both schemes and as it is printed, for people to look at. */
const looks = async ({ page }: Seen, name: string): Promise<void> => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await neat(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ media: 'print' });
  await shot(page, `${name}-cetak`, true);
  await page.emulateMedia({ media: 'screen' });
};

export const equityViews = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('are drawn in light, dark and print', async () => {
    for (const slug of ['rekap', 'perkembangan', 'matriks', 'bandingkan', 'revisi', 'rapat'])
      await visitAs(ADMIN, `/dasbor/${slug}?kota=${CITY}`, (seen) => looks(seen, `tampilan-${slug}`));
  });

  test('stand on one printed page, with a code that leads to the live view', async () => {
    await visitAs(ADMIN, `/dasbor/rapat?kota=${CITY}&bulan=2026-10`, async ({ page, complaints }) => {
      const code = page.getByRole('img', { name: /Kode ke/ });
      await code.waitFor();
      const bytes = await page.pdf({ preferCSSPageSize: true });
      expect(pages({ bytes })).toBe(1);
      const [, width = 0, height = 0] =
        /MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(Buffer.from(bytes).toString('latin1'))?.map(Number) ?? [];
      expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
      const live = `${site().url}/dasbor/rekap?kota=${CITY}&bulan=2026-10`;
      expect(await code.getAttribute('aria-label')).toBe(`Kode ke ${live}`);
      const dark = encode(live, { ecc: 'M', border: 4 }).data.flat().filter(Boolean).length;
      expect((await code.locator('path').getAttribute('d'))?.match(/M/g)).toHaveLength(dark);
      // What a meeting sees: everything inside the sheet, nothing beneath another thing.
      await page.setViewportSize({ width: 1047, height: 718 });
      await page.emulateMedia({ media: 'print' });
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('.sheet, .halves, .halves > section')]
          .filter((one) => one.scrollHeight > one.clientHeight + 1)
          .map((one) => one.className || one.getAttribute('aria-labelledby')),
      );
      expect(cut).toEqual([]);
      await page.addStyleTag({ content: 'html { filter: grayscale(1) }' }).catch(() => undefined);
      await shot(page, 'rapat-cetak');
      expect(complaints.filter((one) => !/Content Security|CSP/.test(one))).toEqual([]);
    });
  });

  test('show every shop once through pages of the matrix, and lead from it to the shop', async () => {
    await visitAs(ADMIN, `/dasbor/matriks?kota=${CITY}&bulan=2026-10`, async ({ page, complaints }) => {
      const names = new Set<string>();
      for (let at = 0; at < 3; at++) {
        if (at > 0) {
          await page.getByRole('link', { name: 'Usaha berikutnya' }).click();
          await page.waitForURL(/lanjut=/);
          await ready(page);
        }
        for (const name of await page.locator('.matrix tbody th a').allInnerTexts()) names.add(name);
      }
      expect(names.size).toBe(60);
      await page.getByText('Ini akhir daftar').waitFor();
      // The city was founded in August.
      expect(await page.locator('.matrix tbody tr').first().locator('td').count()).toBe(3);
      await page.locator('.matrix tbody th a').first().click();
      await page.waitForURL(/\/dasbor\/usaha\/mrc_/);
      expect(complaints).toEqual([]);
    });
  });

  test('put two districts and two shops side by side, and the address says which', async () => {
    await visitAs(ADMIN, `/dasbor/bandingkan?kota=${CITY}`, async ({ page, complaints }) => {
      await page.getByRole('link', { name: 'Dua kecamatan' }).click();
      await page.getByLabel('Yang pertama').selectOption('Klojen');
      await page.getByLabel('Yang kedua').selectOption('Sukun');
      await page.getByRole('button', { name: 'Bandingkan' }).click();
      await page.getByText('Klojen dan Sukun, Oktober 2026').waitFor();
      expect(new URL(page.url()).search).toContain('a=35.73.03&b=35.73.05');
      await page.getByRole('link', { name: 'Dua usaha' }).click();
      await page.getByLabel('Usaha pertama').fill('Dapur Sri');
      await page.getByRole('button', { name: 'Cari', exact: true }).click();
      await page.locator('.links a', { hasText: 'Dapur Sri' }).click();
      await page.getByText('Sudah dipilih: Dapur Sri').waitFor();
      await page.getByLabel('Usaha kedua').fill('Batik');
      await page.getByRole('button', { name: 'Cari', exact: true }).click();
      await page.locator('.links a', { hasText: 'Batik' }).first().click();
      await page.getByRole('heading', { level: 2, name: /^Dapur Sri menjual di/ }).waitFor();
      await neat(page, 'bandingkan-usaha');
      await page.reload();
      await page.getByRole('heading', { level: 2, name: /^Dapur Sri menjual di/ }).waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test('stand where the city put its districts; two officers see both versions', async () => {
    await visitAs(ADMIN, `/dasbor/letak?kota=${CITY}`, async ({ page, complaints }) => {
      const api = await site().as(ADMIN);
      const params = { city: CITY };
      await page.getByLabel('Kolom Sukun').fill('1');
      await page.getByRole('button', { name: 'Simpan letak' }).click();
      await page.getByRole('alert').waitFor();
      await neat(page, 'letak-salah');
      await page.getByLabel('Kolom Sukun').fill('3');
      const tiles = [{ code: '35.73.01', row: 1, column: 4 }];
      await api('PATCH /cities/{city}', { params, body: { tiles } });
      await page.getByRole('button', { name: 'Simpan letak' }).click();
      await page.getByText('Petugas lain baru saja mengubah ini').waitFor();
      await neat(page, 'letak-dua-petugas');
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await page.getByText('Tersimpan. Di rekap untuk umum').waitFor();
      expect((await api('GET /cities/{city}/settings', { params })).tiles).toContainEqual({
        code: '35.73.05',
        row: 2,
        column: 3,
      });
      await api('PATCH /cities/{city}', { params, body: { tiles: null } });
      expect(complaints.filter((one) => !/status of 4/.test(one))).toEqual([]);
    });
  });

  test('tell each revision of a month: what it changed, and why', async () => {
    const small = '35.72';
    const { world, folder } = site();
    const close = { month: '2026-10', phase: 'final', takenAt: '2026-11-10T17:30:00.000Z' } as const;
    await closeCity(world, folderFiles(join(folder, 'files')), small, close);
    await visit(`/dasbor/revisi?kota=${small}&bulan=2026-10`, async ({ page, complaints }) => {
      await page.getByRole('heading', { level: 2, name: 'Revisi 2 · angka akhir' }).waitFor();
      await page.getByText('Batas lapor sudah lewat: angka sementara menjadi angka akhir.').waitFor();
      await page.getByText('Sebelum dan sesudah revisi 2').waitFor();
      await page.getByText('Hitungan pertama bulan ini.').waitFor();
      await neat(page, 'revisi-dua');
      expect(complaints).toEqual([]);
    });
  });

  test('are kept under a name for the whole office, renamed and removed', async () => {
    await visitAs(ADMIN, `/dasbor/perlu-didatangi?kota=${CITY}&kategori=batik`, async ({ page, complaints }) => {
      await page.getByText('Simpan tampilan ini').click();
      await page.getByLabel('Nama tampilan').fill('Batik');
      await page.getByRole('button', { name: 'Simpan untuk sekantor' }).click();
      const tabs = page.getByRole('navigation', { name: 'Tampilan tersimpan' });
      await tabs.getByRole('link', { name: 'Batik' }).waitFor();
      await page.setViewportSize({ width: 360, height: 740 });
      await neat(page, 'tampilan-tersimpan');
      await visitAs(`inspektorat-${CITY}`, `/dasbor/perlu-didatangi?kota=${CITY}`, async (colleague) => {
        await colleague.page.getByRole('link', { name: 'Batik', exact: true }).click();
        await colleague.page.waitForURL(/kategori=batik/);
        expect(await colleague.page.getByText('Ubah tampilan').count()).toBe(0);
      });
      await page.getByText('Ubah tampilan').click();
      await page.getByLabel('Nama baru').fill('Batik sepi');
      await page.getByRole('button', { name: 'Ganti nama' }).click();
      await tabs.getByRole('link', { name: 'Batik sepi' }).waitFor();
      await page.getByText('Ubah tampilan').click();
      await page.getByRole('button', { name: 'Hapus tampilan' }).click();
      await page.getByRole('button', { name: 'Ya, hapus untuk sekantor' }).click();
      await page.getByText('Simpan tampilan ini').waitFor();
      expect(await tabs.count()).toBe(0);
      expect(complaints).toEqual([]);
    });
  });
};
