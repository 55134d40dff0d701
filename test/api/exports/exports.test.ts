import { beforeAll, describe, expect, test } from 'vitest';
import type { Download } from '../../../shared/contract/route/download.ts';
import { type Key, routeKeys, routeOf } from '../../../shared/contract.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { byText } from '../../../shared/domain/basics/sort.ts';
import { count, dateTime } from '../../../shared/domain/basics/wording.ts';
import { complaintCategories, stateWords } from '../../../shared/domain/complaints/states.ts';
import type { Cell as SnapshotCell } from '../../../shared/domain/equity/snapshot/cell.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { rules } from '../../../shared/domain/integrity/rules.ts';
import { paperKinds } from '../../../shared/domain/papers/paper-kinds.ts';
import { paymentBadge, wayNames } from '../../../shared/domain/payments/payment-words.ts';
import { shortReasons } from '../../../shared/domain/ranking/rule/sentence-below.ts';
import { hiddenWords } from '../../../shared/domain/targets/hidden-words.ts';
import { workbook } from '../equity/report-files.ts';
import { inLibreOffice, office } from './libre-office.ts';
import { type Cell, csvCells, differences, formulas, type Row, running, sheetOf, unlike } from './read-back.ts';
import { CITY, type ExportScene, exportScene, MONTH } from './scene.ts';

let s: ExportScene;
beforeAll(async () => {
  s = await exportScene();
  await s.closes('preliminary');
});

const sum = (total: string | null): number | null => (total === null ? null : Number(total));
/** A file of an export, what the API told of the same, and where its table begins. */
type Compared = {
  readonly file: Download;
  readonly told: readonly Row[];
  readonly sheet?: string;
  readonly from?: number;
  readonly apart?: readonly string[];
};

const statements = async (): Promise<Compared[]> => {
  const [as, params] = [s.town.as(s.seller.owner), { merchantId: s.seller.merchantId, month: MONTH }];
  const { rows, totals } = await as('GET /merchants/{merchantId}/statements/{month}', { params });
  const told = rows.map((row) => ({
    Tanggal: row.on,
    Kode: row.code,
    Pembeli: row.office ?? 'Perorangan',
    Barang: row.goodsRupiah,
    'Ongkos antar': row.feeRupiah,
    Jumlah: row.dueRupiah,
    'Cara bayar': row.way && wayNames[row.way],
    'Keadaan uang': `${paymentBadge(row.state)}${row.daysWaiting ? `, menunggu ${row.daysWaiting} hari` : ''}`,
    'Tanggal dibayar': row.paidOn,
    Dibayar: row.paidRupiah,
    'Pajak dipungut': row.withheld.reduce((all, { rupiah }) => all + rupiah, 0),
    'Rincian pajak': row.withheld.map(({ name, rupiah }) => `${name} Rp${rupiah.toLocaleString('id-ID')}`).join(', '),
    'Nomor bukti bendahara': row.proof,
    Dikembalikan: row.backRupiah,
    'Harus dikembalikan': row.owedBackRupiah,
    'Belum dibayar': row.openRupiah,
    'Hari menunggu': row.daysWaiting,
    Pesanan: row.orderId,
  }));
  const last = {
    Tanggal: 'Jumlah',
    Barang: sum(totals.goodsRupiah),
    'Ongkos antar': sum(totals.feeRupiah),
    Jumlah: sum(totals.dueRupiah),
    Dibayar: sum(totals.paidRupiah),
    'Pajak dipungut': sum(totals.withheldRupiah),
    Dikembalikan: sum(totals.backRupiah),
    'Harus dikembalikan': sum(totals.owedBackRupiah),
    'Belum dibayar': sum(totals.openRupiah),
  };
  const open = (file: 'rekening-koran.csv' | 'rekening-koran.xlsx') =>
    as('GET /merchants/{merchantId}/statements/{month}/{file}', { params: { ...params, file } });
  return [
    { file: await open('rekening-koran.csv'), told: [...told, last] },
    { file: await open('rekening-koran.xlsx'), told: [...told, last], sheet: 'Oktober 2026' },
  ];
};

const spending = async (): Promise<Compared[]> => {
  const [as, params] = [s.town.as(s.town.adminOf(CITY)), { city: CITY, year: '2026' }];
  const { items: offices, total } = await as('GET /cities/{city}/spending/{year}', { params });
  const stage = (name: string, of: (typeof total)['ordered']): Row => ({
    [`${name}: mikro, kecil, koperasi`]: sum(of.smallRupiah),
    [`${name}: menengah`]: sum(of.mediumRupiah),
    [`${name}: skala belum dinyatakan`]: sum(of.unstatedRupiah),
    [`${name}: jumlah`]: sum(of.totalRupiah),
    [`${name}: bagian dari belanja pengadaan`]: of.ofProcurement,
    [`${name}: bagian dari belanja di pasar ini`]: of.ofMarket,
  });
  const told = [...offices, { ...total, name: 'Seluruh dinas' }].map((year) => ({
    Dinas: year.name,
    'Belanja pengadaan resmi': sum(year.procurementRupiah),
    'Direncanakan untuk usaha kecil': sum(year.plannedSmallRupiah),
    'Direncanakan: bagian dari belanja pengadaan': year.plannedShare,
    ...stage('Dipesan', year.ordered),
    ...stage('Diterima', year.delivered),
    ...stage('Dibayar', year.paid),
    Pesanan: year.orders,
    'Pemilik berbeda': year.owners,
    'Setara n UMKM': year.equivalentOwners,
    'Bagian pemilik terbesar': year.largestShare,
    'Pesanan lunas': year.paidOrders,
    'Hari serah terima sampai lunas, tengah': year.medianDays,
    'Hari serah terima sampai lunas, terlama': year.longestDays,
  }));
  const open = (file: 'belanja-dinas.csv' | 'belanja-dinas.xlsx') =>
    as('GET /cities/{city}/spending/{year}/{file}', { params: { ...params, file } });
  return [
    { file: await open('belanja-dinas.csv'), told },
    { file: await open('belanja-dinas.xlsx'), told, sheet: 'Belanja 2026' },
  ];
};

const participation = async (): Promise<Compared[]> => {
  const [as, params] = [s.town.as(s.town.adminOf(CITY)), { city: CITY, month: '2026-11' }];
  const { items: offices, total } = await as('GET /cities/{city}/participation/{month}', { params });
  const told = [...offices, { ...total, name: 'Seluruh dinas', hidden: null }].map((one) => ({
    Dinas: one.name,
    ASN: one.members,
    'Ikut belanja': one.participants,
    Bagian: one.share,
    Keterangan: one.hidden && hiddenWords[one.hidden],
  }));
  const open = (file: 'partisipasi-asn.csv' | 'partisipasi-asn.xlsx') =>
    as('GET /cities/{city}/participation/{month}/{file}', { params: { ...params, file } });
  return [
    { file: await open('partisipasi-asn.csv'), told },
    { file: await open('partisipasi-asn.xlsx'), told, sheet: 'ASN 2026-11' },
  ];
};

const papers = async (): Promise<Compared[]> => {
  const { agencyId, buyer } = s.office;
  const as = s.town.as(buyer);
  const { items } = await as('GET /agencies/{agencyId}/orders', { params: { agencyId }, query: { limit: 100 } });
  const told: Row[] = [];
  for (const { orderId } of items) {
    const { papers: lines } = await as('GET /orders/{orderId}/papers', { params: { orderId } });
    for (const { code = '', state } of lines)
      if (state === 'issued') {
        const { number, on, shop, rupiah, kind } = await s.town.as()('GET /papers/{code}', { params: { code } });
        const { agency } = await as('GET /orders/{orderId}', { params: { orderId } });
        told.push({
          Surat: paperKinds[kind].name,
          Nomor: number,
          Tanggal: on,
          Penjual: shop,
          Untuk: agency?.purpose ?? null,
          'Kode rekening': agency?.budgetCode ?? null,
          Rupiah: rupiah,
          'Kode cek': code,
          Pesanan: orderId,
        });
      }
  }
  const params = { agencyId, month: MONTH, file: 'surat.xlsx' as const };
  const file = await as('GET /agencies/{agencyId}/papers/{month}/{file}', { params });
  told.sort((a, b) => byText(String(a['Nomor']), String(b['Nomor'])));
  return [{ file, told, sheet: 'Surat' }];
};

/** What a slip holds beyond its page: tax numbers, which the page masks, and words of Coretax's own. */
const ofCoretax = [
  'Masa Pajak',
  'Tahun Pajak',
  'NPWP',
  'ID TKU Penerima Penghasilan',
  'Fasilitas',
  'Jenis Dok. Referensi',
  'Tanggal Dok. Referensi',
  'ID TKU Pemotong',
  'Opsi Pembayaran (IP)',
  'Nomor SP2D (IP)',
];

const slips = async (): Promise<Compared[]> => {
  const [as, params] = [s.town.as(s.office.treasurer), { agencyId: s.office.agencyId, month: MONTH }];
  const { slips: all } = await as('GET /agencies/{agencyId}/coretax/{month}', { params });
  const told = all.map((slip) => ({
    'Kode Objek Pajak': slip.objectCode,
    DPP: slip.baseRupiah,
    Tarif: Number(slip.rate),
    'Nomor Dok. Referensi': slip.documentNumber,
    'Tanggal Pemotongan': slip.withheldOn,
  }));
  const open = (file: 'bppu.csv' | 'bppu.xlsx') =>
    as('GET /agencies/{agencyId}/coretax/{month}/{file}', { params: { ...params, file } });
  return [
    { file: await open('bppu.csv'), told, from: 2, apart: ofCoretax },
    { file: await open('bppu.xlsx'), told, sheet: 'DATA', from: 2, apart: ofCoretax },
  ];
};

/* Tables of a closed month: of every cell each measure, as the snapshot has it. */

type Place = Pick<
  Snapshot,
  'place' | 'placeName' | 'month' | 'revision' | 'total' | 'districts' | 'categories' | 'year'
> &
  Partial<Pick<Snapshot, 'cities'>>;
type Spread = Record<string, { value: number | null }>;
/** A tenth of fewer shops is less than ten of them: a file says nothing of it, nor does the page. */
const OF_A_TENTH = ['topTenPercentShare', 'palma'];
const measureIn = (cell: SnapshotCell, id: string): Cell => {
  if (id === 'unsoldShare') return cell.merchants === 0 ? null : cell.unsold / cell.merchants;
  if (OF_A_TENTH.includes(id) && cell.merchants < 100) return null;
  const priced = cell.pricesPaid as unknown as (Record<string, Cell> & { below?: Record<string, number> }) | null;
  if (id.startsWith('below_')) return priced?.below ? (priced.below[id.slice(6)] ?? 0) : null;
  const spread = cell.spread as unknown as Spread | null;
  const value =
    (cell as unknown as Record<string, Cell | undefined>)[id] ?? spread?.[id]?.value ?? priced?.[id] ?? null;
  return typeof value === 'string' ? sum(value) : typeof value === 'number' ? value : null;
};
const kinds = { total: 'Seluruhnya', district: 'Kecamatan', category: 'Jenis usaha', city: 'Kota atau kabupaten' };
type Kind = keyof typeof kinds;

/** Each row of a place's tables: the whole, its districts, categories and cities; then those of twelve months. */
const cellsOf = ({ total, districts, categories, cities = [], year }: Place) => {
  const ofKind = (span: 'month' | 'year', kind: Kind, cells: readonly SnapshotCell[]) =>
    cells.map((cell) => ({ span, kind, cell }));
  return [
    ofKind('month', 'total', [total]),
    ofKind('month', 'district', districts),
    ofKind('month', 'category', categories),
    ofKind('month', 'city', cities),
    ofKind('year', 'total', [year.total]),
    ofKind('year', 'district', year.districts),
    ofKind('year', 'category', year.categories),
  ].flat();
};

/** What a measure is called, as everybody is told. */
const namesOfMeasures = async () => {
  const { indicators } = await s.town.as()('GET /definitions');
  return new Map(indicators.flatMap(({ measures }) => measures.map(({ id, name }) => [name, id])));
};
const KEYS = ['Kode wilayah', 'Revisi', 'Rentang', 'Jenis baris', 'Kode', 'Nama', 'Disembunyikan', 'Bulan'];

type Open = (format: 'csv' | 'csv-id' | 'xlsx') => Promise<Download>;
const monthOf = async (snapshot: Place, open: Open): Promise<Compared[]> => {
  const [rows, names] = [cellsOf(snapshot), await namesOfMeasures()];
  const [csv, people, xlsx] = [await open('csv'), await open('csv-id'), await open('xlsx')];
  const tellsBy = (head: readonly Cell[], idOf: (name: string) => string, of: typeof rows): Row[] =>
    of.map(({ cell }) =>
      Object.fromEntries(
        head
          .map(String)
          .filter((name) => !apart.includes(name))
          .map((name) => [name, measureIn(cell, idOf(name))]),
      ),
    );
  const apart = ['place', 'month', 'revision', 'span', 'kind', 'code', 'name', 'hidden', ...KEYS];
  const byName = (name: string) => names.get(name) ?? reasonOf(name);
  const sheets = (['month', 'year'] as const).map((span): Compared => {
    const sheet = span === 'month' ? 'Bulan' : '12 bulan';
    const [head = []] = sheetOf(xlsx, sheet);
    return {
      file: xlsx,
      sheet,
      apart,
      told: tellsBy(
        head,
        byName,
        rows.filter((row) => row.span === span),
      ),
    };
  });
  return [
    { file: csv, apart, told: tellsBy(csvCells(csv)[0] ?? [], (id) => id, rows) },
    { file: people, apart, told: tellsBy(csvCells(people)[0] ?? [], byName, rows) },
    ...sheets,
  ];
};
const reasonOf = (name: string): string =>
  `below_${Object.entries(shortReasons).find(([, words]) => name.endsWith(words))?.[0] ?? name}`;

/* Lists as files: what the list says to the same person, row by row. */

const adminAsks = () => s.town.as(s.town.adminOf(CITY));
const bothFormats = async (
  sheet: string,
  told: readonly Row[],
  open: (format: 'csv' | 'xlsx') => Promise<Download>,
) => [
  { file: await open('csv'), told },
  { file: await open('xlsx'), told, sheet },
];
const districtIn = async (code: string): Promise<string> => {
  const { districts } = await everybody()('GET /cities/{city}', { params: { city: CITY } });
  return districts.find((one) => one.code === code)?.name ?? code;
};
const wall = (at: string | null): string | null => at && dateTime(at, 'Asia/Jakarta');

const register = async (): Promise<Compared[]> => {
  const query = { status: 'verified' as const };
  const { items } = await adminAsks()('GET /cities/{city}/register', {
    params: { city: CITY },
    query: { ...query, limit: 100 },
  });
  const told = await Promise.all(
    items.map(async (one) => ({
      Usaha: one.name,
      Kecamatan: await districtIn(one.district),
      'Jenis usaha': categories[one.category],
      Keadaan: 'Terverifikasi',
      Mendaftar: wall(one.registeredAt),
      'Kode usaha': one.merchantId,
    })),
  );
  return bothFormats('Usaha', told, (format) =>
    adminAsks()('GET /cities/{city}/register/sheet/{format}', { params: { city: CITY, format }, query }),
  );
};

const turnoverReports = async (): Promise<Compared[]> => {
  const params = { city: CITY, month: MONTH };
  const of = async (state: 'missing' | 'on-time') => {
    const { items } = await adminAsks()('GET /cities/{city}/turnover-reports/{month}', {
      params,
      query: { state, limit: 100 },
    });
    const told = await Promise.all(
      items.map(async ({ name, district, merchantId, missing, report }) => ({
        Usaha: name,
        Kecamatan: await districtIn(district),
        ...(missing
          ? {
              'Jenis usaha': categories[missing.category],
              'Bulan dilaporkan dari sebelas bulan sebelumnya': missing.reported,
              'Bulan terdaftar dari sebelas bulan sebelumnya': missing.months,
              'Terjual di pasar ini': missing.platformRupiah,
              'Diambil pemiliknya': missing.claimed ? 'Ya' : 'Belum',
            }
          : {
              'Di luar pasar ini': report?.outsideRupiah ?? null,
              Dilaporkan: wall(report?.firstAt ?? null),
              'Terakhir diubah': wall(report?.lastAt ?? null),
              Revisi: report?.revision ?? null,
            }),
        'Kode usaha': merchantId,
      })),
    );
    return bothFormats('Laporan omzet', told, (format) =>
      adminAsks()('GET /cities/{city}/turnover-reports/{month}/sheet/{format}', {
        params: { ...params, format },
        query: { state },
      }),
    );
  };
  return [...(await of('missing')), ...(await of('on-time'))];
};

const complaints = async (): Promise<Compared[]> => {
  const query = { waits: 'city' as const };
  const { items } = await adminAsks()('GET /cities/{city}/complaints', {
    params: { city: CITY },
    query: { ...query, limit: 100 },
  });
  expect(items.filter(({ secret }) => secret)).toHaveLength(1);
  const told = items.map((one) => ({
    Nomor: one.number,
    Pengaduan: one.secret ? '(rahasia)' : one.text,
    Bidang: complaintCategories[one.category],
    Keadaan: stateWords[one.state],
    Terlambat: one.late ? 'Ya' : 'Tidak',
    Dinas: one.agencyName,
    Masuk: wall(one.receivedAt),
    'Batas jawab': wall(one.dueAt),
  }));
  return bothFormats('Pengaduan', told, (format) =>
    adminAsks()('GET /cities/{city}/complaints/sheet/{format}', { params: { city: CITY, format }, query }),
  );
};

const questions = async (): Promise<Compared[]> => {
  const { items } = await adminAsks()('GET /cities/{city}/integrity-questions', {
    params: { city: CITY },
    query: { limit: 100 },
  });
  const told = items.map((one) => ({
    Bulan: one.month,
    Aturan: rules[one.rule].name,
    Pertanyaan: one.question,
    Fakta: one.facts.map(({ label, value }) => `${label}: ${value}`).join('; '),
    Ditanyakan: wall(one.askedAt),
    Hasil: null,
    Penjelasan: null,
    Ditutup: null,
    Kode: one.questionId,
  }));
  return bothFormats('Integritas', told, (format) =>
    adminAsks()('GET /cities/{city}/integrity-questions/sheet/{format}', { params: { city: CITY, format } }),
  );
};

const planLines = async (): Promise<Compared[]> => {
  const params = { city: CITY, year: '2026' };
  const query = { category: 'meeting-food' as const };
  const { items } = await adminAsks()('GET /cities/{city}/demand/{year}/lines', {
    params,
    query: { ...query, limit: 100 },
  });
  const told = items.map((line) => ({
    'Kode RUP': line.rupCode,
    Paket: line.name,
    Dinas: line.agencyName,
    Bulan: line.month,
    'Sampai bulan': line.until,
    Jumlah: line.count,
    Satuan: line.unit,
    Pagu: line.rupiah,
    'Cara pengadaan': line.method,
    'Tanda usaha kecil': line.forSmall ? 'Untuk usaha kecil' : null,
    Alasan: line.because,
  }));
  return bothFormats('Kebutuhan dinas', told, (format) =>
    adminAsks()('GET /cities/{city}/demand/{year}/lines/sheet/{format}', { params: { ...params, format }, query }),
  );
};

/** The calendar's sums of a category, an office and month each. */
const planSums = async (): Promise<Compared[]> => {
  const params = { city: CITY, year: '2026' };
  const query = { category: 'meeting-food' as const };
  const { offices } = await adminAsks()('GET /cities/{city}/demand/{year}', { params, query });
  const told = offices.map(({ month, agencyName, wanted, lines, rupiah }) => ({
    Bulan: month,
    Kategori: categories['meeting-food'],
    Dinas: agencyName,
    Jumlah: wanted.map(({ count: many, unit }) => `${count(many)} ${unit}`).join(', ') || null,
    Paket: lines,
    Pagu: sum(rupiah),
  }));
  return bothFormats('Kalender kebutuhan', told, (format) =>
    adminAsks()('GET /cities/{city}/demand/{year}/sheet/{format}', { params: { ...params, format }, query }),
  );
};

const ofPlace = { month: MONTH };
const everybody = () => s.town.as();
const exports: Partial<Record<Key, () => Promise<Compared[]>>> = {
  'GET /merchants/{merchantId}/statements/{month}/{file}': statements,
  'GET /cities/{city}/spending/{year}/{file}': spending,
  'GET /cities/{city}/participation/{month}/{file}': participation,
  'GET /cities/{city}/register/sheet/{format}': register,
  'GET /cities/{city}/turnover-reports/{month}/sheet/{format}': turnoverReports,
  'GET /cities/{city}/complaints/sheet/{format}': complaints,
  'GET /cities/{city}/integrity-questions/sheet/{format}': questions,
  'GET /cities/{city}/demand/{year}/sheet/{format}': planSums,
  'GET /cities/{city}/demand/{year}/lines/sheet/{format}': planLines,
  'GET /agencies/{agencyId}/papers/{month}/{file}': papers,
  'GET /agencies/{agencyId}/coretax/{month}/{file}': slips,
  'GET /cities/{city}/reports/{month}/{format}': async () => {
    const params = { city: CITY, ...ofPlace };
    const told = await everybody()('GET /cities/{city}/snapshots/{month}', { params });
    return monthOf(told, (format) =>
      everybody()('GET /cities/{city}/reports/{month}/{format}', { params: { ...params, format } }),
    );
  },
  'GET /cities/{city}/months/{month}/report/{format}': async () => {
    const [as, params] = [s.town.as(s.town.adminOf(CITY)), { city: CITY, ...ofPlace }];
    const told = await as('GET /cities/{city}/months/{month}', { params });
    return monthOf(told, (format) =>
      as('GET /cities/{city}/months/{month}/report/{format}', { params: { ...params, format } }),
    );
  },
  'GET /provinces/{province}/reports/{month}/{format}': async () => {
    const params = { province: '35', ...ofPlace };
    const told = await everybody()('GET /provinces/{province}/snapshots/{month}', { params });
    return monthOf(told, (format) =>
      everybody()('GET /provinces/{province}/reports/{month}/{format}', { params: { ...params, format } }),
    );
  },
  'GET /country/reports/{month}/{format}': async () => {
    const told = await everybody()('GET /country/snapshots/{month}', { params: ofPlace });
    return monthOf(told, (format) =>
      everybody()('GET /country/reports/{month}/{format}', { params: { ...ofPlace, format } }),
    );
  },
};

const isSheet = (key: Key): boolean =>
  (routeOf(key).produces ?? []).some((type) => type === 'text/csv' || type.endsWith('spreadsheetml.sheet'));
const cells = ({ file, sheet, from = 0 }: Compared) =>
  sheet === undefined ? csvCells(file).slice(from) : sheetOf(file, sheet, from);
/** Papers of one day stand in no order of their own: a list of them is compared by their numbers. */
const byNumber = ([head = [], ...rows]: Cell[][]): Cell[][] => {
  const at = head.indexOf('Nomor');
  return at < 0 ? [head, ...rows] : [head, ...rows.sort((a, b) => byText(String(a[at]), String(b[at])))];
};

describe('a sheet', () => {
  test('of every route that gives one is compared here', () => {
    expect(Object.keys(exports).sort()).toEqual(routeKeys.filter(isSheet).sort());
  });

  test.each(routeKeys.filter(isSheet))('of %s says what the API says, in every cell, and runs nothing', async (key) => {
    const compared = (await exports[key]?.()) ?? [];
    expect(compared.length).toBeGreaterThan(0);
    for (const one of compared) {
      expect(one.told.length).toBeGreaterThan(0);
      expect(differences(byNumber(cells(one)), one.told, one.apart)).toEqual([]);
      if (one.sheet === undefined) expect(running(csvCells(one.file).flat())).toEqual([]);
      else expect(formulas(one.file)).toEqual([]);
    }
  });

  test.skipIf(!office)('of every workbook holds in LibreOffice the values it holds here', async () => {
    const compared = (await Promise.all(routeKeys.filter(isSheet).map((key) => exports[key]?.() ?? []))).flat();
    const books = [...new Set(compared.filter(({ sheet }) => sheet !== undefined).map(({ file }) => file.bytes))];
    expect(books.length).toBeGreaterThan(5);
    const opened = await inLibreOffice(books);
    const found = books.flatMap((bytes, at) =>
      [...workbook(bytes)].flatMap(([name, rows]) =>
        unlike(opened[at]?.get(name) ?? [], rows).map((one) => `${name}: ${one}`),
      ),
    );
    expect(found).toEqual([]);
  });

  test('taken while a month is closed again says which state it holds', async () => {
    const as = s.town.as(s.town.adminOf(CITY));
    const open = (format: 'xlsx' | 'quality.csv') =>
      as('GET /cities/{city}/months/{month}/report/{format}', { params: { city: CITY, month: MONTH, format } });
    const stateIn = async () => {
      const [quality, book] = [await open('quality.csv'), await open('xlsx')];
      const [head = [], row = []] = csvCells(quality);
      return { name: book.name, phase: row[head.indexOf('phase')], told: sheetOf(book, 'Mutu data')[1] };
    };
    const before = await stateIn();
    expect(before).toMatchObject({ phase: 'preliminary', told: expect.arrayContaining(['Angka sementara']) });
    expect(before.name).toContain('-r1');
    const closing = s.closes('final');
    const during = await Promise.all([stateIn(), stateIn(), stateIn()]);
    await closing;
    for (const { name, phase, told } of [...during, await stateIn()]) {
      const revision = name.includes('-r1') ? 'preliminary' : 'final';
      expect([phase, told?.includes(revision === 'final' ? 'Angka akhir' : 'Angka sementara')]).toEqual([
        revision,
        true,
      ]);
    }
    expect(await stateIn()).toMatchObject({ phase: 'final' });
  });
});
