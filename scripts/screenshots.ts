/**
 * npm run screenshots            every page of the market that runs here, as a phone (360 px) and a desk (1280 px) show it
 * npm run screenshots -- kantor  those whose name contains the word
 *
 * Into .local/screens/. Says what a page shows wider than its window, what axe finds and what the console complains of.
 * ORIGIN is another market than the one on port 3000.
 */
import { localFolder } from '../infra/local/folder.ts';
import { demoPeople } from '../infra/local/people.ts';
import { knownKeys, signToken } from '../infra/local/sign-in/tokens.ts';
import { axe, desk, launch, overflow, ready, type Seen, shot, visiting } from '../test/web/browser.ts';

type Look = {
  readonly path: string;
  readonly person?: string;
  /** Links (or buttons) to go through from there, each the first of its selector. */
  readonly through?: readonly string[];
};

/** One list of all pages; what has an id in its address is reached by its link, as people reach it. */
const looks: Record<string, Look> = {
  kota: { path: '/' },
  beranda: { path: '/malang' },
  kategori: { path: '/malang/konsumsi-rapat' },
  kecamatan: { path: '/malang/kecamatan/klojen' },
  usaha: { path: '/malang/konsumsi-rapat', through: ['.card a', 'main a[href*="/usaha/"]'] },
  barang: { path: '/malang/konsumsi-rapat', through: ['.card a'] },
  'belum-banyak-terlihat': { path: '/malang', through: ['main a[href*="belum-banyak"]'] },
  pemerataan: { path: '/malang/cara-menghitung' },
  cari: { path: '/cari/?kota=35.73&cari=keripik' },
  'cari-kosong': { path: '/cari/?kota=35.73&cari=helikopter' },
  bantuan: { path: '/bantuan/' },
  'bantuan-belanja': { path: '/bantuan/', through: ['main a[href*="belanja"]'] },
  kabar: { path: '/kabar/', person: 'sari' },
  'keranjang-kosong': { path: '/keranjang/' },
  keranjang: { path: '/malang/konsumsi-rapat', through: ['.card .quick', '.foot-bar a[href^="/keranjang"]'] },
  akun: { path: '/akun/', person: 'rina' },
  'akun-tamu': { path: '/akun/' },
  pesanan: { path: '/pesanan/', person: 'rina' },
  'pesanan-satu': { path: '/pesanan/', person: 'rina', through: ['main a[href^="/pesanan/ord"]'] },
  'toko-saya': { path: '/toko-saya/', person: 'sari' },
  'toko-saya-belum-jual': { path: '/toko-saya/', person: 'wati' },
  'toko-saya-menunggu': { path: '/toko-saya/', person: 'dewi' },
  'toko-saya-dikembalikan': { path: '/toko-saya/', person: 'yuni' },
  'toko-saya-ditangguhkan': { path: '/toko-saya/', person: 'slamet' },
  jual: { path: '/jual/', person: 'rina' },
  'kantor-pemesan': { path: '/kantor/', person: 'bayu' },
  'kantor-ppk': { path: '/kantor/', person: 'ratna' },
  'kantor-bendahara': { path: '/kantor/', person: 'teguh' },
  dasbor: { path: '/console/?kota=35.73', person: 'admin-malang' },
  'dasbor-terbuka': { path: '/console/?kota=35.73' },
  'dasbor-provinsi': { path: '/console/', person: 'admin-jatim' },
  cek: { path: '/cek/ABCD-2345' },
  hilang: { path: '/tidak-ada' },
};

const origin = process.env['ORIGIN'] ?? 'http://localhost:3000';
const keys = await knownKeys(localFolder);
if (!keys) {
  console.error('Kunci belum ada: jalankan "npm start" sekali dulu.');
  process.exit(1);
}
const names = new Map((await demoPeople(localFolder)).map(({ person, name }) => [person, name]));

const signInAs = async ({ page }: Seen, person: string): Promise<void> => {
  const session = { token: await signToken(keys, person), name: names.get(person), until: Date.now() + 600_000 };
  await page.evaluate((kept) => localStorage.setItem('masuk', kept), JSON.stringify(session));
};

const browser = await launch();
const visit = visiting(
  () => browser,
  () => origin,
);
const wanted = process.argv.slice(2);
let remarks = 0;
for (const [name, { path, person, through = [] }] of Object.entries(looks)) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  for (const [size, options] of [[360, {}] as const, [1280, desk] as const]) {
    try {
      await visit(
        '/icon.svg',
        async (seen) => {
          const { page, complaints } = seen;
          if (person) await signInAs(seen, person);
          await page.goto(path);
          await ready(page);
          for (const link of through) {
            await page.locator(link).first().click();
            await page.waitForLoadState('networkidle');
            await ready(page);
          }
          // As tall as the page, so that the bar at the foot lies at its foot.
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          await page.setViewportSize({ width: size, height });
          await shot(page, `${name}-${size}`);
          const wider = await overflow(page);
          const found = [...(wider > 0 ? [`${wider} px too wide`] : []), ...(await axe(page)), ...complaints];
          remarks += found.length;
          console.log(`${name}-${size}${found.map((line) => `\n  ${line}`).join('')}`);
        },
        options,
      );
    } catch (error) {
      remarks++;
      console.log(`${name}-${size}\n  ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
  }
}
await browser.close();
process.exitCode = remarks > 0 ? 1 : 0;
