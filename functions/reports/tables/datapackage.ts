import { createHash } from 'node:crypto';
import { monthName } from '../../../shared/domain/basics/wording.ts';
import type { MeasureDefinition, Unit } from '../../../shared/domain/equity/definitions/indicator.ts';
import { offeringSentence } from '../../../shared/domain/equity/snapshot/sentences.ts';
import { machine } from '../../print/csv.ts';
import type { Report } from '../report.ts';
import { whatIsMissing } from '../sentences.ts';
import { cellsCsv, keyColumns, sideCsv, spanColumn } from './csv.ts';
import { DEFINITION_FIELDS, definitionsCsv } from './definitions-csv.ts';
import { LORENZ_FIELDS, lorenzCsv } from './lorenz-csv.ts';
import { rowsOf } from './rows.ts';
import { sideTables } from './side-tables.ts';
import { columns } from './table.ts';

/** Data Package 2.0, https://datapackage.org. */
const PROFILES = 'https://datapackage.org/profiles/2.0';

/** A file of a month's open data: what its columns are, and its bytes. */
export type Resource = {
  readonly path: string;
  readonly title: string;
  readonly fields: readonly object[];
  readonly bytes: Uint8Array;
};

const types: Readonly<Record<Unit, string>> = {
  merchants: 'integer',
  owners: 'number',
  orders: 'integer',
  reports: 'integer',
  rupiah: 'integer',
  share: 'number',
  index: 'number',
  points: 'number',
  days: 'number',
  text: 'string',
};
const markTypes: Readonly<Record<string, string>> = { month: 'yearmonth', revision: 'integer', hidden: 'boolean' };

const markField = ([name, title]: readonly [string, string]) => ({
  name,
  title,
  type: markTypes[name] ?? 'string',
});
const measureField = ({ id, name, sentence, formula, unit }: MeasureDefinition) => ({
  name: id,
  title: name,
  description: `${sentence} Rumus: ${formula}.`,
  type: types[unit],
});

/** The CSV files of a month that have something to say; a section that does not apply has none. */
export const resourcesOf = (report: Report): Resource[] => {
  const drawn = rowsOf(report).some(({ cell }) => (cell?.spread?.lorenz.length ?? 0) > 0);
  return [
    {
      path: 'cells.csv',
      title: 'Ukuran per wilayah dan jenis usaha; sel yang terlalu kecil disembunyikan untuk umum',
      fields: [...keyColumns.map(markField), ...columns.map(measureField)],
      bytes: cellsCsv(report, machine),
    },
    ...(drawn
      ? [
          {
            path: 'lorenz.csv',
            title: 'Titik kurva Lorenz',
            fields: LORENZ_FIELDS.map((name) => ({
              name,
              type: name === 'shareOfMerchants' || name === 'lorenz' ? 'number' : 'string',
            })),
            bytes: lorenzCsv(report, machine),
          },
        ]
      : []),
    ...sideTables(report.snapshot).map((table) => ({
      path: table.path,
      title: table.title,
      fields: [...[spanColumn, ...table.keyColumns].map(markField), ...table.measures.map(measureField)],
      bytes: sideCsv(table, machine),
    })),
    {
      path: 'definitions.csv',
      title: 'Arti setiap kolom',
      fields: DEFINITION_FIELDS.map((name) => ({ name, type: 'string' })),
      bytes: definitionsCsv(report, machine),
    },
  ];
};

const licenses = [
  { name: 'CC-BY-4.0', title: 'Creative Commons Atribusi 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
];

/**
 * A month of figures as a data package of tables (Data Package 2.0, https://datapackage.org). With every cell it is the
 * city's own, and no licence gives it to others.
 */
export const dataPackage = (report: Report): object => {
  const { snapshot, least } = report;
  const { place, placeName, month } = snapshot;
  const whose = least ? ' (untuk petugas kota)' : '';
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: `pasar-rata-${place.toLowerCase()}-${month}${least ? '-lengkap' : ''}`,
    id: snapshot.hash,
    title: `Pemerataan pasar ${placeName}, ${monthName(month)}${whose}`,
    description: [snapshot.sentence, offeringSentence(snapshot.total), whatIsMissing(report)]
      .filter((sentence) => sentence !== '')
      .join(' '),
    version: `${snapshot.revision}.0.0`,
    created: snapshot.takenAt,
    keywords: ['UMKM', 'pemerataan', 'pengadaan', placeName],
    ...(least ? {} : { licenses }),
    sources: [{ title: `Pasar Rata ${placeName}, definisi ${snapshot.definition}` }],
    resources: resourcesOf(report).map(({ path, title, fields, bytes }) => ({
      $schema: `${PROFILES}/dataresource.json`,
      type: 'table',
      name: path.replace('.csv', ''),
      title,
      path,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: {
        $schema: `${PROFILES}/tabledialect.json`,
        delimiter: ',',
        lineTerminator: '\r\n',
        quoteChar: '"',
        doubleQuote: true,
        header: true,
      },
      bytes: bytes.length,
      hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      schema: { $schema: `${PROFILES}/tableschema.json`, fields, missingValues: [''] },
    })),
  };
};
