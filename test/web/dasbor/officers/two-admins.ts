import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { marketOf } from '../../../market.ts';
import type { Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { neat, visitingAs } from '../../signed-in.ts';

const CITY = '35.73';
const OTHER = 'admin-kedua';
const inDays = (days: number) => new Date(Date.now() + days * 864e5).toISOString().slice(0, 10);
/** What both versions say of a part: mine, then theirs. */
export const versions = async (page: Page, part: RegExp): Promise<string[]> => {
  const row = page.getByRole('alert').getByRole('row', { name: part });
  await row.waitFor();
  return row.getByRole('cell').allInnerTexts();
};
export const onlyVersions = (complaints: readonly string[]) => complaints.filter((one) => !/412/.test(one));

/** Two people with a seat each at one thing: who comes second sees what the first wrote beside their own, and says which stands. */
export const twoAdmins = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const as = (person: string) => marketOf(site().world).as(person);
  const first = () => as(`admin-${CITY}`);
  const params = { city: CITY };

  beforeAll(async () => {
    const seat = { scope: `city:${CITY}`, person: OTHER };
    await first()('PUT /scopes/{scope}/members/{person}', { params: seat, body: { role: 'city-admin' } });
    await as(OTHER)('POST /me/invitations/{scope}/accept', { params: { scope: seat.scope } });
  });

  const centre = {
    name: 'Sentra Dua Petugas',
    description: 'Kuliner rumahan.',
    address: 'Jl. Kawi 9',
    district: '35.73.02',
    schedules: [{ byDay: ['SA' as const], opensAt: '08:00', closesAt: '14:00' }],
    stalls: 12,
    rentRupiah: 0,
    rules: [],
    pickUp: false,
  };
  test('at a centre and at one of its market days', async () => {
    const slug = 'sentra-dua-petugas';
    const of = { ...params, slug };
    await first()('PUT /cities/{city}/centres/{slug}', { params: of, body: centre });
    const at = `/dasbor/sentra/${slug}?kota=${CITY}`;
    await visitAs(OTHER, at, async ({ page, complaints }) => {
      await page.getByText('Ubah data sentra').click();
      await page.getByLabel('Alamat', { exact: true }).fill('Jl. Kawi 10');
      await page.getByLabel('Jumlah lapak').last().fill('20');
      await first()('PUT /cities/{city}/centres/{slug}', { params: of, body: { ...centre, stalls: 15 } });
      await page.getByRole('button', { name: 'Simpan sentra' }).click();
      expect(await versions(page, /^Jumlah lapak/)).toEqual(['20', '15']);
      expect(await versions(page, /^Alamat/)).toEqual(['Jl. Kawi 10', 'Jl. Kawi 9']);
      await neat(page, 'sentra-dua-versi');
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await page.getByText('Jl. Kawi 10. ').waitFor();
      expect(await first()('GET /cities/{city}/centres/{slug}', { params: of })).toMatchObject({ stalls: 20 });
      expect(onlyVersions(complaints)).toEqual([]);
    });
    const day = inDays(20);
    const market = { name: 'Pasar pagi', opensAt: '08:00', closesAt: '12:00', applyUntil: inDays(10), stalls: 10 };
    const ofDay = { ...of, day };
    await first()('PUT /cities/{city}/centres/{slug}/days/{day}', { params: ofDay, body: market });
    await visitAs(OTHER, `${at}&hari=${day}`, async ({ page, complaints }) => {
      await page.getByText('Ubah hari pasar').click();
      await page.getByLabel('Nama acara').fill('Pasar Minggu');
      const theirs = { ...market, name: 'Pasar Sabtu' };
      await first()('PUT /cities/{city}/centres/{slug}/days/{day}', { params: ofDay, body: theirs });
      await page.getByRole('button', { name: 'Simpan hari pasar' }).click();
      expect(await versions(page, /^Nama acara/)).toEqual(['Pasar Minggu', 'Pasar Sabtu']);
      await page.getByRole('button', { name: 'Pakai yang tersimpan' }).click();
      await expect.poll(() => page.getByLabel('Nama acara').inputValue()).toBe('Pasar Sabtu');
      expect(onlyVersions(complaints)).toEqual([]);
    });
    // A new one of a name or a day that is taken writes over nothing, and says so.
    await visitAs(OTHER, at, async ({ page }) => {
      await page.locator('summary', { hasText: 'Tambah hari pasar' }).click();
      await page.getByLabel('Tanggal', { exact: true }).fill(day);
      await page.getByLabel('Usaha meminta lapak sampai').fill(inDays(9));
      await page.getByRole('button', { name: 'Tambah hari pasar' }).click();
      await page
        .getByText(/^Hari pasar pada tanggal ini sudah ada\./)
        .first()
        .waitFor();
    });
  });

  test('at an agreement, and what a colleague added to what is owed stays', async () => {
    const { partnerId } = await first()('POST /cities/{city}/partners', {
      params,
      body: { kind: 'ride', legalName: 'PT Dua Petugas', brand: 'Dua Petugas' },
      headers: { 'idempotency-key': 'two-admins' },
    });
    const terms = {
      number: '2/MOU/2026',
      title: 'Data bulanan',
      parties: ['Wali Kota Malang', 'PT Dua Petugas'],
      offices: ['Dinas Koperasi'],
      scope: 'Data.',
      start: '2026-01-01',
      end: '2029-12-31',
      data: [],
      closed: false,
    };
    const { agreementId } = await first()('POST /partners/{partnerId}/agreements', {
      params: { partnerId },
      body: { ...terms, obligations: [] },
      headers: { 'idempotency-key': 'two-admins' },
    });
    const of = { partnerId, agreementId };
    await visitAs(OTHER, `/dasbor/kemitraan/${partnerId}?kota=${CITY}`, async ({ page, complaints }) => {
      await page.getByText('Ubah perjanjian').click();
      await page.getByLabel('Judul').first().fill('Data dan pelatihan');
      const owed = { text: 'Melatih 40 pemilik', owner: 'partner', dueOn: '2027-01-31' };
      const scope = `Naskah: https://contoh.id/${'naskah'.repeat(12)}`;
      const theirs = { ...terms, title: 'Data mingguan', scope, obligations: [owed] };
      await first()('PUT /partners/{partnerId}/agreements/{agreementId}', { params: of, body: theirs });
      await page.getByRole('button', { name: 'Simpan perjanjian' }).first().click();
      expect(await versions(page, /^Judul/)).toEqual(['Data dan pelatihan', 'Data mingguan']);
      await neat(page, 'perjanjian-dua-versi');
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await page.getByRole('heading', { name: 'Data dan pelatihan' }).waitFor();
      await page.getByText('0 dari 1 kewajiban selesai.').waitFor();
      expect(onlyVersions(complaints)).toEqual([]);
    });
  });

  test('at a programme', async () => {
    const series = {
      kind: 'training' as const,
      title: 'Foto produk',
      about: 'Memotret dengan HP.',
      mentor: `pendamping-${CITY}`,
      mentorName: 'Bu Rini',
      seats: 10,
      enrolUntil: inDays(5),
      sessions: [{ day: inDays(9), from: '09:00', to: '11:00', place: 'Balai kota' }],
      materials: [],
    };
    const { seriesId } = await first()('POST /cities/{city}/series', { params, body: series });
    await visitAs(OTHER, `/dasbor/program/${seriesId}?kota=${CITY}`, async ({ page, complaints }) => {
      await page.getByText('Ubah program').click();
      await page.getByLabel('Kursi').fill('15');
      await first()('PUT /series/{seriesId}', { params: { seriesId }, body: { ...series, seats: 12 } });
      await page.getByRole('button', { name: 'Simpan', exact: true }).first().click();
      expect(await versions(page, /^Kursi/)).toEqual(['15', '12']);
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      expect((await first()('GET /series/{seriesId}', { params: { seriesId } })).seats).toBe(15);
      expect(onlyVersions(complaints)).toEqual([]);
    });
  });

  test('at who a shop is by its papers', async () => {
    const [merchantId = ''] = [...site().owners][7] ?? [];
    const of = { merchantId };
    await visitAs(OTHER, `/dasbor/usaha/${merchantId}?kota=${CITY}`, async ({ page, complaints }) => {
      await page.getByText('Perbaiki identitas sesuai surat').click();
      await page.getByLabel('Nama pemilik').fill('Suhartini');
      await page.getByLabel('Surat yang dilihat dan alasannya').fill('KTP, salah ketik.');
      const theirs = { ownerName: 'Suhartono', reason: 'KTP, nama pemilik.' };
      await first()('POST /merchants/{merchantId}/identity', { params: of, body: theirs });
      await page.getByRole('button', { name: 'Simpan perbaikan' }).click();
      expect(await versions(page, /^Nama pemilik/)).toEqual(['Suhartini', 'Suhartono']);
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      expect((await first()('GET /merchants/{merchantId}/file', { params: of })).ownerName).toBe('Suhartini');
      expect(onlyVersions(complaints)).toEqual([]);
    });
  });

  test('at an appeal, which is answered once: the other answer is there beside the one that was typed', async () => {
    const [merchantId = '', owner = ''] = [...site().owners][8] ?? [];
    const text = 'Mengapa toko saya di bawah pekan ini?';
    const appeal = await as(owner)('POST /merchants/{merchantId}/appeals', { params: { merchantId }, body: { text } });
    await visitAs(OTHER, `/dasbor/keberatan?kota=${CITY}`, async ({ page, complaints }) => {
      const card = page.getByRole('article').filter({ hasText: text });
      await card.getByText('Jawab keberatan').click();
      await card.getByLabel('Hasilnya').selectOption('corrected');
      await card.getByLabel('Jawaban Anda').fill('Sudah kami perbaiki.');
      await first()('POST /appeals/{appealId}/answer', {
        params: { appealId: appeal.appealId },
        body: { outcome: 'explained', text: 'Pesanan besar Anda dihitung.' },
      });
      await card.getByRole('button', { name: 'Kirim jawaban' }).click();
      expect(await versions(page, /^Hasilnya/)).toEqual(['Ada yang diperbaiki', 'Urutannya sudah benar']);
      expect(await versions(page, /^Jawaban Anda/)).toEqual(['Sudah kami perbaiki.', 'Pesanan besar Anda dihitung.']);
      await neat(page, 'keberatan-dua-versi');
      await page.getByRole('button', { name: 'Muat daftar yang sekarang' }).click();
      await card.waitFor({ state: 'detached' });
      expect(onlyVersions(complaints)).toEqual([]);
    });
  });

  test('at how large a business is, which is stated and put right on its file', async () => {
    const [merchantId = ''] = [...site().owners][9] ?? [];
    const states = (scale: 'medium' | 'small') =>
      first()('PUT /merchants/{merchantId}/scale', {
        params: { merchantId },
        body: { scale, fromYear: '2026', basis: 'NIB dari OSS' },
      });
    await states('medium');
    await visitAs(OTHER, `/dasbor/usaha/${merchantId}?kota=${CITY}`, async ({ page, complaints }) => {
      const block = page.getByRole('region', { name: 'Skala usaha' });
      await block.getByText('Usaha menengah sejak 2026, dibaca dari NIB dari OSS').waitFor();
      await block.getByText('Nyatakan skala').click();
      await block.getByLabel('Skala', { exact: true }).selectOption('micro');
      await states('small');
      await block.getByRole('button', { name: 'Simpan skala' }).click();
      expect(await versions(page, /^Skala sejak 2026/)).toEqual(['Usaha mikro', 'Usaha kecil']);
      await neat(page, 'skala-dua-versi');
      await page.getByRole('button', { name: 'Simpan isian saya' }).click();
      await block.getByText('Usaha mikro sejak 2026, dibaca dari NIB dari OSS').waitFor();
      expect(onlyVersions(complaints)).toEqual([]);
    });
  });
};
