import Ajv from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { excelIndonesia, machine } from '../../../functions/print/csv.ts';
import { pdf } from '../../../functions/reports/pdf/pdf.ts';
import type { Report } from '../../../functions/reports/report.ts';
import { howPriced } from '../../../functions/reports/sentences/prices.ts';
import { whereTheRestIs } from '../../../functions/reports/sentences/reach.ts';
import { cellsCsv } from '../../../functions/reports/tables/csv.ts';
import { resourcesOf } from '../../../functions/reports/tables/datapackage.ts';
import { xlsx } from '../../../functions/reports/xlsx/xlsx.ts';
import type { FullFormat } from '../../../shared/contract/reports.ts';
import type { Download } from '../../../shared/contract/route/download.ts';
import { definitionOf, indicators } from '../../../shared/domain/equity/definitions/definition.ts';
import { publicSnapshot } from '../../../shared/domain/equity/disclosure/public-snapshot.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import type { VisitRow } from '../../../shared/domain/equity/standing/standing.ts';
import { octoberOfMalang } from '../../attainable-month.ts';
import { closeCity } from '../../close-city.ts';
import { memoryFiles, testClock, testWorld } from '../../engine.ts';
import { refusalOf, type Town, townOf } from '../../market.ts';
import { dataPackage2 } from './data-package-2.ts';
import { pages, parseCsv, records, text, unzipped, workbook } from './report-files.ts';

const CITY = '35.73';
const MONTH = '2026-10';
const ADMIN = `admin-${CITY}`;

type Scene = { town: Town; snapshot: Snapshot };
let s: Scene;
/** Six shops in one district, eighteen in the other, one with a name like a formula; twelve sold. */
beforeAll(async () => {
  const clock = testClock('2026-10-05T09:00:00.000+07:00');
  const world = await testWorld({ now: clock.now });
  const town = await townOf(world);
  await town.founds(CITY, { name: 'Kota Malang' });
  const shops = [];
  for (let at = 0; at < 24; at += 1)
    shops.push(
      await town.opens(CITY, {
        name: at === 0 ? '=HYPERLINK(A1)' : `Dapur ${at}`,
        district: `${CITY}.0${at < 6 ? 2 : 3}`,
        village: `${CITY}.0${at < 6 ? 2 : 3}.1001`,
      }),
    );
  for (const [at, shop] of shops.slice(1, 13).entries())
    await town.sells(shop, await town.offers(shop, { amount: 100 }), 2 + at);
  clock.set('2026-11-12T09:00:00.000+07:00');
  const snapshot = await closeCity(world, memoryFiles(), CITY, {
    month: MONTH,
    phase: 'final',
    takenAt: '2026-11-11T00:00:00.000Z',
  });
  s = { town, snapshot };
});

const inThousandths = (value: number | null | undefined): string => String(Math.round((value ?? 0) * 1000) / 1000);

const leastOf = async (): Promise<VisitRow[]> =>
  (
    await s.town.as(ADMIN)('GET /cities/{city}/standings/{month}', {
      params: { city: CITY, month: MONTH },
      query: { order: 'least', limit: 1 },
    })
  ).items;
const open = (format: string): Promise<Download> =>
  s.town.as()('GET /cities/{city}/reports/{month}/{format}', {
    params: { city: CITY, month: MONTH, format: format as 'pdf' },
  });
const full = (format: FullFormat, person = ADMIN): Promise<Download> =>
  s.town.as(person)('GET /cities/{city}/months/{month}/report/{format}', {
    params: { city: CITY, month: MONTH, format },
  });
describe('a public report', () => {
  test('is a file with a name and its media type', async () => {
    for (const [format, type, name] of [
      ['pdf', 'application/pdf', /^pasar-rata-35\.73-2026-10-r1\.pdf$/],
      ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', /\.xlsx$/],
      ['csv', 'text/csv', /\.csv$/],
      ['datapackage.json', 'application/json', /^datapackage\.json$/],
    ] as const) {
      const file = await open(format);
      expect(file.type).toBe(type);
      expect(file.name).toMatch(name);
      expect(file.bytes.length).toBeGreaterThan(100);
    }
  });

  test('as PDF has two pages, and the same bytes each time', async () => {
    const [one, two] = [await open('pdf'), await open('pdf')];
    expect(pages(one)).toBe(2);
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  });

  test('as CSV says the snapshot’s own numbers, and nothing where they are hidden', async () => {
    const rows = records(text(await open('csv')));
    const whole = rows.find(({ kind, span }) => kind === 'total' && span === 'month');
    expect(whole).toMatchObject({ code: CITY, merchants: '24', sold: '12', unsold: '12', hidden: 'false' });
    expect(whole?.['turnoverRupiah']).toBe(s.snapshot.total.turnoverRupiah);
    // Three decimals: of some dozen sellers more would be an equation for each.
    expect(whole?.['gini']).toBe(inThousandths(s.snapshot.total.spread?.gini.value));
    const districts = rows.filter(({ kind, span }) => kind === 'district' && span === 'month');
    expect(districts.map(({ code }) => code)).toEqual(['lainnya']);
    expect(districts[0]).toMatchObject({ merchants: '24', turnoverRupiah: whole?.['turnoverRupiah'], gini: '' });
    expect(districts[0]?.['name']).toMatch(/^Lainnya: .+, .+ \(disamarkan\)$/);
  });

  test('as CSV for Excel in Indonesian has a BOM, semicolons and decimal commas', async () => {
    const csv = text(await open('csv-id'));
    expect(csv.startsWith('\uFEFFKode wilayah;Bulan;')).toBe(true);
    const whole = records(csv.slice(1), ';').find((row) => row['Jenis baris'] === 'Seluruhnya');
    expect(whole?.['Gini semua usaha']).toBe(inThousandths(s.snapshot.total.spread?.gini.value).replace('.', ','));
  });

  test('as a workbook has real numbers and explains every column', async () => {
    const sheets = workbook((await open('xlsx')).bytes);
    // A curve of twelve sellers is not told.
    const names = ['Ringkasan', 'Bulan', '12 bulan', 'Mutu data', 'Tanpa nilai', 'Penjelasan'];
    expect([...sheets.keys()].filter((name) => name !== 'Antarkelompok')).toEqual(names);
    const [head = [], whole = []] = sheets.get('Bulan') ?? [];
    expect(whole[head.indexOf('Omzet di pasar')]).toBe(Number(s.snapshot.total.turnoverRupiah));
    expect(whole[head.indexOf('Gini semua usaha')]).toBeCloseTo(s.snapshot.total.spread?.gini.value ?? Number.NaN, 3);
    const explained = (sheets.get('Penjelasan') ?? []).map(([name]) => name);
    for (const column of head.slice(3)) expect(explained).toContain(column);
  });

  test('names nobody', async () => {
    for (const format of ['csv', 'csv-id', 'cells.csv', 'datapackage.json'])
      expect(text(await open(format))).not.toMatch(/Dapur|HYPERLINK|mrc_/);
    const { bytes } = await open('xlsx');
    expect(JSON.stringify([...workbook(bytes)])).not.toMatch(/Dapur|HYPERLINK|mrc_/);
  });
});

describe('the open data', () => {
  test.each([
    ['of everybody', (path: string) => open(path)],
    ['of the city itself', (path: string) => full(path as FullFormat)],
  ])('%s is a Frictionless data package whose resources are there and are what it says', async (_, read) => {
    const pack = JSON.parse(text(await read('datapackage.json'))) as {
      name: string;
      resources: { name: string; path: string; bytes: number; schema: { fields: { name: string; type: string }[] } }[];
    };
    const isPackage = new Ajv.Ajv2020({ allErrors: true }).compile(dataPackage2);
    expect(isPackage(pack) || isPackage.errors).toBe(true);
    const slips = [
      { ...pack, resources: [] },
      { ...pack, created: 'kemarin' },
      { ...pack, resources: [{ ...pack.resources[0], path: '../rahasia.csv' }] },
      { ...pack, resources: [{ ...pack.resources[0], schema: { fields: [{ name: 'a', type: 'rupiah' }] } }] },
    ];
    for (const slip of slips) expect(isPackage(slip)).toBe(false);
    expect(pack.name).toMatch(/^([-a-z0-9._/])+$/);
    expect(pack.resources.length).toBeGreaterThan(0);
    expect(new Set(pack.resources.map(({ name }) => name)).size).toBe(pack.resources.length);
    const tests: Record<string, RegExp> = {
      integer: /^-?\d*$/,
      number: /^(-?\d+(\.\d+)?)?$/,
      boolean: /^(true|false)$/,
      yearmonth: /^\d{4}-\d\d$/,
      string: /^/,
    };
    for (const { name, path, bytes, schema } of pack.resources) {
      expect(name).toMatch(/^([-a-z0-9._/])+$/);
      expect(path).not.toMatch(/^[./]|\.\./);
      const file = await read(path);
      expect(file.bytes.length).toBe(bytes);
      const [head = [], ...rows] = parseCsv(text(file), ',');
      expect(head).toEqual(schema.fields.map((field) => field.name));
      for (const row of rows)
        row.forEach((value, at) => {
          expect(value).toMatch(tests[schema.fields[at]?.type ?? 'none'] as RegExp);
        });
    }
  });
});

describe('the full report', () => {
  test('lists the least sold by name, who sold nothing first', async () => {
    const sheets = workbook((await full('xlsx')).bytes);
    const [head = [], ...rows] = sheets.get('Paling sedikit menjual') ?? [];
    expect(head[0]).toBe('Usaha');
    expect(rows).toHaveLength(24);
    expect(rows.slice(0, 12).every((row) => row[5] === 0)).toBe(true);
    expect(head[1]).toBe('Alamat');
    expect(rows.every((row) => typeof row[1] === 'string' && row[1] !== '')).toBe(true);
    expect(rows.map(([name]) => name)).toContain('=HYPERLINK(A1)');
  });

  test('tells people names and days of their own clock, never codes', async () => {
    const sheets = workbook((await full('xlsx')).bytes);
    expect(sheets.get('Ringkasan')).toContainEqual(['Ditutup', '11 November 2026 pukul 07.00 WIB']);
    const early = await xlsx({ snapshot: { ...s.snapshot, phase: 'preliminary' }, zone: 'Asia/Jakarta', missing: [] });
    const cells = [...sheets.values(), ...workbook(early).values()].flat(2).map(String);
    const code = /^\d\d\.\d\d(\.\d\d)?$|(mrc|agc|own)_|^(final|preliminary|district|category)$/;
    expect(cells.filter((cell) => code.test(cell))).toEqual([]);
  });

  test('hides the share of a tenth where a tenth is less than ten shops', async () => {
    const sheets = workbook((await full('xlsx')).bytes);
    const [head = [], whole = []] = sheets.get('Bulan') ?? [];
    for (const id of ['topTenPercentShare', 'palma']) {
      const name = definitionOf(id).name;
      expect(head).toContain(name);
      expect(whole[head.indexOf(name)] ?? null).toBeNull();
      expect(sheets.get('Tanpa nilai')).toContainEqual([
        'Kota Malang',
        'Bulan ini',
        name,
        'terlalu sedikit usaha untuk ditampilkan',
      ]);
    }
  });

  test('prints on lying pages that bear their headings', async () => {
    const files = unzipped(Buffer.from((await full('xlsx')).bytes));
    expect(files.get('xl/workbook.xml')).toContain("'Bulan'!$A:$B,'Bulan'!$1:$1");
    const month = files.get('xl/worksheets/sheet2.xml') ?? '';
    expect(month).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    expect(month).toMatch(
      /<pageSetup paperSize="9" orientation="landscape" fitToWidth="\d" fitToHeight="0"\/><\/worksheet>$/,
    );
  });

  test('as PDF has two pages too', async () => {
    expect(pages(await full('pdf'))).toBe(2);
  });

  test('as PDF has two pages with a dozen districts, all to visit and what could have been attained', async () => {
    const [least] = await leastOf();
    const [district] = s.snapshot.districts;
    if (!least || !district) throw new Error('the month has nobody');
    const of = { snapshot: s.snapshot, zone: 'Asia/Jakarta' as const, missing: [] };
    const districts = Array.from({ length: 12 }, (_, at) => ({
      ...district,
      code: `${CITY}.${at}`,
      name: `Desa ${at}`,
    }));
    const whole = { ...of.snapshot, districts, attainable: octoberOfMalang() };
    const report = { ...of, snapshot: whole, least: Array.from({ length: 12 }, () => least) };
    expect(pages({ bytes: await pdf(report) })).toBe(2);
  });

  test('shows every cell', async () => {
    expect(records(text(await full('csv'))).every(({ hidden }) => hidden === 'false')).toBe(true);
  });
});

describe('the fifteen indicators', () => {
  const pricesPaid = {
    comparedRupiah: '970000',
    referenceRupiah: '1000000',
    ratio: 0.97,
    belowLine: 4,
    below: { price_above_fair: 3, closed: 1 },
  };
  /** The month with something of everything. */
  const complete = (): Report => {
    const { snapshot } = s;
    const spent = { rupiah: '900', owners: 2, newOwners: 1, newRupiah: '400' };
    const spread = { equivalentOwners: { value: 1.8 }, largestShare: { value: 0.6 } };
    const agencies = [{ agencyId: 'agc_1', name: 'Dinas Contoh', ...spent, ...spread }];
    const withPalma = ({ total: { spread: of } }: Pick<Report['snapshot'], 'total'>) =>
      of && { ...of, palma: { value: 2.5 } };
    const all = <P extends Pick<Report['snapshot'], 'total' | 'agencies'>>(period: P): P => ({
      ...period,
      agencies,
      // As many as the share of a tenth needs.
      total: { ...period.total, merchants: 240, spread: withPalma(period), pricesPaid },
    });
    return { snapshot: { ...all(snapshot), year: all(snapshot.year) }, zone: 'Asia/Jakarta', missing: [], least: [] };
  };
  const fieldsOf = (report: Report): string[] =>
    resourcesOf(report).flatMap(({ fields }) => (fields as { name: string }[]).map(({ name }) => name));
  /** A measure by reason has a column for each of them. */
  const tells = (names: readonly string[], id: string): boolean =>
    names.some((name) => name === id || (id === 'below' && name.startsWith('below_')));

  test('are all in the open data, and explained there', () => {
    const definitions = resourcesOf(complete()).find(({ path }) => path === 'definitions.csv');
    const explained = records(Buffer.from(definitions?.bytes ?? []).toString('utf8')).map((row) => row['id'] ?? '');
    for (const { number, measures } of indicators)
      for (const { id } of measures) {
        expect(tells(fieldsOf(complete()), id), `${number} ${id} in a file`).toBe(true);
        expect(tells(explained, id), `${number} ${id} explained`).toBe(true);
      }
  });

  test.each(['month', 'year'])('all have a value for the %s', (span) => {
    const values = resourcesOf(complete()).flatMap(({ path, bytes }) =>
      path === 'definitions.csv'
        ? []
        : records(Buffer.from(bytes).toString('utf8'))
            .filter((row) => row['span'] === span)
            .flatMap((row) => Object.entries(row).filter(([, value]) => value !== ''))
            .map(([name]) => name),
    );
    for (const { number, measures } of indicators)
      for (const { id } of measures) expect(tells(values, id), `${number} ${id}`).toBe(true);
  });

  test('are all in the workbook, each in a sheet and explained', async () => {
    const sheets = workbook(await xlsx(complete()));
    const explained = (sheets.get('Penjelasan') ?? []).map(([name]) => name);
    const heads = [...sheets].filter(([name]) => name !== 'Penjelasan').flatMap(([, [head = []]]) => head);
    for (const { measures } of indicators)
      for (const { id, name } of measures) {
        const shown = id === 'below' ? 'Di bawah garis: di atas harga wajar' : name;
        expect(explained, `${id} explained`).toContain(shown);
        // The curve has a sheet of its own, a column for each place.
        if (id === 'lorenz') expect([...sheets.keys()]).toContain('Lorenz');
        else expect(heads, `${id} in a sheet`).toContain(shown);
      }
  });

  test('are in public without the offices, and without a curve of few', () => {
    const { snapshot } = complete();
    const open = fieldsOf({
      snapshot: { ...publicSnapshot(snapshot), between: snapshot.between },
      zone: 'Asia/Jakarta',
      missing: [],
    });
    const lacking = indicators.filter(({ measures }) => measures.some(({ id }) => !tells(open, id)));
    expect(lacking.map(({ number }) => number)).toEqual([6, 11, 12]);
  });

  test('have the same columns over twelve months as in a month', async () => {
    const sheets = workbook(await xlsx(complete()));
    const [head = [], ...rows] = sheets.get('12 bulan') ?? [];
    expect(head).toEqual(sheets.get('Bulan')?.[0]);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('tell prices paid as numbers, a column for each reason, in every table', async () => {
    const report = complete();
    const [row] = records(text({ bytes: cellsCsv(report, machine) }));
    expect(row).toMatchObject({ ratio: '0.97', comparedRupiah: '970000', referenceRupiah: '1000000', belowLine: '4' });
    expect(row).toMatchObject({ below_price_above_fair: '3', below_closed: '1', below_rating_too_low: '0' });
    const [people] = records(text({ bytes: cellsCsv(report, excelIndonesia) }).slice(1), ';');
    expect(people).toMatchObject({ 'Harga terhadap acuan': '0,97', 'Di bawah garis: di atas harga wajar': '3' });
    const [head = [], whole = []] = workbook(await xlsx(report)).get('Bulan') ?? [];
    expect(whole[head.indexOf('Di bawah garis: sedang tutup')]).toBe(1);
    expect(whole[head.indexOf('Harga terhadap acuan')]).toBe(0.97);
  });

  test('say of prices what there is to say, and nothing else', () => {
    const said = (of: object | null | undefined) =>
      howPriced({ ...s.snapshot, total: { ...s.snapshot.total, pricesPaid: of as typeof pricesPaid } });
    expect(said(pricesPaid)).toBe(
      'Barang yang dipilih dari daftar berurutan dibayar Rp970 ribu, 3% di bawah harga acuan. ' +
        '4 pesanan pada penawaran di bawah garis, terbanyak karena di atas harga wajar (3).',
    );
    expect(said({ ...pricesPaid, ratio: 1, belowLine: 0, below: {} })).toMatch(
      /sama dengan harga acuan\. Tidak ada pesanan pada penawaran di bawah garis\.$/,
    );
    expect(said({ ...pricesPaid, ratio: 1.2, belowLine: 1, below: { closed: 1 } })).toMatch(
      /20% di atas harga acuan\. 1 pesanan pada penawaran di bawah garis, karena sedang tutup\.$/,
    );
    expect(said({ ...pricesPaid, ratio: null, belowLine: 0, below: {} })).toMatch(
      /^Belum ada barang dengan harga acuan\./,
    );
    expect([said(null), said(undefined)]).toEqual(['', '']);
  });

  test('send nobody to a workbook for names that it does not hold', () => {
    expect(whereTheRestIs(12, 0)).toBe('12 usaha lain ada di lembar Excel dan di Dasbor Kota.');
    expect(whereTheRestIs(1_990, 1_500)).toBe(
      '1.990 usaha lain ada di Dasbor Kota; lembar Excel memuat semuanya selain 1.500 di antaranya.',
    );
  });

  test('stay on two pages, and one of offices, with many districts, long names and everything to say', async () => {
    const report = complete();
    const [district] = report.snapshot.districts;
    if (!district) throw new Error('no district');
    const name = 'Kecamatan dengan nama yang panjang sekali';
    const many = Array.from({ length: 31 }, (_, at) => ({ ...district, code: `${CITY}.${at}`, name: `${name} ${at}` }));
    const [card] = await leastOf();
    const least = Array.from({ length: 40 }, () => card as VisitRow);
    const snapshot = { ...report.snapshot, districts: many };
    expect(pages({ bytes: await pdf({ ...report, snapshot, least }) })).toBe(3);
    const merged = { ...snapshot, districts: [], cities: many };
    const missing = many.map(({ code, name: of }) => ({ code, name: of }));
    expect(pages({ bytes: await pdf({ snapshot: merged, zone: 'Asia/Jakarta', missing }) })).toBe(2);
  });
});

describe('a report that cannot be made', () => {
  test('is refused by name', async () => {
    const asked = (month: string, format: string, query = {}) =>
      refusalOf(
        s.town.as()('GET /cities/{city}/reports/{month}/{format}', {
          params: { city: CITY, month, format: format as 'pdf' },
          query,
        }),
      );
    expect(await asked('2026-09', 'pdf')).toMatchObject({ code: 'snapshot_not_found', status: 404 });
    expect(await asked('2026-13', 'pdf')).toMatchObject({ code: 'month_invalid', status: 400 });
    expect(await asked(MONTH, 'agencies.csv')).toMatchObject({ code: 'invalid_request' });
    expect(await refusalOf(full('agencies.csv'))).toMatchObject({ code: 'report_part_not_found', status: 404 });
    expect(await asked(MONTH, 'exe')).toMatchObject({ code: 'invalid_request', status: 400 });
    expect(await asked(MONTH, 'pdf', { revision: 9 })).toMatchObject({ code: 'snapshot_not_found' });
    expect(await refusalOf(full('pdf', 'a-stranger'))).toMatchObject({ code: 'not_allowed', status: 403 });
  });
});

test('definitions are public', async () => {
  const { indicators, definition } = await s.town.as()('GET /definitions');
  expect(definition).toBe(s.snapshot.definition);
  // Fifteen of a snapshot, five beside it.
  expect(indicators.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
});
