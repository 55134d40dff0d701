import { expect, test } from 'vitest';
import { mayOpen } from '../../../web/dasbor/opened.ts';
import { pages } from '../../../web/dasbor/pages.ts';
import type { Kind } from '../../../web/dasbor/place.ts';
import { axe, overflow, ready, type Seen, shot, unreadable, type Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { goTo, visitingAs } from '../signed-in.ts';

type Page = Seen['page'];

/**
 * What each page shows first, to each who may open it: the words of its heading. A page of web/dasbor/pages.ts without a row
 * here fails. `rest` is the id of one thing, where the page is about one.
 */
const heads: Readonly<Record<string, { readonly h1: RegExp; readonly rest?: (site: Site) => string }>> = {
  cari: { h1: /^Hasil pencarian$/ },
  'hari-ini': { h1: /usaha belum menjual (sejauh ini )?pada/ },
  'perlu-didatangi': { h1: /^Perlu didatangi$/ },
  usaha: { h1: /^Usaha$/ },
  'usaha-muat': { h1: /^Muat daftar usaha$/ },
  barang: { h1: /^Barang yang dilaporkan$/ },
  pemilik: { h1: /^Pertanyaan pemilik$/ },
  alasan: { h1: /^Alasan pengembalian$/ },
  'tindak-lanjut': { h1: /^Tindak lanjut$/ },
  kunjungan: { h1: /^Kunjungan$/ },
  dinas: { h1: /^Dinas$/ },
  belanja: { h1: /^Belum ada barang yang diterima dinas pada 2026\.$|% belanja .* sudah diterima dari/ },
  kebutuhan: { h1: /^Kalender kebutuhan 20\d\d$/ },
  'rencana-muat': { h1: /^Muat rencana pengadaan$/ },
  target: { h1: /^Daftar ASN belum dimuat\.$|ASN belanja ke usaha kecil/ },
  'bukti-belanja': { h1: /^Bukti belanja ASN$/ },
  pesanan: { h1: /^Pesanan yang dipersoalkan$/ },
  'bayar-di-tempat': { h1: /^Penolakan bayar di tempat$/ },
  ulasan: { h1: /^Ulasan$/ },
  keberatan: { h1: /^Keberatan atas urutan$/ },
  'kop-surat': { h1: /^Kop surat$/ },
  program: { h1: /^Program$/ },
  rekap: { h1: /^\d+ dari 60 usaha belum menjual apa pun pada Oktober 2026\.$/ },
  perkembangan: { h1: /^Perkembangan sampai Oktober 2026$/ },
  matriks: { h1: /^Usaha per bulan$/ },
  bandingkan: { h1: /^Bandingkan$/ },
  revisi: { h1: /^Revisi Oktober 2026$/ },
  rapat: { h1: /^Lembar rapat Oktober 2026$/ },
  letak: { h1: /^Letak kecamatan$/ },
  'laporan-omzet': { h1: /^Laporan omzet$/ },
  integritas: { h1: /^Integritas$/ },
  kemitraan: { h1: /^Kemitraan$/ },
  'data-mitra': { h1: /^Data mitra \w+ 20\d\d$/ },
  'hari-ini-provinsi': { h1: /menunggu provinsi hari ini$/ },
  'kemitraan-provinsi': { h1: /^Kemitraan$/ },
  'jejak-provinsi': { h1: /^Jejak keputusan$/ },
  pengaduan: { h1: /^Pengaduan$/ },
  'pengaduan-catat': { h1: /^Catat pengaduan$/ },
  'permohonan-modal': { h1: /^Permohonan modal$/ },
  modal: { h1: /^Modal usaha$/ },
  sentra: { h1: /^Sentra$/ },
  aturan: { h1: /^Aturan$/ },
  petugas: { h1: /^Petugas$/ },
  jejak: { h1: /^Jejak keputusan$/ },
  pengaturan: { h1: /^Pengaturan kota$/ },
  provinsi: { h1: /^\d+ dari \d+ usaha/ },
};

/** Every kind of person, and who comes as one to the first city and its province. */
const people: readonly { readonly person: string | undefined; readonly city: Kind[]; readonly province: Kind[] }[] = [
  { person: undefined, city: ['anybody'], province: ['anybody'] },
  { person: 'pembeli', city: ['anybody'], province: ['anybody'] },
  { person: 'pemilik-1', city: ['anybody'], province: ['anybody'] },
  { person: 'admin-35.73', city: ['anybody', 'city-admin'], province: ['anybody'] },
  { person: 'inspektorat-35.73', city: ['anybody', 'inspectorate'], province: ['anybody'] },
  { person: 'pendamping-35.73', city: ['anybody', 'mentor'], province: ['anybody'] },
  { person: 'petugas-35.73.02', city: ['anybody', 'district-officer'], province: ['anybody'] },
  { person: 'petugas-bank', city: ['anybody', 'bank-officer'], province: ['anybody'] },
  { person: 'admin-35.78', city: ['anybody'], province: ['anybody'] },
  { person: 'admin-35', city: ['anybody'], province: ['anybody', 'province-admin'] },
  { person: 'admin-18', city: ['anybody'], province: ['anybody'] },
  { person: 'operator', city: ['anybody'], province: ['anybody', 'operator'] },
];

const sizes = { hp: { width: 360, height: 740 }, meja: { width: 1280, height: 900 } };
type Size = keyof typeof sizes;
/** The narrowest window in which rows are rows. */
const tablet = { width: 660, height: 900 };
/** Too wide, not to be read whole, or against WCAG, at these sizes. */
const flaws = async (page: Page, name: string, at: readonly Size[]): Promise<string[]> => {
  const found: string[] = [];
  for (const size of at) {
    await page.setViewportSize(sizes[size]);
    const wider = await overflow(page);
    if (wider > 0) found.push(`${name} ${size}: ${wider} px too wide`);
    found.push(...[...(await unreadable(page)), ...(await axe(page))].map((flaw) => `${name} ${size}: ${flaw}`));
    await shot(page, `dasbor-${name}-${size}`, true);
  }
  await page.setViewportSize(tablet);
  const wider = await overflow(page);
  if (wider > 0) found.push(`${name} tablet: ${wider} px too wide`);
  await page.setViewportSize(sizes.hp);
  return found;
};

export const everyPage = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  test('has a row here for each of its pages, and for no other', () => {
    expect(Object.keys(heads).sort()).toEqual(pages.map(({ slug }) => slug).sort());
  });

  const looked = new Set<string>();
  const come = new Set<string>();
  /** Who comes as somebody who was here is told apart from them by no page (place.test.ts): the first of each level. */
  const asked = (kinds: string) => {
    const levels = new Set<string>();
    const first = pages.filter(({ level }) => !levels.has(level) && levels.add(level));
    const known = come.has(kinds);
    come.add(kinds);
    return known ? first : pages;
  };
  test.each(people)('shows $person exactly what is theirs', async ({ person, ...kinds }) => {
    const walkThrough = async ({ page, complaints }: Seen) => {
      for (const one of asked(JSON.stringify(kinds))) {
        const { h1, rest } = heads[one.slug] ?? { h1: /never/ };
        const place = one.level === 'city' ? 'kota=35.73' : 'provinsi=35';
        const opens = mayOpen(one, one.level, kinds[one.level]);
        const closed = page.getByRole('heading', { level: 1, name: /hanya untuk petugas/ });
        await goTo(page, `/dasbor/${one.slug}${rest ? `/${rest(site())}` : ''}?${place}`);
        await (opens ? page.getByRole('heading', { level: 1, name: h1 }) : closed).waitFor();
        const state = opens ? `${one.slug}-${kinds[one.level].at(-1)}` : 'tertutup';
        // Officers after the first see the same page with fewer buttons: once more, on a phone.
        const at: Size[] = looked.has(one.slug) ? ['hp'] : ['hp', 'meja'];
        if (!looked.has(state)) expect(await flaws(page, state, at)).toEqual([]);
        looked.add(state);
        if (opens && kinds[one.level].length > 1) looked.add(one.slug);
        const { nav, h1s } = await page.evaluate(() => ({
          nav: [...document.querySelectorAll<HTMLElement>('.sections a')].map((link) => link.innerText),
          h1s: document.querySelectorAll('h1').length,
        }));
        expect([one.slug, h1s]).toEqual([one.slug, 1]);
        const own = pages.filter((known) => known.name && mayOpen(known, one.level, kinds[one.level]));
        expect(nav).toEqual(own.map(({ name }) => name));
      }
      expect(complaints).toEqual([]);
    };
    const start = '/dasbor/tidak-ada?kota=35.73';
    if (person) await visitAs(person, start, walkThrough);
    else
      await visit(start, async (seen) => {
        await ready(seen.page);
        await walkThrough(seen);
      });
  });
};
