import { articles } from '../../../web/storefront/help/articles.ts';
import type { PublicPage } from '../../../web/storefront/public/page.ts';
import type { Look } from '../look.ts';

const shop = '/malang/usaha/dapur-bu-sari';

/** Every kind of page that is written ahead; one more kind without a look is no record of all. */
const written: Record<PublicPage['kind'], Look> = {
  cities: { path: '/', main: true },
  home: { path: '/malang', main: true },
  category: { path: '/malang/konsumsi-rapat', main: true },
  district: { path: '/malang/kecamatan/klojen', main: true },
  centre: { path: '/malang', through: ['main a[href*="/sentra/"]'], main: true },
  seldom: { path: '/malang', through: ['main a[href*="belum-banyak"]'] },
  shop: { path: shop, main: true },
  reviews: { path: `${shop}/ulasan` },
  story: { path: '/malang/kecamatan/klojen', through: ['main a[href*="/cerita/"]'], main: true },
  product: { path: '/malang/konsumsi-rapat', through: ['.card a'], main: true },
  gone: { path: '/malang/barang/nasi-00000000000000000000000000' },
  // What a renamed shop's page shows for the blink before it leads on.
  moved: { path: '/malang/usaha/dapur-bu-sari' },
  equity: { path: '/malang', through: ['main a[href*="/pemerataan/"]'], main: true },
  method: { path: '/malang/cara-menghitung', main: true },
  missing: { path: '/tidak-ada', main: true },
};

const help: Record<string, Look> = Object.fromEntries(
  articles.map(({ slug }) => [`bantuan-${slug}`, { path: `/bantuan/${slug}/` }]),
);

/** What is open to everybody. */
export const publicPages: Record<string, Look> = {
  ...Object.fromEntries(Object.entries(written).map(([kind, look]) => [`terbit-${kind}`, look])),
  'kota-semua': { path: '/cari/', page: 'storefront/cities-page' },
  'kategori-batik': { path: '/malang/batik' },
  'usaha-lain': { path: '/malang/sembako-dan-kebutuhan-harian', through: ['.card a', 'main a[href*="/usaha/"]'] },
  cari: { path: '/cari/?kota=35.73&cari=keripik', page: 'storefront/products-page' },
  'cari-kosong': { path: '/cari/?kota=35.73&cari=helikopter' },
  bantuan: { path: '/bantuan/', main: true },
  ...help,
  'keranjang-kosong': { path: '/keranjang/' },
  'akun-tamu': { path: '/akun/' },
  'akun-undangan-tamu': { path: '/akun/undangan', page: 'storefront/account/take-link-page' },
  'akun-pengaduan-tamu': { path: '/akun/pengaduan?kota=35.73', page: 'storefront/complaints/complaint-page' },
  'pesanan-tamu': { path: '/pesanan/' },
  'dasbor-terbuka': { path: '/dasbor/rekap?kota=35.73' },
  cek: { path: '/cek/ABCD-2345' },
  masuk: { path: '/akun/', through: ['main button.button, main a.button'] },
};
