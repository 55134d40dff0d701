import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ready, type Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});
const FARES = 'bulan;kecamatan;kendaraan;layanan;jarak;tarif;perjalanan';

type Reported = { readonly partnerId: string; readonly kind: 'activity' | 'demand'; readonly month: string };
/** A month as a partner reports it, without a page. */
const reports = async (site: Site, { partnerId, kind, month }: Reported, lines: readonly string[]) => {
  const authorization = `Bearer ${await site.token('admin-35.73')}`;
  const post = async (path: string, type: string, body: string) =>
    (await fetch(`${site.url}/api/partners/${partnerId}/${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body,
    }).then((answer) => answer.json())) as { partId: string; written: boolean };
  const { partId } = await post('feed-parts', 'text/csv', lines.join('\n'));
  const feed = { city: '35.73', kind, month, revision: 1, parts: [partId] };
  return (await post('feeds', 'application/json', JSON.stringify(feed))).written;
};
/** Drivers of a kecamatan, in the names of MDS. */
const DRIVERS = ['start_date,geography_id,vehicle_type,trip_count,drivers_eligible,drivers_active'];
const DEMAND = ['bulan;kecamatan;kategori;kata;jam;permintaan;tidak_ada'];

/** From an agreement to a month's figures: entered, owed, reported with a wrong row first, and read beside the corridor. */
export const partnerWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  test('agree, owe, get a key, and report a month in which fares leave the corridor', async () => {
    const month = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7);
    await visitAs('admin-35.73', '/dasbor/kemitraan?kota=35.73', async ({ page, complaints }) => {
      await page.getByText('Tambah mitra', { exact: true }).first().click();
      await page.getByLabel('Nama badan hukum').fill('PT Ojek Contoh');
      await page.getByLabel('Sebutan sehari-hari').fill('Ojek Contoh');
      await page.getByRole('button', { name: 'Tambah mitra' }).click();
      await page.getByRole('link', { name: 'Ojek Contoh' }).click();
      await page.getByText('Catat perjanjian baru').click();
      await page.getByLabel('Judul').fill('Data dan pelatihan');
      await page.getByLabel('Nomor naskah').fill('1/MOU/2026');
      await page.getByLabel('Pihak yang menandatangani').fill('Wali Kota Malang\nPT Ojek Contoh');
      await page.getByLabel('Dinas yang terlibat').fill('Dinas Koperasi\nDinas Perhubungan');
      await page.getByLabel('Ruang lingkup').fill('Pemasaran UMKM dan data bulanan.');
      await page.getByLabel('Mulai berlaku').fill('2026-01-01');
      await page.getByLabel('Berakhir').fill('2029-12-31');
      await page.getByRole('button', { name: 'Simpan perjanjian' }).click();
      await page.getByRole('heading', { name: 'Data dan pelatihan' }).waitFor();
      await page.getByText('Tambah kewajiban').click();
      await page.getByLabel('Kewajiban', { exact: true }).fill('Pelatihan 40 penjual');
      await page.getByLabel('Jatuh tempo').fill('2027-01-31');
      await page.getByRole('button', { name: 'Tambah', exact: true }).click();
      await page.getByText('0 dari 1 kewajiban selesai.').waitFor();
      await page.getByText('Tandai selesai').click();
      await page.getByLabel('Apa buktinya').fill('42 penjual hadir.');
      await page.getByRole('button', { name: 'Simpan', exact: true }).click();
      await page.getByText('1 dari 1 kewajiban selesai.').waitFor();
      await page.getByLabel('Program yang memakai kunci baru').fill('Sistem laporan');
      await page.getByRole('button', { name: 'Buat kunci' }).click();
      await page.getByText('Kunci ini hanya tampil sekarang.').waitFor();
      await neat(page, 'dasbor-mitra-hp');
      await page.getByText('Kirim data bulanan').click();
      await page.getByLabel('Jenis data').selectOption('fares');
      await page.getByLabel('Bulan', { exact: true }).fill(month);
      const file = page.getByLabel('Berkas (XLSX atau CSV)');
      await file.setInputFiles(csv('tarif.csv', [FARES, `${month};Jauh;motor;penumpang;3;9000;100`]));
      await page.getByRole('button', { name: 'Periksa berkas' }).click();
      await page.getByText('Kecamatan ini tidak ada').waitFor();
      const right = [`${month};35.73.02;motor;penumpang;3;9000;75`, `${month};35.73.02;motor;penumpang;3;12000;25`];
      await file.setInputFiles(csv('tarif.csv', [FARES, ...right]));
      await page.getByRole('button', { name: 'Periksa berkas' }).click();
      await page.getByRole('button', { name: 'Kirim 2 baris' }).click();
      await page.getByText('2 baris dari petugas').waitFor();
      await page.getByText('Dinas Koperasi · Dinas Perhubungan').waitFor();
      const partnerId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      const drivers = [...DRIVERS, `${month}-01,35.73.02,motorcycle,4200,1234,1050`];
      expect(await reports(site(), { partnerId, kind: 'activity', month }, drivers)).toBe(true);
      await page.goto(`${site().url}/dasbor/data-mitra?kota=35.73&bulan=${month}`);
      await ready(page);
      await page.locator('tr', { hasText: /Kedungkandang.*1\.234.*1\.050.*4\.200/ }).waitFor();
      await page
        .getByText(
          /Ojek Contoh: 25% perjalanan .* di luar koridor tarif \(0% di bawah batas, 25% di atas\), terbanyak di/,
        )
        .waitFor();
      await neat(page, 'dasbor-data-mitra-hp');
      expect(complaints).toEqual([]);
    });
    const admin = await site().as('admin-35.73');
    const { partners } = await admin('GET /cities/{city}/partners', { params: { city: '35.73' } });
    const scope = `partner:${partners[0]?.partnerId}`;
    const seat = { params: { scope, person: 'orang-ojek' }, body: { role: 'partner' } } as const;
    await admin('PUT /scopes/{scope}/members/{person}', seat);
    await (await site().as('orang-ojek'))('POST /me/invitations/{scope}/accept', { params: { scope } });
    const owner = await site().as('pemilik-1');
    const { memberships } = await owner('GET /me');
    const merchantId = memberships.find(({ scope }) => scope.startsWith('merchant:'))?.scope.slice(9) ?? '';
    const shop = await owner('GET /merchants/{merchantId}/file', { params: { merchantId } });
    const near = `${month};${shop.district};${shop.category}`;
    const sought = [...DEMAND, `${near};pecel tumpang;12;90;75`, `${near};budi penipu;12;90;65`];
    const demand = { partnerId: partners[0]?.partnerId ?? '', kind: 'demand', month } as const;
    expect(await reports(site(), demand, sought)).toBe(true);
    await visitAs('pemilik-1', `/toko-saya/?toko=${merchantId}`, async ({ page, complaints }) => {
      await page.getByText('Dicari di dekat Anda').click();
      await page.getByText('dicari sedikitnya 140 kali dan tidak ada. Kata yang dicari: pecel tumpang.').waitFor();
      await neat(page, 'toko-saya-dicari-hp');
      expect(complaints).toEqual([]);
    });
    await visitAs('admin-35.73', '/dasbor/data-mitra?kota=35.73', async ({ page, complaints }) => {
      await page.getByRole('heading', { name: 'Dicari dan tidak ada' }).waitFor();
      await page.getByRole('button', { name: 'Coret budi penipu' }).waitFor();
      await neat(page, 'dasbor-kata-hp');
      await page.getByRole('button', { name: 'Coret budi penipu' }).click();
      await page.getByRole('button', { name: 'Batalkan budi penipu' }).waitFor();
      await neat(page, 'dasbor-dicari-hp');
      expect(complaints).toEqual([]);
    });
    await visitAs('orang-ojek', '/akun/mitra', async ({ page, complaints }) => {
      await page.getByRole('heading', { name: 'Data dan pelatihan' }).waitFor();
      await page.getByText('tarif: 2 baris dari petugas').waitFor();
      await neat(page, 'mitra-hp');
      expect(complaints).toEqual([]);
    });
  });

  test('are asked about: owners in their shop and drivers by a link, ten questions each, with n and no names', async () => {
    const admin = await site().as('admin-35.73');
    const { partners } = await admin('GET /cities/{city}/partners', { params: { city: '35.73' } });
    const { partnerId = '' } = partners[0] ?? {};
    const fills = async (page: Page) => {
      for (let at = 0; at < 10; at++) await page.locator(`input[name="jawaban-${at}"][value="4"]`).check();
      await page.getByRole('button', { name: 'Kirim jawaban' }).click();
    };
    await visitAs('pemilik-1', '/toko-saya/', async ({ page, complaints }) => {
      await page.getByText('Seberapa mudah aplikasi mitra?').click();
      await page.getByRole('heading', { name: 'Aplikasi Ojek Contoh' }).waitFor();
      await neat(page, 'toko-saya-kemudahan-hp');
      await fills(page);
      await page.getByText('Terima kasih. Jawaban Anda dihitung tanpa nama.').waitFor();
      expect(complaints).toEqual([]);
    });
    const { link } = await admin('GET /partners/{partnerId}/usability', { params: { partnerId } });
    await visit(link ?? '', async ({ page, complaints }) => {
      await page.getByRole('heading', { name: 'Seberapa mudah aplikasi Ojek Contoh?' }).waitFor();
      await neat(page, 'cek-kemudahan-hp');
      await fills(page);
      await page.getByText('Terima kasih').waitFor();
      expect(complaints).toEqual([]);
    });
    await visitAs('admin-35.73', `/dasbor/kemitraan/${partnerId}?kota=35.73`, async ({ page, complaints }) => {
      await page.getByRole('heading', { name: 'Kemudahan aplikasi' }).waitFor();
      expect(await page.getByText('masih dikumpulkan sampai triwulan ini berakhir').count()).toBe(2);
      await neat(page, 'dasbor-mitra-kemudahan-hp');
      expect(complaints).toEqual([]);
    });
  });
};
