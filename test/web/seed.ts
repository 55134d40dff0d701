import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mergeProvince } from '../../functions/equity/close/merge-places.ts';
import type { Files } from '../../functions/files.ts';
import { followOrders } from '../../functions/payments/follow-orders.ts';
import { courierSimulator } from '../../infra/local/courier/simulator.ts';
import { folderFiles } from '../../infra/local/files.ts';
import { seatOperator } from '../../infra/local/first-operator.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { insertAttainable } from '../../shared/table/equity/attainables.ts';
import { putPhoto } from '../../shared/table/photos.ts';
import { octoberOfMalang } from '../attainable-month.ts';
import { bankOf } from '../banks.ts';
import { closeCity } from '../close-city.ts';
import { type Clock, testClock, testWorld } from '../engine.ts';
import { hear } from '../hear.ts';
import { type Market, manyOpen, marketOf } from '../market.ts';
import { askForStalls } from './seed-centre.ts';

const policies = { personMaxRupiah: 10_000_000, agencyMaxRupiah: 200_000_000, ...manyOpen };
const district = (code: string, name: string) => ({ code, name, villages: [{ code: `${code}.1001`, name }] });

/** Malang trades, Blitar's shops have hostile names, Surabaya has only just opened. */
const cities = {
  '35.73': {
    name: 'Kota Malang',
    provinceName: 'Jawa Timur',
    zone: 'Asia/Jakarta',
    accent: null,
    policies,
    districts: ['Blimbing', 'Kedungkandang', 'Klojen', 'Lowokwaru', 'Sukun'].map((name, at) =>
      district(`35.73.0${at + 1}`, name),
    ),
  },
  '35.72': {
    name: 'Kota Blitar',
    provinceName: 'Jawa Timur',
    zone: 'Asia/Jakarta',
    accent: '#ffd400',
    policies,
    districts: [district('35.72.01', '<img src=x onerror=alert(1)>')],
  },
  '35.78': {
    name: 'Kota Surabaya',
    provinceName: 'Jawa Timur',
    zone: 'Asia/Jakarta',
    accent: '#1f6f5c',
    policies,
    districts: [district('35.78.01', 'Karang Pilang')],
  },
  '18.71': {
    name: 'Kota Bandar Lampung',
    provinceName: 'Lampung',
    zone: 'Asia/Jakarta',
    accent: null,
    policies,
    districts: [district('18.71.01', 'Tanjung Karang Pusat')],
  },
} as const;

/** What people have tried to put into names elsewhere; here each is a name like any other. */
export const hostileNames = [
  '<script>window.bocor=1</script>',
  '<img src=x onerror="window.bocor=1">',
  '"><svg onload=window.bocor=1>',
  "javascript:window.bocor=1//'",
  '{{constructor.constructor("window.bocor=1")()}}',
  '</title><style>*{display:none}</style>',
  'Ikan &lt;b&gt; & "Rempah" \u202etxet',
];

type Shop = readonly [name: string, owner: string, district: string, category: string];
type Goods = readonly [name: string, unit: string, priceRupiah: number];
const goods: Record<string, readonly Goods[]> = {
  'meeting-food': [
    ['Nasi kotak rapat', 'kotak', 18_000],
    ['Kue kotak tiga macam', 'kotak', 9_500],
  ],
  batik: [
    ['Batik cap Kawis', 'lembar', 145_000],
    ['Batik tulis motif Teratai sutra kain panjang', 'lembar', 1_250_000],
  ],
  culinary: [
    ['Keripik tempe 250 g', 'bungkus', 15_000],
    ['Kopi robusta Dampit', 'bungkus', 32_500],
  ],
  'daily-needs': [
    ['Telur ayam kampung', 'butir', 3_000],
    ['Beras mentik wangi', 'kg', 14_500],
  ],
  'school-shoes': [['Sepatu sekolah hitam', 'pasang', 135_000]],
  uniforms: [['Seragam batik ASN', 'potong', 210_000]],
  fashion: [['Gamis katun', 'potong', 165_000]],
  souvenirs: [['Gantungan kunci Tugu', 'buah', 7_500]],
  crafts: [['Keranjang rotan', 'buah', 85_000]],
  printing: [['Spanduk 3 × 1 m', 'lembar', 75_000]],
  services: [['Servis AC kantor', 'unit', 90_000]],
};
const kinds = Object.keys(goods);
const families = ['Sri', 'Yuni', 'Ratna', 'Barokah', 'Mulyo', 'Wulan', 'Tejo', 'Endah', 'Slamet', 'Ningsih'];
const trades: Record<string, string> = {
  'meeting-food': 'Dapur',
  batik: 'Batik',
  culinary: 'Keripik',
  'daily-needs': 'Toko',
  'school-shoes': 'Sepatu',
  uniforms: 'Jahit',
  fashion: 'Busana',
  souvenirs: 'Kenangan',
  crafts: 'Anyaman',
  printing: 'Cetak',
  services: 'Servis',
};

/** Sixty shops, unevenly over the districts: Kedungkandang is large and quiet. */
const shops: readonly Shop[] = Array.from({ length: 60 }, (_, at) => {
  const category = kinds[(at * 7) % kinds.length] ?? 'culinary';
  const place = [2, 2, 2, 2, 3, 3, 3, 1, 1, 5, 4, 4][at % 12] ?? 1;
  const name = `${trades[category]} ${families[at % 10]} ${at < 10 ? '' : ['Jaya', 'Makmur', 'Asri', 'Lestari', 'Baru'][Math.floor(at / 10) - 1]}`;
  return [name.trim(), `pemilik-${at}`, `35.73.0${place}`, category];
});

type Opened = { merchantId: string; owner: string; products: string[]; prices: number[] };

const inGroups = async <T, R>(items: readonly T[], work: (item: T, at: number) => Promise<R>): Promise<R[]> => {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += 8)
    done.push(...(await Promise.all(items.slice(at, at + 8).map((item, index) => work(item, at + index)))));
  return done;
};

let serial = 0;
const applies = (m: Market, [name, owner, place, category]: Shop) =>
  m.as(owner)('POST /merchants', {
    body: {
      cityCode: place.slice(0, 5),
      kind: 'person',
      nik: `357302450880${String(++serial).padStart(4, '0')}`,
      name,
      ownerName: name,
      phone: '0812-3456-7890',
      phoneShown: true,
      another: true,
      district: place,
      village: `${place}.1001`,
      address: 'Jl. Ijen 1',
      category: category as 'batik',
    },
  });

const openShop = async (m: Market, shop: Shop, offers: readonly Goods[], photo?: string): Promise<Opened> => {
  const [, owner, place, category] = shop;
  const city = place.slice(0, 5);
  const { merchantId } = await applies(m, shop);
  await m.as(`admin-${city}`)('POST /merchants/{merchantId}/verify', { params: { merchantId } });
  if (photo) {
    const { table, now } = m.world;
    await commit(table, [putPhoto({ merchantId, photo, by: owner, at: now() })]);
  }
  const products: string[] = [];
  for (const [product, unit, priceRupiah] of offers) {
    const { productId } = await m.as(owner)('POST /merchants/{merchantId}/products', {
      params: { merchantId },
      body: {
        name: product,
        unit,
        priceRupiah,
        category: category as 'batik',
        supply: 'stock',
        amount: 5_000,
        description: 'Dibuat di rumah setiap pagi.\nBisa pesan untuk rapat.',
        ...(photo ? { photo } : {}),
      },
    });
    products.push(productId);
  }
  return { merchantId, owner, products, prices: offers.map(([, , price]) => price) };
};

const sell = async (m: Market, shop: Opened, quantity: number, deliverOn: string): Promise<void> => {
  const [productId = ''] = shop.products;
  const { orders } = await m.as('pembeli')('POST /orders', {
    body: {
      shops: [{ merchantId: shop.merchantId, lines: [{ productId, quantity }] }],
      deliverOn,
      deliverTo: { address: 'Jl. Kawi 2', district: '35.73.03' },
      contact: { name: 'Ani', phone: '08123456789' },
    },
  });
  const orderId = orders[0]?.orderId ?? '';
  await m.as(shop.owner)('POST /orders/{orderId}/accept', { params: { orderId } });
  await m.as(shop.owner)('POST /orders/{orderId}/deliver', { params: { orderId } });
  await m.as('pembeli')('POST /orders/{orderId}/receive', { params: { orderId }, body: {} });
};

const foundCities = async (m: Market): Promise<void> => {
  for (const [city, body] of Object.entries(cities)) {
    await m.as('operator')('PUT /cities/{city}', {
      params: { city },
      body: { ...body, districts: body.districts.map((one) => ({ ...one, villages: [...one.villages] })) },
    });
    await m.as('operator')('PUT /scopes/{scope}/members/{person}', {
      params: { scope: `city:${city}`, person: `admin-${city}` },
      body: { role: 'city-admin' },
    });
    await m.as(`admin-${city}`)('POST /me/invitations/{scope}/accept', { params: { scope: `city:${city}` } });
  }
};

/** A reader of the first city, and the admins of two provinces. */
const others = [
  ['city:35.73', 'inspektorat-35.73', 'inspectorate', 'admin-35.73'],
  ['city:35.73', 'pendamping-35.73', 'mentor', 'admin-35.73'],
  ['district:35.73.02', 'petugas-35.73.02', 'district-officer', 'admin-35.73'],
  ['city:35.73', 'lapangan-35.73', 'field-officer', 'admin-35.73'],
  ['province:35', 'admin-35', 'province-admin', 'operator'],
  ['province:18', 'admin-18', 'province-admin', 'operator'],
] as const;
const seatOthers = async (m: Market): Promise<void> => {
  for (const [scope, person, role, by] of others) {
    await m.as(by)('PUT /scopes/{scope}/members/{person}', { params: { scope, person }, body: { role } });
    await m.as(person)('POST /me/invitations/{scope}/accept', { params: { scope } });
  }
};

/** An office that got its order in October and has not paid it. */
const letWait = async (m: Market, clock: Clock, { merchantId, owner, products: [productId = ''] }: Opened) => {
  const admin = m.as('admin-35.73');
  const { agencyId } = await admin('POST /cities/{city}/agencies', {
    params: { city: '35.73' },
    body: { name: 'Dinas Kebersihan', address: 'Jl. Bingkil 1' },
  });
  const scope = `agency:${agencyId}`;
  for (const [person, role] of [
    ['pp-kebersihan', 'buyer'],
    ['ppk-kebersihan', 'approver'],
  ] as const) {
    await admin('PUT /scopes/{scope}/members/{person}', { params: { scope, person }, body: { role } });
    await m.as(person)('POST /me/invitations/{scope}/accept', { params: { scope } });
  }
  const budgetCode = '5.1.02.01.01.0052';
  await m.as('ppk-kebersihan')('PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}', {
    params: { agencyId, year: '2026', budgetCode },
    body: { name: 'Belanja makanan dan minuman rapat', ceilingRupiah: 50_000_000 },
  });
  clock.set('2026-10-11T02:00:00.000Z');
  const { orders } = await m.as('pp-kebersihan')('POST /orders', {
    body: {
      shops: [{ merchantId, lines: [{ productId, quantity: 20 }] }],
      deliverOn: '2026-10-12',
      deliverTo: { address: 'Jl. Bingkil 1', district: '35.73.03' },
      contact: { name: 'Pak Tono', phone: '08123456780' },
      agency: { agencyId, purpose: 'Rapat koordinasi', eventDate: '2026-10-12', budgetCode },
    },
  });
  const params = { orderId: orders[0]?.orderId ?? '' };
  await m.as('ppk-kebersihan')('POST /orders/{orderId}/approve', { params });
  await m.as(owner)('POST /orders/{orderId}/accept', { params });
  await m.as(owner)('POST /orders/{orderId}/deliver', { params });
  await m.as('pp-kebersihan')('POST /orders/{orderId}/receive', { params, body: { receivedBy: 'Tono' } });
  await hear(
    followOrders(() => m.world),
    ['OrderMoved', params],
  );
};

/** A training of the first city: four shops enrol in September, are seated in October, and its meetings are over. */
const train = async (m: Market, clock: Clock, opened: readonly Opened[]): Promise<() => Promise<void>> => {
  const meeting = (day: string) => ({ day, from: '09:00', to: '12:00', place: 'Balai Kota, ruang 2' });
  const admin = m.as('admin-35.73');
  const { seriesId } = await admin('POST /cities/{city}/series', {
    params: { city: '35.73' },
    body: {
      kind: 'training',
      title: 'Foto produk dengan HP',
      about: 'Memotret dan mengunggah foto barang.',
      seats: 4,
      mentor: 'pendamping-35.73',
      mentorName: 'Wira Santosa',
      enrolUntil: '2026-09-20',
      materials: [{ title: 'Contoh foto', url: 'https://contoh.id/foto.pdf' }],
      sessions: [meeting('2026-10-05'), meeting('2026-10-19')],
    },
  });
  for (const { merchantId, owner } of opened.slice(0, 4))
    await m.as(owner)('POST /series/{seriesId}/enrolments', { params: { seriesId }, body: { merchantId } });
  return async () => {
    clock.set('2026-10-01T02:00:00.000Z');
    await admin('POST /series/{seriesId}/draw', { params: { seriesId } });
  };
};

/** A bank of the first city, with an officer. */
const seatBank = async (m: Market): Promise<void> => {
  const [admin, person] = ['admin-35.73', 'petugas-bank'];
  const body = bankOf({ name: 'BPR Tugu Artha', about: 'Bank milik Kota Malang, Jl. Basuki Rahmat.' });
  const { bankId } = await m.as(admin)('POST /cities/{city}/banks', { params: { city: '35.73' }, body });
  const scope = `bank:${bankId}`;
  await m.as(admin)('PUT /scopes/{scope}/members/{person}', {
    params: { scope, person },
    body: { role: 'bank-officer' },
  });
  await m.as(person)('POST /me/invitations/{scope}/accept', { params: { scope } });
};

/** Opens on the first of a month, sells, and closes: the quiet stay quiet through every month. */
const tradeThrough = async (m: Market, clock: Clock, opened: readonly Opened[], folder: string): Promise<void> => {
  const files = folderFiles(join(folder, 'files'));
  const months = ['2026-08', '2026-09', '2026-10'];
  let seats = async (): Promise<void> => {};
  for (const [at, month] of months.entries()) {
    if (month === '2026-10') await seats();
    clock.set(`${month}-10T02:00:00.000Z`);
    if (month === '2026-09') seats = await train(m, clock, opened);
    // Of the first city, as those that are trained; one of them has sold, the others less.
    if (month === '2026-10') await askForStalls(m, opened.slice(0, 3));
    // A long tail: few sell much, many a little, two in five nothing; fewer at first, so that some are woken later.
    const sellers = opened.filter(
      (_, shop) =>
        [
          [0, 1, 3],
          [0, 3],
          [0, 1, 2],
        ][at]?.includes(shop % 5) &&
        (shop % 12 > 2 || shop % 10 === 0),
    );
    await inGroups(sellers, async (shop, rank) => {
      const price = shop.prices[0] ?? 1;
      await sell(
        m,
        shop,
        Math.max(1, Math.min(4_000, Math.round(8_000_000 / (rank + 1) ** 1.4 / price))),
        `${month}-12`,
      );
    });
    if (at === 2 && opened[0]) await letWait(m, clock, opened[0]);
    const [year = 0, number = 0] = month.split('-').map(Number);
    clock.set(new Date(Date.UTC(year, number, 1)).toISOString());
    const close = {
      month,
      phase: at === 2 ? ('preliminary' as const) : ('final' as const),
      takenAt: new Date(Date.UTC(year, number, 0, 17, 30)).toISOString(),
    };
    for (const city of ['35.73', '35.72']) await closeCity(m.world, files, city, close);
    // A city's money is shown when its province includes it.
    await mergeProvince(m.world, files, '35', close);
  }
  await commit(m.world.table, [insertAttainable(octoberOfMalang())]);
};

/** People of the sign-in page. */
const people = [
  { person: 'admin-35.73', name: 'Bu Retno', role: 'Petugas Kota Malang' },
  { person: 'pembeli', name: 'Ani', role: 'Pembeli' },
];

/** Builds the whole market under a server's folder and answers what tests want to name. */
export const seed = async (photo: string, photos: Files) => {
  const clock = testClock('2026-08-03T02:00:00.000Z');
  const world = await testWorld({ now: clock.now, photos, couriers: courierSimulator(clock.now).couriers });
  const m = marketOf(world);
  await seatOperator(world.table, 'operator', world.now());
  await foundCities(m);
  await seatOthers(m);
  await seatBank(m);
  const opened = await inGroups(shops, (shop, at) =>
    openShop(m, shop, goods[shop[3]] ?? [], at % 4 === 0 ? photo : undefined),
  );
  await applies(m, ['Warung Menunggu', 'calon', '35.73.03', 'culinary']);
  await inGroups(hostileNames, (name, at) =>
    openShop(m, [name, `jahil-${at}`, '35.72.01', 'culinary'], [[name, 'buah', 1_000 + at]]),
  );
  const furnish = async (folder: string): Promise<void> => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'people.json'), JSON.stringify(people));
    await tradeThrough(m, clock, opened, folder);
  };
  const owners = new Map(opened.map(({ merchantId, owner }) => [merchantId, owner]));
  return { world, m, furnish, owners };
};
