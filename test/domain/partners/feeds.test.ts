import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRows, RowWithoutEnd } from '../../../functions/reads/sheets/csv-rows.ts';
import { readCsv } from '../../../functions/reads/sheets/read-csv.ts';
import { headingWith, type Stands } from '../../../shared/domain/basics/sheets/sheet-heading.ts';
import { activityOf } from '../../../shared/domain/partners/feeds/activity.ts';
import { feedColumns, neededColumns } from '../../../shared/domain/partners/feeds/columns.ts';
import { corridorOf, judgedAs, sideOf } from '../../../shared/domain/partners/feeds/corridor.ts';
import { demandOf } from '../../../shared/domain/partners/feeds/demand.ts';
import { faresOf } from '../../../shared/domain/partners/feeds/fares.ts';
import { latestOf } from '../../../shared/domain/partners/feeds/latest.ts';
import { rowReader } from '../../../shared/domain/partners/feeds/row-reader.ts';
import { textSet } from '../../../shared/domain/partners/feeds/row-set.ts';
import type { FeedKindCode } from '../../../shared/domain/partners/feeds/words.ts';
import { type RideTariff, rideTariffOn, rideTariffs, tariffZoneOf } from '../../../shared/rules/ride-tariffs.ts';

const tariff = rideTariffs[0] as RideTariff;
const reading = {
  cityCode: '35.72',
  month: '2026-10',
  mostRows: 10_000,
  tariff,
  districts: [
    { code: '35.72.01', name: 'Sukorejo' },
    { code: '35.72.02', name: 'Kepanjenkidul' },
  ],
};
const gatherings = { activity: activityOf, demand: demandOf, fares: faresOf };
/** What a file of these lines says, the first of them its titles. */
const read = (kind: FeedKindCode, ...lines: string[]) => {
  const [titles = [], ...rows] = lines.map((line) => line.split(';'));
  const heading = headingWith([titles], feedColumns[kind] as Record<string, readonly string[]>, neededColumns[kind]);
  if (!heading) throw new Error('no heading');
  const reader = rowReader(heading.stands as Stands<string>, gatherings[kind](reading));
  for (const [at, cells] of rows.entries()) reader.take(cells, at + 2);
  const { flaws, flags, ...others } = reader.result();
  const told = (list: typeof flaws) => list.flaws.map(({ row, column, detail }) => `${row} ${column} ${detail}`);
  return { ...others, flaws: told(flaws), flags: told(flags) };
};

const MDS = 'start_date;geography_id;vehicle_type;trip_count;drivers_active;drivers_eligible;gross_fare;commission';
describe('drivers and trips', () => {
  test('are read by MDS’s names: -1 is below ten, blank is unknown, kecamatan by code or name', () => {
    const { figures, flaws, rows } = read(
      'activity',
      MDS,
      '2026-10-01;35.72.01;motorcycle;1200;80;100;14400000;2160000',
      '2026-10;Kepanjenkidul;mobil;-1;;;;',
    );
    expect([rows, flaws]).toEqual([2, []]);
    expect(figures.cells).toMatchObject([
      {
        district: '35.72.01',
        vehicle: 'motorcycle',
        trips: 1200,
        driversActive: 80,
        riders: null,
        commission: 2_160_000,
      },
      { district: '35.72.02', vehicle: 'car', trips: -1, driversActive: null, grossFare: null },
    ]);
  });

  test('are of a kecamatan however its name was typed', () => {
    for (const name of [
      'SUKOREJO',
      'sukorejo\u00a0',
      ' Kec. Sukorejo',
      'Kecamatan\u3000Sukorejo',
      'ＳＵＫＯＲＥＪＯ',
      'Suko\u200brejo',
      '35 72 01',
    ])
      expect(read('activity', MDS, `2026-10;${name};motor;20;20;20;;`)).toMatchObject({
        flaws: [],
        figures: { cells: [{ district: '35.72.01' }] },
      });
    for (const name of ['', '.', 'Sukorejo Lor', 'Suko rejo'])
      expect(read('activity', MDS, `2026-10;${name};motor;20;20;20;;`).flaws).toHaveLength(1);
  });

  test('that are below ten and told all the same are kept back, and that is said', () => {
    const { figures, flags } = read('activity', MDS, '2026-10;35.72.01;motor;0;7;12;;');
    expect(figures.cells).toMatchObject([{ trips: -1, driversActive: -1, driversEligible: 12 }]);
    expect(flags).toEqual(
      [
        '2 drivers_active Tertulis 7; di bawah 10 seharusnya -1. Disimpan sebagai -1.',
        '2 trip_count Tertulis 0; di bawah 10 seharusnya -1. Disimpan sebagai -1.',
      ].map((line) =>
        line.replace(/^2 (\S+)/, (_, column: string) => `2 ${column.toUpperCase().replaceAll('_', ' ')}`),
      ),
    );
  });

  test.each([
    ['2026-10;35.73.01;motor;20;20;20;;', 'Kecamatan ini tidak ada'],
    ['2026-09;35.72.01;motor;20;20;20;;', 'Bukan bulan 2026-10'],
    ['2026-10;35.72.01;becak;20;20;20;;', 'Jenis kendaraan tidak dikenal'],
    ['2026-10;35.72.01;motor;-3;20;20;;', 'Jumlah tidak boleh negatif'],
    ['2026-10;35.72.01;motor;20;20;20;-1;', 'Rupiah tidak boleh negatif'],
    ['2026-10;35.72.01;motor;1.200;20;20;;', 'Tulis angka bulat'],
    ['2026-10;35.72.01;motor;20;30;20;;', 'lebih banyak daripada yang terdaftar'],
    ['2026-10;35.72.01;motor;20;30;-1;;', 'lebih banyak daripada yang terdaftar'],
    ['2026-10;35.72.01;motor;20;20;20;100;200', 'Potongan lebih besar'],
  ])('that cannot be are named in their row: %s', (line, sentence) => {
    const { flaws } = read('activity', MDS, '2026-10;35.72.02;motor;20;20;20;;', line);
    expect(flaws).toHaveLength(1);
    expect(flaws[0]).toMatch(/^3 /);
    expect(flaws[0]).toContain(sentence);
  });

  test('are said once for a kecamatan and vehicle', () => {
    const line = '2026-10;35.72.01;motor;20;20;20;;';
    expect(read('activity', MDS, line, line).flaws).toEqual([
      '3 GEOGRAPHY ID Kecamatan dan kendaraan ini sudah ada di baris 2. Sisakan satu baris.',
    ]);
  });
});

describe('demand', () => {
  const TITLES = 'bulan;kecamatan;kategori;kata;jam;permintaan;tidak_ada';
  test('adds up by kecamatan and category, keeps what is asked for most, and no word that may be a person’s', () => {
    const { figures, flaws } = read(
      'demand',
      TITLES,
      '2026-10;Sukorejo;culinary;Pecel Blitar;12;40;30',
      '2026-10;Sukorejo;kuliner;pecel blitar;13;20;',
      '2026-10;Sukorejo;culinary;antar ke Jl. Melati 08123456789;13;50;0',
      '2026-10;Sukorejo;culinary;soto;13;-1;',
    );
    expect(flaws).toEqual([]);
    expect(figures).toMatchObject({
      hidden: 1,
      cells: [
        {
          district: '35.72.01',
          category: 'culinary',
          requests: 110,
          unserved: 30,
          terms: [{ term: 'pecel blitar', requests: 60, unserved: 30 }],
        },
      ],
    });
    expect(figures.kind === 'demand' && [figures.hours[12], figures.hours[13]]).toEqual([40, 70]);
  });

  test.each([
    '0812 3456 7890',
    '0812-3456-7890',
    'bu sari 0812.3456.789',
    '３５７３ ０２４５',
    'rumah no 5',
    'ani@contoh.id',
  ])('keeps no word that may be a person’s, however it is grouped: %s', (term) => {
    const { figures } = read('demand', TITLES, `2026-10;Sukorejo;culinary;${term};12;40;30`);
    expect(figures).toMatchObject({ cells: [{ requests: 40, terms: [] }] });
  });

  test.each([
    ['2026-10;Sukorejo;mobil bekas;x;1;20;1', 'Kategori tidak dikenal'],
    ['2026-10;Sukorejo;culinary;x;24;20;1', 'Tulis jam 0 sampai 23'],
    ['2026-10;Sukorejo;culinary;x;1;20;30', 'lebih banyak daripada yang dicari'],
    ['2026-10;Sukorejo;culinary;x;1;-1;30', 'lebih banyak daripada yang dicari'],
    ['2026-10;Sukorejo;culinary;x;1;;', 'wajib diisi'],
  ])('that cannot be is named: %s', (line, sentence) => {
    expect(read('demand', TITLES, line).flaws[0]).toContain(sentence);
  });
});

describe('a fare', () => {
  test('lies in the corridor of its zone: four kilometres have a sum of their own, then a rate', () => {
    expect([0, 4, 10].map((km) => corridorOf(tariff, km))).toEqual([
      { from: 8_000, to: 10_000 },
      { from: 8_000, to: 10_000 },
      { from: 20_000, to: 25_000 },
    ]);
    expect([7_999, 8_000, 10_000, 10_001].map((fare) => sideOf(tariff, 3, fare))).toEqual([
      'below',
      'within',
      'within',
      'above',
    ]);
  });

  test('of a longer way has no lower bounds, and its two bounds never cross', () => {
    const km = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(km, km, fc.constantFrom(...rideTariffs), (one, other, row) => {
        const [near, far] = [corridorOf(row, Math.min(one, other)), corridorOf(row, Math.max(one, other))];
        expect(near.from <= far.from && near.to <= far.to && near.from <= near.to).toBe(true);
      }),
    );
  });

  test('is judged of passengers of motorcycles alone', () => {
    expect([judgedAs('passenger', 'motorcycle'), judgedAs('food', 'motorcycle'), judgedAs('passenger', 'car')]).toEqual(
      ['rule', 'reference', 'none'],
    );
  });

  test('is counted by trips, and what is kept back is in no share', () => {
    const { figures, flaws } = read(
      'fares',
      'bulan;kecamatan;kendaraan;layanan;jarak;tarif;perjalanan',
      '2026-10;Sukorejo;motor;penumpang;3;9000;100',
      '2026-10;Sukorejo;motor;penumpang;3;7000;40',
      '2026-10;Sukorejo;motor;penumpang;10;26000;20',
      '2026-10;Sukorejo;motor;penumpang;9,5;26000;-1',
    );
    expect(flaws).toEqual([]);
    expect(figures.cells).toEqual([
      {
        district: '35.72.01',
        service: 'passenger',
        vehicle: 'motorcycle',
        trips: 160,
        below: 40,
        above: 20,
        hidden: 1,
      },
    ]);
  });

  test('has a zone in every province, and a table on every day since it is in force', () => {
    expect(['35.72', '18.71', '31.74', '36.74', '36.73', '64.72', '51.71', '97.01'].map(tariffZoneOf)).toEqual([
      'I',
      'I',
      'II',
      'II',
      'I',
      'III',
      'I',
      'III',
    ]);
    expect(rideTariffOn('35.72', '2022-09-09')).toBeUndefined();
    expect(rideTariffOn('35.72', '2022-09-10')?.ceilingPerKm).toBe(2_500);
  });
});

describe('a corrected month', () => {
  test('takes the place of what it corrects, whatever the order they are read in', () => {
    const feed = (partnerId: string, month: string, revision: number) => ({ partnerId, month, revision });
    const all = [feed('a', '2026-10', 1), feed('a', '2026-10', 2), feed('b', '2026-10', 1), feed('a', '2026-09', 1)];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (order) => {
        const names = latestOf(order).map(({ partnerId, month, revision }) => `${partnerId} ${month} ${revision}`);
        expect(names.sort()).toEqual(['a 2026-09 1', 'a 2026-10 2', 'b 2026-10 1']);
      }),
    );
  });
});

describe('a set of many texts', () => {
  test('takes its memory once: as much for a few rows as for all that may come', () => {
    const most = 200_000;
    const set = textSet(most);
    const { arrayBuffers } = process.memoryUsage();
    for (let at = 0; at < most; at += 1) if (!set.add(`35.72.01|culinary|barang ${at}|12`)) throw new Error(`${at}`);
    expect(process.memoryUsage().arrayBuffers - arrayBuffers).toBeLessThan(100_000);
    expect(set.add('35.72.01|culinary|barang 7|12')).toBe(false);
  });

  test('knows what was there, up to as many as may come', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 3_000 }), (texts) => {
        const [ours, theirs] = [textSet(3_000), new Set<string>()];
        for (const text of texts) {
          expect(ours.add(text)).toBe(!theirs.has(text));
          theirs.add(text);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('figures no month can have', () => {
  test('are refused at their row, so that no sum of a file is beyond what numbers can tell', () => {
    const most = '999999999';
    const right = read('demand', 'bulan;kecamatan;jam;permintaan', `2026-10;35.72.01;1;${most}`);
    expect(right.flaws).toEqual([]);
    expect(Number.isSafeInteger(Number(most) * 1_200_000)).toBe(true);
    const titles = 'bulan;kecamatan;kendaraan;layanan;jarak;tarif;perjalanan';
    for (const more of ['1000000000', '999999999999999']) {
      const TOLD = 'Terlalu banyak untuk satu bulan. Periksa angkanya.';
      expect(read('demand', 'bulan;kecamatan;jam;permintaan', `2026-10;35.72.01;1;${more}`).flaws).toEqual([
        `2 PERMINTAAN ${TOLD}`,
      ]);
      expect(read('fares', titles, `2026-10;35.72.01;motor;penumpang;3;9000;${more}`).flaws).toEqual([
        `2 PERJALANAN ${TOLD}`,
      ]);
    }
  });

  test('words that every object of the language knows are no vehicle and no service', () => {
    const titles = 'bulan;kecamatan;kendaraan;layanan;jarak;tarif;perjalanan';
    for (const word of ['constructor', '__proto__', 'toString'])
      expect(read('fares', titles, `2026-10;35.72.01;${word};${word};3;9000;20`).flaws).toHaveLength(2);
  });
});

describe('a list that comes in pieces', () => {
  const cell = fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/\r/g, ''));
  test('is read as it was written, wherever it is cut', () => {
    const quoted = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (list, size) => {
        const text = `a;b;c\n${list.map((row) => row.map(quoted).join(';')).join('\n')}\n`;
        const reader = csvRows();
        const found: string[][] = [];
        for (let at = 0; at < text.length; at += size) found.push(...reader.push(text.slice(at, at + size)));
        found.push(...reader.end());
        expect(found).toEqual([['a', 'b', 'c'], ...list]);
      }),
    );
  });

  test('is read like a list that comes whole, also where quotes stand in the middle of a cell', () => {
    const letters = fc.constantFrom('a', '"', ';', '\n', '""', '";"', ' ');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 24 }), fc.integer({ min: 1, max: 9 }), (parts, size) => {
        const text = `a;b;c\n${parts.join('')}\n"";end\n`;
        const reader = csvRows();
        const found: string[][] = [];
        const readAll = () => {
          for (let at = 0; at < text.length; at += size) found.push(...reader.push(text.slice(at, at + size)));
          found.push(...reader.end());
        };
        const whole = readCsv(Buffer.from(text));
        // A quote that nobody closed: the rest of the list is no cell of it.
        if (whole.at(-1)?.join(';') !== ';end') expect(readAll).toThrow(RowWithoutEnd);
        else {
          readAll();
          expect(found).toEqual(whole);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['a quote that is not closed', `"${'x'.repeat(9_000)}`],
    ['a quote that is not closed before the list ends', '"x;y'],
    ['very many marks between cells', `${';'.repeat(9_000)}\n1;2;3\n`],
    ['one cell after a whole row', `1;2;3\n${'x'.repeat(9_000)}`],
    ['line breaks within quotes', `"${'\n'.repeat(9_000)}"\n`],
  ])('ends in words at a row without an end: %s', (_, rest) => {
    const reader = csvRows();
    const read = () => [...reader.push(`a;b;c\n${rest}`), ...reader.end()];
    expect(read).toThrow(new RowWithoutEnd(rest.startsWith('1') ? 3 : 2));
  });

  test('costs what it is long, however many quotes and line breaks are within its quotes', () => {
    const row = `1;"${'""\n'.repeat(2_600)}";2\n`;
    const began = process.cpuUsage().user;
    expect([...csvRows().push(`a;b;c\n${row.repeat(100)}`)]).toHaveLength(101);
    // It takes a tenth of a second of a processor; with each row looked at again at each of its breaks it was seven.
    expect(process.cpuUsage().user - began).toBeLessThan(2_000_000);
  });
});
