import { definitionOf } from '../../../shared/domain/equity/definitions/definition.ts';
import type { MeasureDefinition } from '../../../shared/domain/equity/definitions/indicator.ts';
import type { Figure } from '../../../shared/domain/equity/snapshot/cell.ts';
import type { Snapshot, SnapshotYear } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import type { Value } from '../figures.ts';
import { attainableTable } from './attainable-table.ts';
import { kindNames } from './rows.ts';
import type { SideRow, SideTable } from './side-table.ts';

const plainOf = (value: Figure | number | string): Value => (typeof value === 'object' ? value.value : value);

type Rows = (period: SnapshotYear) => readonly SideRow[];
/** Every table has rows of the month, then of the twelve months. */
const ofBoth = (snapshot: Snapshot, rows: Rows): SideTable['rows'] => [
  ...rows(snapshot).map((row) => ({ span: 'month' as const, ...row })),
  ...rows(snapshot.year).map((row) => ({ span: 'year' as const, ...row })),
];

/** Indicator 13, where there are groups to compare. */
const betweenRows: Rows = ({ between, total }) =>
  (['district', 'category'] as const).flatMap((kind) => {
    const of = between[kind === 'district' ? 'districts' : 'categories'];
    if (of === null) return [];
    const { within, between: among, betweenShare } = of;
    const values = [total.spread?.theil.value ?? null, within.value, among.value, betweenShare.value];
    return [{ keys: [kind, kindNames[kind]], values }];
  });
const betweenTable = (snapshot: Snapshot): SideTable => ({
  path: 'between.csv',
  sheet: 'Antarkelompok',
  title: 'Kesenjangan di dalam dan antarkelompok',
  keyColumns: [
    ['kind', 'Jenis baris'],
    ['name', 'Kelompok'],
  ],
  measures: ['theil', 'within', 'between', 'betweenShare'].map(definitionOf),
  rows: ofBoth(snapshot, betweenRows),
});

const officeFields = ['rupiah', 'owners', 'equivalentOwners', 'largestShare', 'newOwners', 'newRupiah'] as const;
/** Indicators 11 and 12: for the city itself, because an office's few owners are not the public's. */
const agenciesTable = (snapshot: Snapshot): SideTable => ({
  path: 'agencies.csv',
  sheet: 'Dinas',
  title: 'Belanja dinas menurut pemilik usaha',
  keyColumns: [
    ['code', 'Kode'],
    ['name', 'Dinas'],
  ],
  measures: officeFields.map(definitionOf),
  rows: ofBoth(snapshot, ({ agencies }) =>
    agencies.map((agency) => ({
      keys: [agency.agencyId, agency.name],
      values: officeFields.map((id) => plainOf(agency[id])),
    })),
  ),
});

/** A control total: what was read from each merchant by itself, and must be what the ordered list adds up to. */
const control = (id: string, of: string, name: string): MeasureDefinition => ({
  ...definitionOf(of),
  id,
  name,
  sentence: 'Dari pembacaan langsung tiap usaha; hanya bila sama dengan jumlah daftar berurutan, rekap ini terbit.',
});
const reportFields = ['reports', 'reportsMissing', 'platformOfReportersRupiah', 'reportedMinusPlatformRupiah'] as const;
/** Indicator 15: reports, control totals, versions and times. */
const qualityTable = (snapshot: Snapshot): SideTable => {
  const { phase, definition, rules = '', takenAt, hash } = snapshot;
  return {
    path: 'quality.csv',
    sheet: 'Mutu data',
    title: 'Laporan, jumlah kontrol dan versi',
    keyColumns: [
      ['phase', 'Keadaan'],
      ['definition', 'Definisi'],
      ['rules', 'Aturan urutan'],
      ['takenAt', 'Diambil'],
      ['hash', 'Sidik hitungan'],
    ],
    measures: [
      control('controlMerchants', 'merchants', 'Usaha (kontrol)'),
      control('controlTurnoverRupiah', 'turnoverRupiah', 'Omzet (kontrol)'),
      ...reportFields.map(definitionOf),
    ],
    rows: ofBoth(snapshot, ({ total, control: { merchants, turnoverRupiah } }) => [
      {
        keys: [phase, definition, rules, takenAt, hash],
        values: [
          merchants,
          total.turnoverRupiah === null ? null : turnoverRupiah,
          ...reportFields.map((id) => total[id]),
        ],
      },
    ]),
  };
};

/** Those that apply: a place without groups or offices has no empty table of them. */
export const sideTables = (snapshot: Snapshot): SideTable[] =>
  [betweenTable(snapshot), agenciesTable(snapshot), attainableTable(snapshot), qualityTable(snapshot)].filter(
    ({ rows }) => rows.length > 0,
  );
