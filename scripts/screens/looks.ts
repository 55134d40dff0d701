import { pages } from '../../web/dasbor/pages.ts';

/** A page as somebody sees it: where it is, who looks, and what is opened on the way. */
export type Look = {
  readonly path: string;
  readonly person?: string;
  /** Links (or buttons) to go through from there, each the first of its selector. */
  readonly through?: readonly string[];
  /** An order of the person, first of those that stand so; `path` is what is before its id. */
  readonly order?: Stands;
  /** Opens what is folded. */
  readonly unfolded?: true;
  /** Also looked at in the dark and as it is printed. */
  readonly main?: true;
};
/** Where an order stands, and its money; and in whose list it is looked for. */
export type Stands = { readonly list: 'mine' | 'office' | 'shop'; readonly state?: string; readonly money?: string };

const order = (person: string, list: Stands['list'], stands: Omit<Stands, 'list'>, more: Partial<Look> = {}): Look => ({
  path: '/pesanan/',
  person,
  order: { list, ...stands },
  ...more,
});

/** What is open to everybody. */
const open: Record<string, Look> = {
  kota: { path: '/', main: true },
  beranda: { path: '/malang', main: true },
  kategori: { path: '/malang/konsumsi-rapat', main: true },
  'kategori-batik': { path: '/malang/batik' },
  kecamatan: { path: '/malang/kecamatan/klojen' },
  usaha: { path: '/malang/usaha/dapur-bu-sari', main: true },
  'usaha-lain': { path: '/malang/sembako-dan-kebutuhan-harian', through: ['.card a', 'main a[href*="/usaha/"]'] },
  barang: { path: '/malang/konsumsi-rapat', through: ['.card a'], main: true },
  'belum-banyak-terlihat': { path: '/malang', through: ['main a[href*="belum-banyak"]'] },
  pemerataan: { path: '/malang', through: ['main a[href*="/pemerataan/"]'], main: true },
  'cara-menghitung': { path: '/malang/cara-menghitung' },
  cari: { path: '/cari/?kota=35.73&cari=keripik' },
  'cari-kosong': { path: '/cari/?kota=35.73&cari=helikopter' },
  bantuan: { path: '/bantuan/', main: true },
  'bantuan-belanja': { path: '/bantuan/', through: ['main a[href*="belanja"]'] },
  'bantuan-data': { path: '/bantuan/', through: ['main a[href*="data"]'] },
  'keranjang-kosong': { path: '/keranjang/' },
  keranjang: {
    path: '/malang/konsumsi-rapat',
    through: ['.card .quick', '.foot-bar a[href^="/keranjang"]'],
    main: true,
  },
  'akun-tamu': { path: '/akun/' },
  'pesanan-tamu': { path: '/pesanan/' },
  'dasbor-terbuka': { path: '/dasbor/rekap?kota=35.73' },
  cek: { path: '/cek/ABCD-2345' },
  hilang: { path: '/tidak-ada' },
};

/** Each person of the demo at their own pages. */
const own: Record<string, Look> = {
  akun: { path: '/akun/', person: 'rina', main: true },
  'akun-pemilik': { path: '/akun/', person: 'sari' },
  'akun-pembantu': { path: '/akun/', person: 'mira' },
  'akun-diundang': { path: '/akun/', person: 'tono' },
  'akun-dinas': { path: '/akun/', person: 'ratna' },
  kabar: { path: '/kabar/', person: 'rina', main: true },
  'kabar-pemilik': { path: '/kabar/', person: 'sari' },
  'kabar-ppk': { path: '/kabar/', person: 'ratna' },
  'kabar-bendahara': { path: '/kabar/', person: 'teguh' },
  'kabar-kota': { path: '/kabar/', person: 'admin-malang' },
  pesanan: { path: '/pesanan/', person: 'rina', main: true },
  'pesanan-asn': { path: '/pesanan/', person: 'hendra' },
  kunjungan: { path: '/kunjungan/', person: 'lapangan-malang', main: true },
  'toko-saya': { path: '/toko-saya/', person: 'sari', main: true },
  'toko-saya-terbuka': { path: '/toko-saya/', person: 'sari', unfolded: true },
  'toko-saya-pembantu': { path: '/toko-saya/', person: 'mira' },
  'toko-saya-belum-jual': { path: '/toko-saya/', person: 'wati', unfolded: true },
  'toko-saya-menunggu': { path: '/toko-saya/', person: 'dewi' },
  'toko-saya-dikembalikan': { path: '/toko-saya/', person: 'yuni' },
  'toko-saya-ditangguhkan': { path: '/toko-saya/', person: 'slamet' },
  'toko-saya-pesanan': { path: '/toko-saya/pesanan', person: 'sari' },
  'toko-saya-modal': { path: '/toko-saya/modal', person: 'sari', unfolded: true },
  jual: { path: '/jual/', person: 'rina' },
  'kantor-pemesan': { path: '/kantor/', person: 'bayu', main: true },
  'kantor-pemesan-terbuka': { path: '/kantor/', person: 'bayu', unfolded: true },
  'kantor-ppk': { path: '/kantor/', person: 'ratna', main: true },
  'kantor-ppk-terbuka': { path: '/kantor/', person: 'ratna', unfolded: true },
  'kantor-bendahara': { path: '/kantor/', person: 'teguh', main: true },
  'kantor-bendahara-terbuka': { path: '/kantor/', person: 'teguh', unfolded: true },
  'dasbor-petugas-bank': { path: '/dasbor/permohonan-modal?kota=35.73', person: 'bank-tugu-artha' },
  'dasbor-petugas-bank-satu': {
    path: '/dasbor/permohonan-modal?kota=35.73',
    person: 'bank-tugu-artha',
    through: ['tbody a'],
  },
  'dasbor-12-bulan': { path: '/dasbor/rekap?kota=35.73&rentang=12-bulan', person: 'admin-malang' },
};

/** Looked at in the dark and on paper besides. */
const mainPages: ReadonlySet<string> = new Set(['hari-ini', 'rekap']);
/** Every page of the Dasbor, as somebody sees it who works there. */
const dasbor: Record<string, Look> = Object.fromEntries(
  pages.map(({ slug, level }): [string, Look] => [
    `dasbor-${slug}`,
    level === 'city'
      ? { path: `/dasbor/${slug}?kota=35.73`, person: 'admin-malang', ...(mainPages.has(slug) ? { main: true } : {}) }
      : { path: `/dasbor/${slug}?provinsi=35`, person: 'admin-jatim' },
  ]),
);

const resident = ['placed', 'delivered', 'partly_received', 'disputed', 'received', 'declined', 'cancelled'] as const;
const money = ['unpaid', 'claimed', 'not_found', 'confirmed', 'return_owed', 'returned'] as const;
const desk = ['awaiting_approval', 'placed', 'accepted', 'delivered', 'disputed', 'received', 'rejected'] as const;
const counter = ['placed', 'accepted', 'delivered', 'received'] as const;

/** Orders in every state, seen from both sides. */
const orders: Record<string, Look> = {
  ...Object.fromEntries(
    resident.map((state) => [
      `warga-${state}`,
      order('rina', 'mine', { state }, state === 'delivered' ? { main: true } : {}),
    ]),
  ),
  ...Object.fromEntries(money.map((state) => [`warga-uang-${state}`, order('rina', 'mine', { money: state })])),
  'asn-ganti-hari': order('hendra', 'mine', { state: 'placed' }),
  ...Object.fromEntries(desk.map((state) => [`dinas-${state}`, order('bayu', 'office', { state })])),
  'dinas-setujui': order('ratna', 'office', { state: 'awaiting_approval' }),
  'dinas-belum-dibayar': order('teguh', 'office', { state: 'received', money: 'unpaid' }, { unfolded: true }),
  'dinas-dicatat': order('teguh', 'office', { money: 'recorded' }),
  'dinas-lunas': order('bayu', 'office', { money: 'confirmed' }, { unfolded: true, main: true }),
  ...Object.fromEntries(counter.map((state) => [`toko-${state}`, order('sari', 'shop', { state })])),
  'toko-uang-told': order('sari', 'shop', { money: 'claimed' }),
  'toko-uang-not_found': order('sari', 'shop', { money: 'not_found' }),
};

/** One list of all pages; what has an id in its address is reached by its link, as people reach it, or by where it stands. */
export const looks: Readonly<Record<string, Look>> = { ...open, ...own, ...dasbor, ...orders };
