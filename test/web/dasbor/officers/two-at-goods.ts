import { encode } from 'jpeg-js';
import { beforeAll, expect, test } from 'vitest';
import { marketOf } from '../../../market.ts';
import type { Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { neat, visitingAs } from '../../signed-in.ts';
import { opensOffice } from '../demand.ts';
import { onlyVersions, versions } from './two-admins.ts';

const CITY = '35.73';
const OTHER = 'admin-ketiga';
const signOf = (width: number): Buffer =>
  Buffer.from(encode({ data: Buffer.alloc(width * 64 * 4, width), width, height: 64 }, 70).data);

/** Two admins at goods, the city's sign, a plan and an application: neither takes away unseen what the other decided or brought. */
export const twoAtGoods = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const as = (person: string) => marketOf(site().world).as(person);
  const first = () => as(`admin-${CITY}`);
  const params = { city: CITY };

  beforeAll(async () => {
    const seat = { scope: `city:${CITY}`, person: OTHER };
    await first()('PUT /scopes/{scope}/members/{person}', { params: seat, body: { role: 'city-admin' } });
    await as(OTHER)('POST /me/invitations/{scope}/accept', { params: { scope: seat.scope } });
  });

  test('at goods, on the shelf of their shop and among the reported', async () => {
    const [merchantId = '', owner = ''] = [...site().owners][10] ?? [];
    const { items } = await as(owner)('GET /me/merchants/{merchantId}/products', { params: { merchantId } });
    const { productId = '', name = '' } = items.find(({ listed }) => listed) ?? {};
    const of = { merchantId, productId };
    const decides = (reason: string) =>
      first()('POST /merchants/{merchantId}/products/{productId}/decide', {
        params: of,
        body: { decision: 'keep', reason },
      });
    const kept = () => first()('GET /merchants/{merchantId}/products/{productId}/case', { params: of });
    await visitAs(OTHER, `/dasbor/usaha/${merchantId}?kota=${CITY}`, async ({ page, complaints }) => {
      const row = page
        .getByRole('region', { name: 'Barang yang dijual' })
        .getByRole('listitem')
        .filter({ hasText: name });
      await decides('Izin edarnya ada.');
      await row.getByRole('button', { name: 'Kembalikan ke toko' }).click();
      await page.getByRole('dialog').getByLabel('Alasan, dibaca toko').fill('Tanpa izin edar.');
      await page.getByRole('dialog').getByRole('button', { name: 'Kembalikan ke toko' }).click();
      expect(await versions(page, /^Keputusan/)).toEqual(['Ditarik', 'Boleh dijual']);
      expect(await versions(page, /^Alasan/)).toEqual(['Tanpa izin edar.', 'Izin edarnya ada.']);
      await neat(page, 'barang-toko-dua-versi');
      await page.getByRole('button', { name: 'Pakai yang tersimpan' }).click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      expect(await kept()).toMatchObject({ state: 'kept', decisions: [{ reason: 'Izin edarnya ada.' }] });
      expect(onlyVersions(complaints)).toEqual([]);
    });
    const report = 'POST /merchants/{merchantId}/products/{productId}/reports';
    await as('wawan')(report, { params: of, body: { kind: 'fake', text: 'Kemasannya tiruan' } });
    await visitAs(OTHER, `/dasbor/barang?kota=${CITY}`, async ({ page, complaints }) => {
      const card = page.getByRole('article').filter({ hasText: 'Kemasannya tiruan' });
      await decides('Sudah diperiksa, asli.');
      await card.getByRole('button', { name: 'Tarik barang' }).click();
      await page.getByRole('dialog').getByLabel('Alasan, dibaca toko').fill('Kemasannya ditiru.');
      await page.getByRole('dialog').getByRole('button', { name: 'Tarik barang' }).click();
      expect(await versions(page, /^Alasan/)).toEqual(['Kemasannya ditiru.', 'Sudah diperiksa, asli.']);
      await neat(page, 'barang-dua-versi');
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await card.waitFor({ state: 'detached' });
      expect((await kept()).state).toBe('withdrawn');
      expect(onlyVersions(complaints)).toEqual([]);
    });
    await decides('Boleh lagi.');
  });

  test('at the city’s logo: the sign one chose stands beside the sign the other put there', async () => {
    const logo = async () => (await first()('GET /cities/{city}/settings', { params })).logo;
    const puts = async (width: number) =>
      marketOf(site().world).ask('POST /cities/{city}/logo', `admin-${CITY}`, {
        params,
        rawBody: signOf(width).toString('latin1'),
        headers: { 'content-type': 'image/jpeg' },
      });
    await visitAs(OTHER, `/dasbor/pengaturan?kota=${CITY}`, async ({ page, complaints }) => {
      const chosen = { name: 'logo.jpg', mimeType: 'image/jpeg', buffer: signOf(90) };
      await page.getByLabel('Logo kota').setInputFiles(chosen);
      await puts(64);
      const theirs = await logo();
      await page.getByRole('button', { name: /^(Pasang|Ganti) logo$/ }).click();
      const row = page.getByRole('alert').getByRole('row', { name: /^Logo kota/ });
      await row.getByRole('img', { name: 'Logo yang Anda pilih' }).waitFor();
      const other = row.getByRole('img', { name: 'Logo yang tersimpan sekarang' });
      expect(await other.getAttribute('src')).toBe(theirs);
      await neat(page, 'logo-dua-versi');
      expect(await logo()).toBe(theirs);
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await expect.poll(logo).not.toBe(theirs);
      // What else of the city was saved meanwhile is not the sign.
      await first()('PATCH /cities/{city}', { params, body: { batikDay: 5 } });
      await page.getByRole('button', { name: 'Hapus logo' }).click();
      await expect.poll(logo).toBe(undefined);
      expect(onlyVersions(complaints)).toEqual([]);
    });
    await first()('PATCH /cities/{city}', { params, body: { batikDay: null } });
  });

  test('at an office’s plan: what one brought is not written over by a file that was looked at before', async () => {
    await opensOffice(site(), 'Dinas Dua Rencana');
    const { items } = await first()('GET /cities/{city}/agencies', { params, query: { limit: 100 } });
    const { agencyId = '' } = items.find(({ name }) => name === 'Dinas Dua Rencana') ?? {};
    const year = String(new Date().getUTCFullYear() + 1);
    const planOf = (rupiah: number) =>
      `kd_rup;nama_paket;pagu;tgl_awal_pemanfaatan\n41;Belanja mamin rapat;${rupiah};${year}-03-01\n`;
    await visitAs(OTHER, `/dasbor/rencana-muat?kota=${CITY}`, async ({ page, complaints }) => {
      await page.getByLabel('Dinas', { exact: true }).selectOption({ label: 'Dinas Dua Rencana' });
      await page.getByLabel('Tahun rencana').fill(year);
      const file = { name: 'rup.csv', mimeType: 'text/csv', buffer: Buffer.from(planOf(36_000_000)) };
      await page.getByLabel('Berkas RUP').setInputFiles(file);
      await page.getByRole('button', { name: 'Periksa berkas' }).click();
      const load = page.getByRole('button', { name: 'Muat 1 paket' });
      await load.waitFor();
      await marketOf(site().world).ask('POST /agencies/{agencyId}/plan/{year}/import', `admin-${CITY}`, {
        params: { agencyId, year },
        query: { mode: 'all' },
        rawBody: planOf(48_000_000),
        headers: { 'content-type': 'text/csv' },
      });
      await load.click();
      await page.getByText(/sekarang 1 paketnya akan berubah atau dihapus, tadi 0/).waitFor();
      await page.getByText(/^Terbaca: .* 1 berubah, 0 dihapus/).waitFor();
      await neat(page, 'rencana-dua-petugas');
      await load.click();
      await page.getByText(/^Termuat: .* 1 berubah, 0 dihapus/).waitFor();
      expect(complaints.filter((one) => !/409/.test(one))).toEqual([]);
    });
  });

  test('at an application: the reasons one returned it for stand beside those of the other', async () => {
    const { merchantId } = await as('pemohon-dua')('POST /merchants', {
      body: {
        cityCode: CITY,
        kind: 'person',
        nik: '3573024508809931',
        name: 'Usaha Dua Petugas',
        ownerName: 'Suwarni',
        phone: '0812-9999-0031',
        district: `${CITY}.02`,
        village: `${CITY}.02.1001`,
        address: 'Jl. Kawi 2',
        category: 'culinary',
      },
    });
    await visitAs(OTHER, `/dasbor/usaha/${merchantId}?kota=${CITY}`, async ({ page, complaints }) => {
      await page.getByText('Kembalikan untuk diperbaiki').click();
      await page.getByRole('checkbox', { name: 'Alamat' }).click();
      await page.getByLabel('Alasan untuk Alamat').fill('Tanpa nomor rumah.');
      await first()('POST /merchants/{merchantId}/return', {
        params: { merchantId },
        body: { reasons: [{ field: 'nik', reason: 'Foto buram' }] },
      });
      await page.getByRole('button', { name: 'Kembalikan', exact: true }).click();
      expect(await versions(page, /^Alasan/)).toEqual(['Alamat: Tanpa nomor rumah.', 'NIK: Foto buram']);
      await neat(page, 'berkas-dua-keputusan');
      await page.getByRole('button', { name: 'Baca berkas yang sekarang' }).click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await page.getByRole('listitem').filter({ hasText: 'NIK: Foto buram' }).waitFor();
      expect(onlyVersions(complaints)).toEqual([]);
    });
  });
};
