import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Download } from '../../shared/contract/reports.ts';
import type { Snapshot } from '../../shared/domain/snapshot.ts';
import { closeCity } from '../close-city.ts';
import { memoryFiles, testClock, testWorld } from '../engine.ts';
import { refusalOf, type Town, townOf } from '../market.ts';

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

const open = (format: string): Promise<Download> =>
  s.town.as()('GET /cities/{city}/reports/{month}/{format}', {
    params: { city: CITY, month: MONTH, format: format as 'pdf' },
  });
const full = (format: 'pdf' | 'xlsx' | 'csv' | 'csv-id', person = ADMIN): Promise<Download> =>
  s.town.as(person)('GET /cities/{city}/months/{month}/report/{format}', {
    params: { city: CITY, month: MONTH, format },
  });
const text = ({ bytes }: Download): string => Buffer.from(bytes).toString('utf8');

/** Reads RFC 4180 back. */
const parseCsv = (csv: string, separator: string): string[][] => {
  const rows: string[][] = [];
  let [row, field, inside]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < csv.length; at += 1) {
    const letter = csv[at];
    if (inside) {
      if (letter !== '"') field += letter;
      else if (csv[at + 1] === '"') field += csv[++at];
      else inside = false;
    } else if (letter === '"') inside = true;
    else if (letter === separator) {
      row.push(field);
      field = '';
    } else if (letter === '\n') {
      rows.push([...row, field]);
      [row, field] = [[], ''];
    } else if (letter !== '\r') field += letter;
  }
  return rows;
};
const records = (csv: string, separator = ',') => {
  const [head = [], ...rows] = parseCsv(csv, separator);
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
};

/** The files of a ZIP by name, read from its central directory (APPNOTE 4.3.12). */
const unzipped = (zip: Buffer): Map<string, string> => {
  const files = new Map<string, string>();
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, name, extra, comment] = [10, 20, 28, 30, 32].map((place) =>
      place === 20 ? zip.readUInt32LE(at + place) : zip.readUInt16LE(at + place),
    ) as [number, number, number, number, number];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + size);
    const path = zip.toString('utf8', at + 46, at + 46 + name);
    files.set(path, (method === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return files;
};

/** What the cells of a row hold, by column; cells without a value are left out of the file. */
const cellsOf = (row: string, strings: readonly string[]): (string | number | null)[] => {
  const cells: (string | number | null)[] = [];
  for (const [cell, letters = '', content = ''] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>(.*?)<\/c>)/gs)) {
    const column = [...letters].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (cells.length < column) cells.push(null);
    const value = /<v>(.*?)<\/v>/.exec(content)?.[1];
    cells[column] = value === undefined ? null : / t="s"/.test(cell) ? (strings[Number(value)] ?? '') : Number(value);
  }
  return cells;
};

/** Sheets of a workbook by name, each as rows of what its cells hold: numbers where they are numbers. */
const workbook = (bytes: Uint8Array) => {
  const files = unzipped(Buffer.from(bytes));
  const xml = (path: string) => files.get(path) ?? '';
  const unescaped = (given: string) =>
    given
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  const strings = [...xml('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, of = '']) =>
    unescaped([...of.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, one]) => one).join('')),
  );
  const names = [...xml('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]+)"/g)].map(([, name = '']) =>
    unescaped(name),
  );
  return new Map(
    names.map((name, at) => [
      name,
      [...xml(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) =>
        cellsOf(row, strings),
      ),
    ]),
  );
};
const pages = ({ bytes }: Download): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;

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
    const whole = rows.find(({ kind, span }) => kind === 'whole' && span === 'month');
    expect(whole).toMatchObject({ code: CITY, merchants: '24', sold: '12', unsold: '12', hidden: 'false' });
    expect(whole?.['turnoverRupiah']).toBe(s.snapshot.whole.turnoverRupiah);
    expect(whole?.['gini']).toBe(String(s.snapshot.whole.spread?.gini.value));
    const district = rows.find(({ kind, hidden }) => kind === 'district' && hidden === 'true');
    expect(district).toMatchObject({ turnoverRupiah: '', gini: '' });
  });

  test('as CSV for Excel in Indonesian has a BOM, semicolons and decimal commas', async () => {
    const csv = text(await open('csv-id'));
    expect(csv.startsWith('\uFEFFKode wilayah;Bulan;')).toBe(true);
    const whole = records(csv.slice(1), ';').find((row) => row['Jenis baris'] === 'Seluruhnya');
    expect(whole?.['Gini semua usaha']).toBe(String(s.snapshot.whole.spread?.gini.value).replace('.', ','));
  });

  test('as a workbook has real numbers and explains every column', async () => {
    const sheets = workbook((await open('xlsx')).bytes);
    expect([...sheets.keys()]).toEqual(['Ringkasan', 'Bulan', '12 bulan', 'Lorenz', 'Tanpa nilai', 'Penjelasan']);
    const [head = [], whole = []] = sheets.get('Bulan') ?? [];
    expect(whole[head.indexOf('Omzet di pasar')]).toBe(Number(s.snapshot.whole.turnoverRupiah));
    expect(whole[head.indexOf('Gini semua usaha')]).toBeCloseTo(s.snapshot.whole.spread?.gini.value ?? Number.NaN, 9);
    const explained = (sheets.get('Penjelasan') ?? []).map(([name]) => name);
    for (const column of head.slice(4)) expect(explained).toContain(column);
  });

  test('names nobody', async () => {
    for (const format of ['csv', 'csv-id', 'cells.csv', 'lorenz.csv', 'datapackage.json'])
      expect(text(await open(format))).not.toMatch(/Dapur|HYPERLINK|mrc_/);
    const { bytes } = await open('xlsx');
    expect(JSON.stringify([...workbook(bytes)])).not.toMatch(/Dapur|HYPERLINK|mrc_/);
  });
});

describe('the open data', () => {
  test('is a Frictionless data package whose resources are there and are what it says', async () => {
    const pack = JSON.parse(text(await open('datapackage.json'))) as {
      name: string;
      resources: { name: string; path: string; bytes: number; schema: { fields: { name: string; type: string }[] } }[];
    };
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
      const file = await open(path);
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
    expect(rows.slice(0, 12).every((row) => row[4] === 0)).toBe(true);
    expect(rows.map(([name]) => name)).toContain('=HYPERLINK(A1)');
  });

  test('as PDF has two pages too', async () => {
    expect(pages(await full('pdf'))).toBe(2);
  });

  test('shows every cell', async () => {
    expect(records(text(await full('csv'))).every(({ hidden }) => hidden === 'false')).toBe(true);
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
    expect(await asked(MONTH, 'exe')).toMatchObject({ code: 'invalid_request', status: 400 });
    expect(await asked(MONTH, 'pdf', { revision: 9 })).toMatchObject({ code: 'snapshot_not_found' });
    expect(await refusalOf(full('pdf', 'a-stranger'))).toMatchObject({ code: 'not_allowed', status: 403 });
  });
});

test('definitions are public', async () => {
  const { indicators, definition } = await s.town.as()('GET /definitions');
  expect(definition).toBe(s.snapshot.definition);
  expect(indicators).toHaveLength(15);
});
