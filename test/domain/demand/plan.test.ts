import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthIn } from '../../../shared/domain/basics/sheets/sheet-dates.ts';
import { headingOf } from '../../../shared/domain/basics/sheets/sheet-heading.ts';
import { type Corrections, lineOf, planChange } from '../../../shared/domain/demand/plan.ts';
import {
  missingPlanColumns,
  PLAN_TITLES,
  PlanColumnChoice,
  planColumns,
} from '../../../shared/domain/demand/plan-columns.ts';
import type { PlanLine } from '../../../shared/domain/demand/plan-line.ts';
import { planOfSheet } from '../../../shared/domain/demand/plan-sheet.ts';
import { volumeIn, wantedIn } from '../../../shared/domain/demand/quantity.ts';
import { addedUp, cellsOf, keptForSmall } from '../../../shared/domain/demand/summary.ts';
import { Problem } from '../../../shared/problem.ts';

const TITLES = [
  'kd_rup',
  'nama_paket',
  'pagu',
  'tgl_awal_pemanfaatan',
  'volume_pekerjaan',
  'nama_ppk',
  'nip_ppk',
  'uraian_pekerjaan',
];
const row = (code: string, name: string, rupiah = '36000000', when = '2026-05-01', volume = '1.200 kotak') => [
  code,
  name,
  rupiah,
  when,
  volume,
  'Drs. Rahasia',
  '197310011993031005',
  'An. Rahasia',
];
const read = (rows: string[][], titles = TITLES, asked: { unit?: string } = {}) => {
  const sheet = [['Rencana Umum Pengadaan'], titles, ...rows];
  return planOfSheet(sheet, headingOf(sheet, planColumns, {}, PLAN_TITLES), {
    year: '2026',
    agencyName: 'Dinas Pendidikan',
    ...asked,
  });
};
const OF = { agencyId: 'agc_1', agencyName: 'Dinas Pendidikan', cityCode: '35.73', year: '2026' } as const;
const lines = (rows: string[][], corrections: Corrections = new Map()) =>
  read(rows).purchases.map((purchase) => lineOf(purchase, OF, corrections));

describe('the file of a plan', () => {
  test('is read without names and numbers of persons', () => {
    const { purchases } = read([
      row('1', 'Belanja cetak a.n. Rahasia NIP 197310011993031005'),
      row('2', 'ATK 3573024508850001'),
    ]);
    expect(purchases.map(({ name }) => name)).toEqual(['Belanja cetak', 'ATK …']);
    const kept = JSON.stringify(purchases.map((purchase) => lineOf(purchase, OF, new Map())));
    expect(kept).not.toMatch(/Rahasia|\d{15}/);
    expect(PlanColumnChoice.safeParse({ name: 'nip_ppk' }).success).toBe(false);
    expect(PlanColumnChoice.safeParse({ description: 'Nama PPK' }).success).toBe(false);
  });

  test('says of each line whether it is kept for small businesses, in the words plans use; anything else says nothing', () => {
    const marks: readonly (readonly [string, boolean | null])[] = [
      ['UKM', true],
      ['UMKM', true],
      ['Usaha Kecil', true],
      ['Mikro', true],
      ['Ya', true],
      ['true', true],
      ['1', true],
      ['Paket untuk usaha kecil', true],
      ['Koperasi', true],
      ['Non UKM', false],
      ['NonUKM', false],
      ['Non-UMKM', false],
      ['Bukan usaha kecil', false],
      ['Tidak', false],
      ['FALSE', false],
      ['0', false],
      ['Menengah', false],
      ['', null],
      ['null', null],
      ['-', null],
      ['PDN', null],
      ['10', null],
      ['Kecilkan', null],
    ];
    const { purchases, flaws } = read(
      marks.map(([said], at) => [...row(`${at + 1}`, 'Belanja cetak'), said]),
      [...TITLES, 'status_ukm'],
    );
    expect(flaws).toEqual([]);
    expect(purchases.map(({ forSmall }, at) => [marks[at]?.[0], forSmall])).toEqual(marks);
    expect(keptForSmall([{ forSmall: null, rupiah: 5 }])).toBeNull();
    expect(keptForSmall([{ forSmall: false, rupiah: 5 }])).toBe('0');
    expect(keptForSmall([true, false, null].map((forSmall) => ({ forSmall, rupiah: 5 })))).toBe('5');
  });

  test('says row by row what is wrong and how to mend it', () => {
    const { purchases, flaws } = read([
      row('x1', 'Belanja cetak'),
      row('2', ''),
      row('3', 'ATK', 'banyak'),
      row('4', 'ATK', '1', 'kapan-kapan'),
      row('5', 'ATK', '1', '2019-05-01'),
      row('6', 'ATK'),
      row('6', 'Kertas'),
    ]);
    expect(purchases.map(({ rupCode }) => rupCode)).toEqual(['6']);
    expect(flaws.map((flaw) => [flaw.row, flaw.column])).toEqual([
      [3, 'kd_rup'],
      [4, 'nama_paket'],
      [5, 'pagu'],
      [6, 'tgl_awal_pemanfaatan'],
      [7, 'tgl_awal_pemanfaatan'],
      [9, 'kd_rup'],
    ]);
    expect(flaws.every(({ detail }) => /[.]$/.test(detail))).toBe(true);
  });

  test('of several offices is parted by the office’s name, by the unit asked for, or not at all', () => {
    const titles = ['kd_rup', 'nama_paket', 'pagu', 'bulan', 'kd_satker', 'nama_satker'];
    const rows = [
      ['1', 'ATK', '1000', 'Mei 2026', '10', 'DINAS PENDIDIKAN'],
      ['2', 'ATK', '1000', 'Mei 2026', '20', 'DINAS KESEHATAN'],
    ];
    expect(read(rows, titles).purchases.map(({ rupCode }) => rupCode)).toEqual(['1']);
    expect(read(rows, titles, { unit: '20' }).purchases.map(({ rupCode }) => rupCode)).toEqual(['2']);
    const others = rows.map((one) => one.with(5, `${one[5]} LAIN`));
    expect(() => read(others, titles)).toThrow(Problem);
  });

  test('ends the lines it calls deleted, replaced or not announced', () => {
    const titles = [
      'kd_rup',
      'nama_paket',
      'pagu',
      'bulan',
      'status_aktif_rup',
      'status_delete_rup',
      'status_umumkan_rup',
    ];
    const ended = read(
      [
        ['1', 'ATK', '1000', '2026-05', 'true', 'false', 'Terumumkan'],
        ['2', 'ATK', '1000', '2026-05', 'FALSE', 'false', 'Terumumkan'],
        ['3', 'ATK', '1000', '2026-05', '', 'true', ''],
        ['4', 'ATK', '1000', '2026-05', '', '', 'Draf'],
      ],
      titles,
    );
    expect(ended.ended).toEqual(['2', '3', '4']);
    expect(ended.purchases).toHaveLength(1);
  });

  test('without the columns it needs says which are missing', () => {
    const sheet = [['kd_rup', 'apa', 'berapa']];
    expect(missingPlanColumns(headingOf(sheet, planColumns, {}, PLAN_TITLES))).toEqual(['name', 'rupiah', 'from']);
    const chosen = headingOf(sheet, planColumns, { name: 'Apa', rupiah: 'berapa' }, PLAN_TITLES);
    expect(missingPlanColumns(chosen)).toEqual(['from']);
  });
});

describe('a month', () => {
  test.each([
    ['2026-05-01T00:00:00.000Z', '2026-05'],
    ['2026-5-1', '2026-05'],
    ['01/05/2026', '2026-05'],
    ['1 Mei 2026', '2026-05'],
    ['Mei 2026', '2026-05'],
    ['Agustus 2026', '2026-08'],
    ['31 December 2026', '2026-12'],
    ['05-2026', '2026-05'],
    ['46143', '2026-05'],
    ['46143.5', '2026-05'],
  ])('is read as plans write it: %s', (text, month) => {
    expect(monthIn(text)).toBe(month);
  });
  test.each(['', 'segera', '13/13/2026', '2026-00-10', 'TW II', '2026', '99999999', '12345', '99999'])(
    'is not guessed from %j',
    (text) => {
      expect(monthIn(text)).toBeUndefined();
    },
  );
});

describe('how many a line wants', () => {
  test.each([
    ['1.200 kotak', { count: 1200, unit: 'kotak' }],
    ['300 Org', { count: 300, unit: 'orang' }],
    ['150 OK x 4 kali', { count: 150, unit: 'orang' }],
    ['25 Box', { count: 25, unit: 'kotak' }],
    ['40 stel', { count: 40, unit: 'stel' }],
    ['1 Paket', null],
    ['12 Bulan', null],
    ['1 Ls', null],
    ['Kotak', null],
    ['', null],
  ])('is read from %j', (text, wanted) => {
    expect(volumeIn(text)).toEqual(wanted);
  });

  test('is not believed where the money could not pay for it: the unit is wrong', () => {
    expect(wantedIn('1.200 kotak', 'meeting-food', 36_000_000)).toEqual({ count: 1200, unit: 'kotak' });
    expect(wantedIn('1.200 kotak', 'meeting-food', 120_000)).toBeNull();
    expect(wantedIn('2 kotak', 'meeting-food', 36_000_000)).toBeNull();
    expect(wantedIn('1.200 kotak', null, 36_000_000)).toBeNull();
  });
});

describe('a plan', () => {
  test('is changed by nothing when the same file comes again, and line by line by a revision', () => {
    const first = planChange([], lines([row('1', 'Mamin rapat'), row('2', 'ATK')]), { ended: [], isWhole: false });
    expect(first.added).toHaveLength(2);
    const again = lines([row('1', 'Mamin rapat'), row('2', 'ATK')]);
    expect(planChange(first.added, again, { ended: [], isWhole: true })).toMatchObject({
      added: [],
      changed: [],
      removed: [],
      unchanged: 2,
    });
    const revised = planChange(first.added, lines([row('1', 'Mamin rapat', '50000000')]), {
      ended: [],
      isWhole: false,
    });
    expect(revised).toMatchObject({ added: [], removed: [], unchanged: 0 });
    expect(revised.changed.map(({ rupiah, version }) => [rupiah, version])).toEqual([[50_000_000, 2]]);
    const whole = planChange(first.added, lines([row('1', 'Mamin rapat')]), { ended: [], isWhole: true });
    expect(whole.removed.map(({ rupCode }) => rupCode)).toEqual(['2']);
    expect(planChange(first.added, [], { ended: ['2', '9'], isWhole: false }).removed).toHaveLength(1);
  });

  test('follows what an officer said of lines like one, also that no shop sells it', () => {
    const said: Corrections = new Map([
      ['kain-lap', 'daily-needs'],
      ['mamin-rapat', null],
    ]);
    expect(lines([row('1', 'Kain lap'), row('2', 'Belanja mamin rapat')], said)).toMatchObject([
      { category: 'daily-needs', by: 'correction' },
      { category: null, by: 'correction' },
    ]);
  });

  test('adds up the same over its lines and over cells of any parts of it', () => {
    const line = fc.record({
      month: fc.constantFrom('2026-01', '2026-05', '2027-01'),
      category: fc.constantFrom('meeting-food' as const, 'batik' as const, null),
      rupiah: fc.integer({ min: 0, max: 1_000_000_000_000 }),
      count: fc.constantFrom(null, 3, 1200),
      unit: fc.constantFrom(null, 'kotak', 'stel'),
    }) as fc.Arbitrary<Pick<PlanLine, 'month' | 'category' | 'rupiah' | 'count' | 'unit'>>;
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (one, other) => {
        expect(addedUp([...cellsOf(one), ...cellsOf(other)])).toEqual(cellsOf([...one, ...other]));
      }),
    );
  });
});
