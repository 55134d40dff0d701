import { definitionOf, type MeasureDefinition } from '../../shared/domain/equity/definition.ts';
import type { Between, Figure, Snapshot } from '../../shared/domain/snapshot.ts';
import type { Value } from './figures.ts';
import { kindNames } from './table.ts';

/** What is no cell of a place: a sheet of the workbook and a file of the open data, from one description. */
export type SideTable = {
  readonly path: 'between.csv' | 'agencies.csv' | 'quality.csv';
  readonly sheet: string;
  readonly title: string;
  /** Columns of words that say what a row is: for programs, for people. */
  readonly marks: readonly (readonly [id: string, name: string])[];
  readonly measures: readonly MeasureDefinition[];
  readonly rows: readonly { readonly marks: readonly string[]; readonly values: readonly Value[] }[];
};

const plainOf = (value: Figure | number | string): Value => (typeof value === 'object' ? value.value : value);

/** Indicator 13, where there are groups to compare. */
const betweenTable = ({ between, whole }: Snapshot): SideTable => {
  const row = (kind: 'district' | 'category', of: Between | null) =>
    of === null
      ? []
      : [
          {
            marks: [kind, kindNames[kind]],
            values: [whole.spread?.theil.value ?? null, of.within.value, of.between.value, of.betweenShare.value],
          },
        ];
  return {
    path: 'between.csv',
    sheet: 'Antarkelompok',
    title: 'Kesenjangan di dalam dan antarkelompok',
    marks: [
      ['kind', 'Jenis baris'],
      ['name', 'Kelompok'],
    ],
    measures: ['theil', 'within', 'between', 'betweenShare'].map(definitionOf),
    rows: [...row('district', between.districts), ...row('category', between.categories)],
  };
};

const officeFields = ['rupiah', 'owners', 'equivalentOwners', 'largestShare', 'newOwners', 'newRupiah'] as const;
/** Indicators 11 and 12: for the city itself, because an office's few owners are not the public's. */
const agenciesTable = ({ agencies }: Snapshot): SideTable => ({
  path: 'agencies.csv',
  sheet: 'Dinas',
  title: 'Belanja dinas menurut pemilik usaha',
  marks: [
    ['code', 'Kode'],
    ['name', 'Dinas'],
  ],
  measures: officeFields.map(definitionOf),
  rows: agencies.map((agency) => ({
    marks: [agency.agencyId, agency.name],
    values: officeFields.map((id) => plainOf(agency[id])),
  })),
});

/** A control total: what was read from each merchant by itself, and must be what the ordered list adds up to. */
const control = (id: string, of: string, name: string): MeasureDefinition => ({
  ...definitionOf(of),
  id,
  name,
  sentence: 'Dari pembacaan langsung tiap usaha; hanya bila sama dengan jumlah daftar berurutan, rekap ini terbit.',
});
const qualityFields = [
  'reports',
  'reportsMissing',
  'platformOfReportersRupiah',
  'reportedMinusPlatformRupiah',
] as const;
/** Indicator 15. A merge has no reports of its own, but it has control totals and versions. */
const qualityTable = (snapshot: Snapshot): SideTable => {
  const { quality, phase, definition, rules = '', takenAt, hash } = snapshot;
  const hidden = snapshot.whole.turnoverRupiah === null;
  return {
    path: 'quality.csv',
    sheet: 'Mutu data',
    title: 'Laporan, jumlah kontrol dan versi',
    marks: [
      ['phase', 'Keadaan'],
      ['definition', 'Definisi'],
      ['rules', 'Aturan urutan'],
      ['takenAt', 'Diambil'],
      ['hash', 'Sidik hitungan'],
    ],
    measures: [
      control('controlMerchants', 'merchants', 'Usaha (kontrol)'),
      control('controlTurnoverRupiah', 'turnoverRupiah', 'Omzet (kontrol)'),
      ...(quality ? [control('yearTurnoverRupiah', 'turnoverRupiah', 'Omzet 12 bulan (kontrol)')] : []),
      ...(quality ? qualityFields.map(definitionOf) : []),
    ],
    rows: [
      {
        marks: [phase, definition, rules, takenAt, hash],
        values: [
          snapshot.control.merchants,
          hidden ? null : snapshot.control.turnoverRupiah,
          ...(quality ? [quality.yearTurnoverRupiah, ...qualityFields.map((id) => quality[id])] : []),
        ],
      },
    ],
  };
};

/** Those that apply: a place without groups or offices has no empty table of them. */
export const sideTables = (snapshot: Snapshot): SideTable[] =>
  [betweenTable(snapshot), agenciesTable(snapshot), qualityTable(snapshot)].filter(({ rows }) => rows.length > 0);
