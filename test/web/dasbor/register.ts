import { expect, test } from 'vitest';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getMembership } from '../../../shared/table/people/memberships.ts';
import { leaveSeat, takeSeat } from '../../../shared/table/people/seats.ts';
import { registeredShops } from '../../../shared/table/register/merchants.ts';
import { axe, overflow, ready, type Seen, shot, type Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { visitingAs } from '../signed-in.ts';

const sizes = { hp: { width: 360, height: 740 }, meja: { width: 1280, height: 900 } };
/** On a phone and on a desk: fits, and has nothing against WCAG. */
const fits = async ({ page }: Seen, name: string): Promise<void> => {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    expect([name, size, await overflow(page), await axe(page)]).toEqual([name, size, 0, []]);
    await shot(page, `dasbor-${name}-${size}`, true);
  }
  await page.setViewportSize(sizes.hp);
};

const TITLES = 'Nama Usaha;Pemilik;NIK;No. HP;Kecamatan;Kelurahan;Alamat;Jenis Usaha';
const VILLAGE = '35.73.02.1001';
const row = (at: number, village: string) =>
  `Warung Muat ${at};Bu Muat;35730245088${String(at).padStart(5, '0')};0813${String(at).padStart(8, '0')};;${village};Jl. Ijen ${at};Kuliner`;

export const registerPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('finds a shop by a word and shows what is checked of it, what can be decided and what happened', async () => {
    await visitAs('admin-35.73', '/dasbor/usaha?kota=35.73&lihat=verified', async (seen) => {
      const { page } = seen;
      await page.locator('table.data a').first().waitFor();
      await fits(seen, 'usaha-terverifikasi');
      for (const format of ['XLSX', 'CSV']) {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: format, exact: true }).click(),
        ]);
        expect(file.suggestedFilename()).toMatch(/^usaha-verified-35\.73-\d{8}T\d{4}Z\.(xlsx|csv)$/);
      }
      const name = (await page.locator('table.data a').first().innerText()).trim();
      await page.getByLabel('Cari').fill(name.split(' ').at(-1) ?? name);
      await page.getByRole('button', { name: 'Terapkan' }).click();
      await page.getByText('Yang cocok dengan').waitFor();
      await page.getByRole('link', { name }).first().click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.getByRole('heading', { name: 'Riwayat' }).waitFor();
      expect(await page.getByText('Diverifikasi').count()).toBeGreaterThan(0);
      await fits(seen, 'usaha-berkas');
    });
  });

  test('confirms whom a helper called in, who reads until then what to show to whom', async () => {
    const { world, owners } = site();
    const shops = await registeredShops(world.table, [...owners.keys()].slice(0, 100));
    const shop = shops.find((one) => one?.cityCode === '35.73');
    if (!shop) throw new Error('the city has no shop');
    const { merchantId, name } = shop;
    const seat = { person: 'bu-karti', scope: `merchant:${merchantId}`, role: 'owner' as const, city: '35.73', name };
    const at = world.now();
    await commit(world.table, takeSeat({ ...seat, unconfirmed: true, grantedBy: 'x', grantedAt: at, version: 1 }));
    try {
      await visitAs('bu-karti', `/toko-saya/?toko=${merchantId}`, async ({ page }) => {
        await page.getByText('kota belum memastikan bahwa Anda pemiliknya').waitFor();
        expect(await page.getByText('Tutup toko ini').count()).toBe(0);
      });
      await visitAs('admin-35.73', `/dasbor/usaha/${merchantId}?kota=35.73`, async (seen) => {
        const { page } = seen;
        await page.getByRole('heading', { name: 'Pemilik belum dipastikan' }).waitFor();
        await fits(seen, 'usaha-pemilik-dipastikan');
        await page.getByRole('button', { name: 'Pastikan pemilik' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Pastikan pemilik' }).click();
        await page.getByRole('heading', { name: 'Pemilik belum dipastikan' }).waitFor({ state: 'detached' });
      });
      expect((await getMembership(world.table, seat.person, seat.scope))?.unconfirmed).toBeUndefined();
    } finally {
      const held = await getMembership(world.table, seat.person, seat.scope);
      if (held) await commit(world.table, leaveSeat(held, at));
    }
  });

  test('loads a list: what is wrong is said row by row, what is right is loaded, and waits to be verified', async () => {
    await visitAs('admin-35.73', '/dasbor/usaha-muat?kota=35.73', async (seen) => {
      const { page } = seen;
      const lines = [TITLES, row(1, VILLAGE), row(2, 'Atlantis'), row(3, VILLAGE)];
      await page.getByLabel('Berkas daftar usaha').setInputFiles({
        name: 'daftar.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(lines.join('\n')),
      });
      await page.getByRole('button', { name: 'Periksa berkas' }).click();
      await page.getByText('1 baris perlu diperbaiki di lembar').waitFor();
      await fits(seen, 'usaha-muat-diperiksa');
      await page.getByRole('button', { name: 'Muat 2 yang benar saja' }).click();
      await page.getByText('Termuat: 3 baris, 2 benar; 2 dimuat; 0 sudah ada.').waitFor();
      await page.getByRole('link', { name: 'Lihat pendaftaran yang menunggu' }).click();
      await page.getByRole('link', { name: 'Warung Muat 1' }).click();
      await ready(page);
      await page.getByRole('heading', { name: 'Belum ada pemiliknya' }).waitFor();
      await fits(seen, 'usaha-dari-daftar');
      await page.getByText('Kembalikan untuk diperbaiki').click();
      await page.getByLabel('NIK', { exact: true }).check();
      expect(await page.getByLabel('Alasan untuk NIK').inputValue()).toContain('KTP');
      await page.getByRole('button', { name: 'Kembalikan' }).click();
      await page.getByText('NIK berbeda dengan KTP').first().waitFor();
      expect(await page.getByText('Dikembalikan', { exact: true }).count()).toBeGreaterThan(0);
    });
  });
};
