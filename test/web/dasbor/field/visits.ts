import jpeg from 'jpeg-js';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { attended, type Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { neat, visitingAs } from '../../signed-in.ts';

const FIELD = 'lapangan-35.73';
const PLAN = '/dasbor/kunjungan?kota=35.73&kecamatan=35.73.02';
const PAGES = '/kunjungan/';
const picture = () =>
  Buffer.from(jpeg.encode({ data: Buffer.alloc(900 * 700 * 4, 120), width: 900, height: 700 }, 95).data);
/** The worker stands between this page and the network. */
const workerThere = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** An office that can help, and who works in it. */
const seatsOffice = async (site: Site): Promise<{ agencyId: string; buyer: string }> => {
  const [admin, buyer] = [await site.as('admin-35.73'), 'petugas-foto'];
  const body = { name: 'Dinas Foto', address: 'Jl. Ijen 31' };
  const { agencyId } = await admin('POST /cities/{city}/agencies', { params: { city: '35.73' }, body });
  const scope = `agency:${agencyId}`;
  await admin('PUT /scopes/{scope}/members/{person}', { params: { scope, person: buyer }, body: { role: 'buyer' } });
  await (await site.as(buyer))('POST /me/invitations/{scope}/accept', { params: { scope } });
  return { agencyId, buyer };
};

/** From the list of who did not sell to a shop’s door without a line, and back to the desk. */
export const visitWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const attendedAs: typeof visitAs = (person, path, look) => visitAs(person, path, look, attended);

  /** What was needed goes to an office, is done, and is opened again by the shop. */
  const givenToOffice = async (merchantId: string, visitId: string): Promise<void> => {
    const { agencyId, buyer } = await seatsOffice(site());
    await visitAs('admin-35.73', `/dasbor/kunjungan/${visitId}?kota=35.73`, async ({ page, complaints }) => {
      await page.getByText('Tunjuk dinas').click();
      await page.getByLabel('Dinas', { exact: true }).selectOption(agencyId);
      await page.getByLabel('Tenggat').fill(site().world.now().slice(0, 10));
      await page.getByRole('button', { name: 'Simpan dinas' }).click();
      await page.getByText('Dikerjakan dinas').waitFor();
      await page.goto('/dasbor/kunjungan?kota=35.73&lihat=tugas&tugas=dinas');
      await page.getByText('Foto dan kemasan: Botol baru').waitFor();
      await neat(page, 'dasbor-kunjungan-tugas-hp');
      expect(complaints).toEqual([]);
    });
    await visitAs(buyer, `/kantor/?dinas=${agencyId}`, async ({ page, complaints }) => {
      await page.getByText('Kebutuhan usaha untuk dinas ini').click();
      await page.getByText('Catat selesai').click();
      await page.getByLabel('Apa yang sudah dilakukan').fill('Botol sudah difoto di balai kota');
      await page
        .getByLabel('Foto bukti, bila ada')
        .setInputFiles({ name: 'b.jpg', mimeType: 'image/jpeg', buffer: picture() });
      await neat(page, 'kantor-kebutuhan-hp');
      await page.getByRole('button', { name: 'Simpan', exact: true }).click();
      await page.getByText('Tidak ada kebutuhan usaha yang menunggu.').waitFor();
      expect(complaints).toEqual([]);
    });
    const owner = site().owners.get(merchantId) ?? '';
    await visitAs(owner, `/toko-saya/?toko=${merchantId}`, async ({ page, complaints }) => {
      await page.getByText('Kunjungan petugas').click();
      await page.getByText('Hasil: Botol sudah difoto di balai kota').waitFor();
      await page.getByAltText('Sesudahnya, foto 1').waitFor();
      await neat(page, 'toko-saya-kunjungan-hp');
      await page.getByText('Belum beres? Buka lagi').click();
      await page.getByLabel('Apa yang masih kurang').fill('Fotonya gelap');
      await page.getByRole('button', { name: 'Buka lagi', exact: true }).click();
      await page.getByText('Dibuka lagi').first().waitFor();
      expect(complaints).toEqual([]);
    });
  };

  test('are planned from a district’s list, written down without a line, kept through a closed tab, and sent once', async () => {
    await visitAs('admin-35.73', '/dasbor/kunjungan?kota=35.73', async ({ page, complaints }) => {
      // Nobody said where: it begins where most have not sold.
      await page.getByText('usaha dipilih.').waitFor();
      await page.goto(PLAN);
      await page.getByText('usaha dipilih.').waitFor();
      await neat(page, 'dasbor-kunjungan-rute-hp');
      await page
        .getByLabel('Hari')
        .fill(new Date(Date.parse(site().world.now()) + 7 * 864e5).toISOString().slice(0, 10));
      await page.getByLabel('Yang datang').selectOption(FIELD);
      await page.getByLabel('Nama petugas').fill('Pak Dwi');
      await page.getByRole('button', { name: 'Jadwalkan kunjungan' }).click();
      await page.getByText(/^\d+ kunjungan dijadwalkan\.$/).waitFor();
      expect(complaints).toEqual([]);
    });
    const planned = (await (await site().as(FIELD))('GET /me/visits', {})).items;
    const [first] = planned;
    expect(planned.length).toBeGreaterThan(1);
    const params = { visitId: first?.visitId ?? '' };
    await attendedAs(FIELD, PAGES, async ({ page, complaints }) => {
      const context = page.context();
      await context.grantPermissions(['geolocation']);
      await context.setGeolocation({ latitude: -7.9829, longitude: 112.6414, accuracy: 2500 });
      await workerThere(page);
      await page.getByText(first?.name ?? '').waitFor();
      await neat(page, 'kunjungan-hp');
      await page.reload();
      await page.getByText(first?.name ?? '').waitFor();
      await context.setOffline(true);
      await page.getByRole('link', { name: new RegExp(first?.name ?? '') }).click();
      await page.getByLabel('Pemilik', { exact: true }).check();
      await page.getByLabel('Produksi').fill('Lima kilo sehari');
      await page.getByLabel('Belum ada foto yang baik').check();
      await page.getByLabel('Foto dan kemasan', { exact: true }).check();
      await page.getByLabel('Foto dan kemasan: apa tepatnya?').fill('Botol baru');
      await page
        .getByLabel('Foto', { exact: true })
        .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: picture() });
      await page.getByAltText('Foto 1, di HP ini').waitFor();
      await page.getByRole('button', { name: 'Catat lokasi' }).click();
      await page.getByText('Kurang teliti').waitFor();
      await page.getByLabel('Janji setelah kunjungan').fill('Foto ulang pekan depan');
      await page.getByLabel(/^Pemilik setuju/).check();
      await neat(page, 'kunjungan-formulir-hp');
      // The tab is closed, and another one opened.
      await page.close();
      const other = await context.newPage();
      await other.goto(`${site().url}${PAGES}${params.visitId}`);
      await other.getByAltText('Foto 1, di HP ini').waitFor();
      expect(await other.getByLabel('Produksi').inputValue()).toBe('Lima kilo sehari');
      expect(await other.getByLabel('Pemilik', { exact: true }).isChecked()).toBe(true);
      // Without a line a session runs out: what was written is there all the same.
      const session = await other.evaluate(() => localStorage.getItem('masuk') ?? '');
      await other.evaluate((told) => localStorage.setItem('masuk', told), session.replace(/"until":\d+/, '"until":1'));
      await other.reload();
      await other.getByAltText('Foto 1, di HP ini').waitFor();
      await other.evaluate((told) => localStorage.setItem('masuk', told), session);
      await other.getByRole('button', { name: 'Simpan di HP' }).click();
      await other.getByText('1 menunggu · 0 terkirim · 0 gagal').waitFor();
      await neat(other, 'kunjungan-antrean-hp');
      await context.setOffline(false);
      await other.getByText('0 menunggu · 1 terkirim · 0 gagal').waitFor();
      expect(complaints).toEqual([]);
    });
    const visited = await (await site().as('admin-35.73'))('GET /visits/{visitId}', { params });
    expect(visited).toMatchObject({ state: 'done', record: { met: 'owner', production: 'Lima kilo sehari' } });
    expect(visited.pictures.map(({ hash }) => hash)).toEqual(visited.record?.photos);
    await visitAs(
      'inspektorat-35.73',
      `/dasbor/kunjungan/${params.visitId}?kota=35.73`,
      async ({ page, complaints }) => {
        await page.getByText('Lima kilo sehari').waitFor();
        await page.getByAltText('Foto kunjungan 1').waitFor();
        await neat(page, 'dasbor-kunjungan-satu-hp');
        expect(complaints).toEqual([]);
      },
    );
    await givenToOffice(first?.merchantId ?? '', params.visitId);
  });

  test('that were written down wrong are put right by who wrote them, and their shop reads both and why', async () => {
    const made = (await (await site().as(FIELD))('GET /me/visits', { query: { state: 'done' } })).items[0];
    await visitAs(FIELD, PAGES, async ({ page, complaints }) => {
      await page.getByText('Sudah dikirim', { exact: true }).click();
      await page.getByText(made?.name ?? '').click();
      await page.getByText('Perbaiki catatan ini').click();
      await page.getByLabel('Produksi').fill('Enam kilo sehari');
      await page.getByLabel('Mengapa diperbaiki').fill('Salah dengar');
      await neat(page, 'kunjungan-perbaiki-hp');
      await page.getByRole('button', { name: 'Simpan perbaikan' }).click();
      await page.getByText('Salah dengar').waitFor();
      expect(complaints).toEqual([]);
    });
    const owner = site().owners.get(made?.merchantId ?? '') ?? '';
    await visitAs(owner, `/toko-saya/?toko=${made?.merchantId}`, async ({ page, complaints }) => {
      await page.getByText('Kunjungan petugas').click();
      await page.getByText('Produksi: Enam kilo sehari').waitFor();
      await page.getByText(/^Diperbaiki .*Salah dengar$/).click();
      await page.getByText('Produksi: Lima kilo sehari').waitFor();
      await neat(page, 'toko-saya-perbaikan-hp');
      expect(complaints).toEqual([]);
    });
  });
};
