import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { marketOf } from '../../../market.ts';
import type { Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { neat, visitingAs } from '../../signed-in.ts';

const CITY = '35.73';
const ADMIN = `admin-${CITY}`;
const at = (slug: string, more = '') => `/dasbor/${slug}?kota=${CITY}${more}`;
/** What a row of both versions says: mine, then theirs. */
const versions = async (row: Locator): Promise<string[]> => {
  await row.waitFor();
  return row.getByRole('cell').allInnerTexts();
};
const onlyVersions = (complaints: readonly string[]) => complaints.filter((one) => !/412/.test(one));

/** Two officers at one thing: each save is over what its officer saw, and who comes second sees both. */
export const twoOfficers = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const colleague = () => marketOf(site().world).as(ADMIN);
  const params = { city: CITY };

  test('at one ranking rule see the other’s numbers beside their own, and the month of each', () =>
    visitAs(ADMIN, at('aturan'), async ({ page, complaints }) => {
      await page.getByLabel('Harga wajar').fill('30');
      await page.getByRole('button', { name: 'Coba pada bulan-bulan lalu' }).click();
      await page.getByLabel('Berlaku mulai tanggal 1').selectOption({ index: 5 });
      const start = await page.getByLabel('Berlaku mulai tanggal 1').inputValue();
      const tried = await colleague()('POST /cities/{city}/ranking-policy/simulations', {
        params,
        body: { tolerancePercent: 15 },
      });
      const first = await page.getByLabel('Berlaku mulai tanggal 1').locator('option').first().getAttribute('value');
      await colleague()('PUT /cities/{city}/ranking-policy', {
        params,
        body: { tolerancePercent: 15, effectiveFrom: first ?? '', simulationId: tried.simulationId },
      });
      await page.getByRole('button', { name: 'Putuskan aturan ini' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Putuskan aturan ini' }).click();
      const price = page.getByRole('alert').getByRole('row', { name: /^Harga wajar/ });
      expect(await versions(price)).toEqual(['30%', '15%']);
      await neat(page, 'aturan-dua-versi');
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      const { planned } = await colleague()('GET /cities/{city}/ranking-policy', { params });
      expect(planned.slice(-2).map(({ tolerancePercent, effectiveFrom }) => [tolerancePercent, effectiveFrom])).toEqual(
        [
          [15, first],
          [30, start],
        ],
      );
      expect(onlyVersions(complaints)).toEqual([]);
    }));

  test('at the market’s limits see both numbers', () =>
    visitAs(ADMIN, at('aturan', '&lihat=pasar'), async ({ page, complaints }) => {
      await page.getByLabel('Persetujuan dinas (hari)').fill('9');
      const { version } = await colleague()('GET /cities/{city}/settings', { params });
      await colleague()('PATCH /cities/{city}', {
        params,
        body: { policies: { approvalDays: 6 } },
        headers: { 'if-match': `"${version}"` },
      });
      await page.getByRole('button', { name: 'Simpan pengaturan' }).click();
      const days = page.getByRole('row', { name: /Persetujuan dinas/ });
      expect(await versions(days)).toEqual(['9', '6']);
      await page.getByRole('button', { name: 'Pakai yang tersimpan' }).click();
      await expect.poll(() => page.getByLabel('Persetujuan dinas (hari)').inputValue()).toBe('6');
      expect(onlyVersions(complaints)).toEqual([]);
    }));

  test('at one month’s goal see both, and neither is lost', async () => {
    await visitAs(ADMIN, at('target'), async ({ page, complaints }) => {
      await page.getByText('Tetapkan target').click();
      const month = (await page.getByLabel('Mulai bulan').locator('option').last().getAttribute('value')) ?? '';
      await page.getByLabel('Mulai bulan').selectOption(month);
      await page.getByLabel(/^Bagian ASN/).fill('60');
      await colleague()('PUT /cities/{city}/participation-goals/{month}', {
        params: { ...params, month },
        body: { percent: 45 },
        headers: { 'if-match': '"0"' },
      });
      await page.getByRole('button', { name: 'Simpan target' }).click();
      expect(await versions(page.getByRole('row', { name: /^Target mulai/ }))).toEqual(['60%', '45%']);
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await page.getByText(/^Target mulai .*: 60%\.$/).waitFor();
      await page.locator('main:not([aria-busy])').getByRole('heading', { level: 1 }).waitFor();
      await neat(page, 'target-dua-versi');
      expect(onlyVersions(complaints)).toEqual([]);
    });
  });

  test('at one line of an office’s budget see both ceilings, also where the line is new to one of them', async () => {
    const { items } = await colleague()('GET /cities/{city}/agencies', { params });
    const agencyId = items.find(({ name }) => name === 'Dinas Kebersihan')?.agencyId ?? '';
    const approver = marketOf(site().world).as('ppk-kebersihan');
    const year = String(new Date().getFullYear());
    const sets = async (budgetCode: string, ceilingRupiah: number, version: number) =>
      approver('PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}', {
        params: { agencyId, year, budgetCode },
        body: { name: 'Belanja alat tulis kantor', ceilingRupiah },
        headers: { 'if-match': `"${version}"` },
      });
    const [code, other] = ['5.1.02.01.01.0024', '5.1.02.01.01.0025'];
    const { version } = await sets(code, 10_000_000, 0);
    await visitAs('ppk-kebersihan', '/kantor/', async ({ page, complaints }) => {
      await page.getByText(`Pagu tiap rekening ${year}`).click();
      await page.getByRole('button', { name: `Ubah ${code}` }).click();
      await page.getByLabel('Pagu (Rp)').fill('12.000.000');
      await sets(code, 9_000_000, version);
      await page.getByRole('button', { name: 'Simpan pagu' }).click();
      expect(await versions(page.getByRole('row', { name: /^Pagu/ }))).toEqual(['Rp12.000.000', 'Rp9.000.000']);
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await page.getByText(`${code} Belanja alat tulis kantor: Rp12.000.000, sisa Rp12.000.000`).waitFor();
      await neat(page, 'kantor-pagu');
      await sets(other, 5_000_000, 0);
      await page.getByLabel('Kode rekening lain').fill(other);
      await page.getByRole('button', { name: 'Buka rekening ini' }).click();
      await page.getByLabel('Nama rekening').fill('Belanja cetak');
      await page.getByLabel('Pagu (Rp)').fill('7000000');
      await page.getByRole('button', { name: 'Simpan pagu' }).click();
      expect(await versions(page.getByRole('row', { name: /^Pagu/ }))).toEqual(['Rp7.000.000', 'Rp5.000.000']);
      expect(onlyVersions(complaints)).toEqual([]);
    });
  });

  test('at an office’s budget, also the first who write it, and at bans see both', async () => {
    const { items } = await colleague()('GET /cities/{city}/agencies', { params });
    const agencyId = items.find(({ name }) => name === 'Dinas Kebersihan')?.agencyId ?? '';
    await visitAs(ADMIN, `/dasbor/belanja/${agencyId}?kota=${CITY}&tahun=2026`, async ({ page, complaints }) => {
      await page.locator('summary', { hasText: 'Belanja pengadaan resmi 2026' }).click();
      await page.getByLabel('Belanja pengadaan (Rp)').fill('100000000');
      await page.getByLabel('Sumber').fill('SIRUP, 5 Januari 2026');
      await colleague()('PUT /agencies/{agencyId}/procurements/{year}', {
        params: { agencyId, year: '2026' },
        body: { procurementRupiah: 90_000_000, plannedSmallRupiah: null, source: 'SIRUP, 4 Januari 2026' },
      });
      await page.getByRole('button', { name: 'Simpan anggaran' }).click();
      const sum = page.getByRole('row', { name: /^Belanja pengadaan/ });
      expect(await versions(sum)).toEqual(['Rp100.000.000', 'Rp90.000.000']);
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      const { procurement } = await colleague()('GET /agencies/{agencyId}/spending/{year}', {
        params: { agencyId, year: '2026' },
      });
      expect(procurement).toMatchObject({ procurementRupiah: 100_000_000, source: 'SIRUP, 5 Januari 2026' });
      expect(onlyVersions(complaints)).toEqual([]);
    });
    await visitAs(ADMIN, at('barang'), async ({ page, complaints }) => {
      await page.getByLabel('Kata pada nama barang').last().fill('petasan rakitan');
      await page.getByLabel('Alasan dan peraturannya').last().fill('Perda 3/2024');
      const { version } = await colleague()('GET /cities/{city}/banned-goods', { params });
      await colleague()('PUT /cities/{city}/banned-goods', {
        params,
        body: { bans: [{ goods: 'satwa awetan', reason: 'Perda 8/2023' }] },
        headers: { 'if-match': `"${version}"` },
      });
      await page.getByRole('button', { name: 'Simpan larangan' }).click();
      await page.getByRole('cell', { name: 'satwa awetan: Perda 8/2023' }).waitFor();
      await page.getByRole('button', { name: 'Pakai yang tersimpan' }).click();
      await expect.poll(() => page.getByLabel('Kata pada nama barang').first().inputValue()).toBe('satwa awetan');
      expect(onlyVersions(complaints)).toEqual([]);
    });
  });
};
