import type { Look } from '../look.ts';

const basket = ['.card .quick', '.foot-bar a[href^="/keranjang"]'];
const address = [...basket, 'main .act-bar .button, .act-bar .button'];

/** Buying, from the cart on. */
const buying: Record<string, Look> = {
  keranjang: { path: '/malang/konsumsi-rapat', through: basket, main: true, page: 'storefront/cart/cart-page' },
  'keranjang-alamat': {
    path: '/malang/konsumsi-rapat',
    person: 'rina',
    through: [...address, { fill: { name: 'Rina' } }],
    main: true,
  },
  'keranjang-periksa': {
    path: '/malang/konsumsi-rapat',
    person: 'rina',
    through: [
      ...address,
      { fill: { name: 'Rina', phone: '0812-3456-7890', street: 'Jl. Kawi 2', district: 'Klojen' } },
      'main form button[type="submit"]',
      { until: 'button:has-text("Buat pesanan")' },
    ],
    main: true,
    page: 'storefront/cart/check/check-page',
  },
  'keranjang-alamat-dinas': {
    path: '/malang/konsumsi-rapat',
    person: 'bayu',
    through: [...address, { fill: { agencyId: 'Dinas Pendidikan Kota Malang' } }],
  },
};

const account: Record<string, Look> = {
  akun: { path: '/akun/', person: 'rina', main: true, page: 'storefront/account/account-page' },
  'akun-terbuka': { path: '/akun/', person: 'rina', unfolded: true },
  'akun-pemilik': { path: '/akun/', person: 'sari' },
  'akun-pembantu': { path: '/akun/', person: 'mira' },
  'akun-diundang': { path: '/akun/', person: 'tono' },
  'akun-dinas': { path: '/akun/', person: 'ratna' },
  'akun-hapus': { path: '/akun/hapus', person: 'rina', page: 'storefront/account/erasure-page' },
  'akun-asn': { path: '/akun/asn', person: 'hendra', page: 'storefront/targets/civil-servant-page' },
  'akun-asn-baru': { path: '/akun/asn', person: 'rina' },
  'akun-mitra': { path: '/akun/mitra', person: 'galih', unfolded: true, page: 'storefront/partners/partner-page' },
  'cek-kemudahan': {
    path: '/akun/mitra',
    person: 'galih',
    through: ['a[href*="/cek/kemudahan/"]'],
    page: 'storefront/partners/usability-link-page',
  },
  'akun-lapor': {
    path: '/malang/konsumsi-rapat',
    person: 'rina',
    through: ['.card a', 'a[href^="/akun/lapor?"]'],
    page: 'storefront/account/report-goods-page',
  },
  'akun-lapor-ulasan': {
    path: '/malang/usaha/dapur-bu-sari/ulasan',
    person: 'rina',
    through: ['a[href^="/akun/lapor-ulasan"]'],
    page: 'storefront/account/report-review-page',
  },
  'akun-pengaduan': { path: '/akun/pengaduan?kota=35.73', person: 'rina', unfolded: true },
  kabar: { path: '/kabar/', person: 'rina', main: true, page: 'storefront/notices/notices-page' },
  'kabar-pemilik': { path: '/kabar/', person: 'sari' },
  'kabar-ppk': { path: '/kabar/', person: 'ratna' },
  'kabar-bendahara': { path: '/kabar/', person: 'teguh' },
  'kabar-kota': { path: '/kabar/', person: 'admin-malang' },
};

const shop: Record<string, Look> = {
  'toko-saya': { path: '/toko-saya/', person: 'sari', main: true, page: 'storefront/shop/shop-page' },
  'toko-saya-terbuka': { path: '/toko-saya/', person: 'sari', unfolded: true },
  'toko-saya-pembantu': { path: '/toko-saya/', person: 'mira' },
  'toko-saya-belum-jual': { path: '/toko-saya/', person: 'wati', unfolded: true },
  'toko-saya-menunggu': { path: '/toko-saya/', person: 'dewi' },
  'toko-saya-dikembalikan': { path: '/toko-saya/', person: 'yuni' },
  'toko-saya-ditangguhkan': { path: '/toko-saya/', person: 'slamet' },
  'toko-saya-pesanan': { path: '/toko-saya/pesanan', person: 'sari', page: 'storefront/shop/shop-orders-page' },
  'toko-saya-uang': { path: '/toko-saya/uang', person: 'sari', main: true, page: 'storefront/shop/money-page' },
  'toko-saya-modal': {
    path: '/toko-saya/modal',
    person: 'sari',
    unfolded: true,
    page: 'storefront/capital/capital-page',
  },
  'toko-saya-pelatihan': {
    path: '/toko-saya/pelatihan',
    person: 'sari',
    unfolded: true,
    page: 'storefront/programmes/training-page',
  },
  'toko-saya-pelatihan-belum-jual': { path: '/toko-saya/pelatihan', person: 'wati', unfolded: true },
  jual: { path: '/jual/', person: 'rina', main: true, page: 'storefront/shop/register-page' },
};

const office: Record<string, Look> = {
  'kantor-pemesan': { path: '/kantor/', person: 'bayu', main: true, page: 'storefront/office/office-page' },
  'kantor-pemesan-terbuka': { path: '/kantor/', person: 'bayu', unfolded: true },
  'kantor-rapat': {
    path: '/kantor/',
    person: 'bayu',
    through: [
      'main details summary',
      {
        fill: {
          purpose: 'Rapat koordinasi triwulan',
          budgetCode: 1,
          quantity: 60,
          name: 'Bayu Prakoso',
          phone: '0812-3456-7890',
          street: 'Balai kota, lantai 2',
          district: 'Klojen',
        },
      },
      'main details form button[type="submit"]',
      { until: 'button:has-text("Kirim ke PPK")' },
    ],
    main: true,
  },
  'kantor-ppk': { path: '/kantor/', person: 'ratna', main: true },
  'kantor-ppk-terbuka': { path: '/kantor/', person: 'ratna', unfolded: true },
  'kantor-bendahara': { path: '/kantor/', person: 'teguh', main: true },
  'kantor-bendahara-terbuka': { path: '/kantor/', person: 'teguh', unfolded: true },
  kunjungan: { path: '/kunjungan/', person: 'lapangan-malang', main: true, page: 'storefront/visits/visits-page' },
  'kunjungan-isi': {
    path: '/kunjungan/',
    person: 'lapangan-malang',
    through: ['main a[href^="/kunjungan/"]'],
    unfolded: true,
    main: true,
    page: 'storefront/visits/visit-form',
  },
};

/** Each person of the demo at their own pages. */
export const ownPages: Record<string, Look> = { ...buying, ...account, ...shop, ...office };
