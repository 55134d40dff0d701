import { createHash } from 'node:crypto';
import type { Unit } from '../../shared/domain/equity/definition.ts';
import { monthName, type Snapshot } from '../../shared/domain/snapshot.ts';
import { cellsCsv, DEFINITION_FIELDS, definitionsCsv, LORENZ_FIELDS, lorenzCsv, machine, marks } from './csv.ts';
import { columns } from './table.ts';

/** The CSV resources of a month's open data, by file name. */
export const resources = {
  'cells.csv': (snapshot: Snapshot) => cellsCsv(snapshot, machine),
  'lorenz.csv': (snapshot: Snapshot) => lorenzCsv(snapshot, machine),
  'definitions.csv': () => definitionsCsv(machine),
} as const;
export type ResourceName = keyof typeof resources;

const types: Readonly<Record<Unit, string>> = {
  merchants: 'integer',
  owners: 'number',
  orders: 'integer',
  reports: 'integer',
  rupiah: 'integer',
  share: 'number',
  index: 'number',
  points: 'number',
  text: 'string',
};
const markTypes: Readonly<Record<string, string>> = { month: 'yearmonth', revision: 'integer', hidden: 'boolean' };

const fields: Readonly<Record<ResourceName, readonly object[]>> = {
  'cells.csv': [
    ...marks.map(([name, title]) => ({ name, title, type: markTypes[name] ?? 'string' })),
    ...columns.map(({ id, name, sentence, formula, unit }) => ({
      name: id,
      title: name,
      description: `${sentence} Rumus: ${formula}.`,
      type: types[unit],
    })),
  ],
  'lorenz.csv': LORENZ_FIELDS.map((name) => ({ name, type: name.startsWith('share') ? 'number' : 'string' })),
  'definitions.csv': DEFINITION_FIELDS.map((name) => ({ name, type: 'string' })),
};
const titles: Readonly<Record<ResourceName, string>> = {
  'cells.csv': 'Ukuran per wilayah dan jenis usaha; sel yang terlalu kecil disembunyikan',
  'lorenz.csv': 'Titik kurva Lorenz',
  'definitions.csv': 'Arti setiap kolom',
};

/** A month of public figures as a tabular data package (Frictionless Data Package 1, https://specs.frictionlessdata.io). */
export const dataPackage = (snapshot: Snapshot): object => ({
  profile: 'tabular-data-package',
  name: `pasar-rata-${snapshot.place.toLowerCase()}-${snapshot.month}`,
  id: snapshot.hash,
  title: `Pemerataan pasar ${snapshot.placeName}, ${monthName(snapshot.month)}`,
  description: snapshot.sentence,
  version: `${snapshot.revision}.0.0`,
  created: snapshot.takenAt,
  keywords: ['UMKM', 'pemerataan', 'pengadaan', snapshot.placeName],
  licenses: [
    { name: 'CC-BY-4.0', title: 'Creative Commons Atribusi 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
  ],
  sources: [{ title: `Pasar Rata ${snapshot.placeName}, definisi ${snapshot.definition}` }],
  resources: (Object.keys(resources) as ResourceName[]).map((path) => {
    const bytes = resources[path](snapshot);
    return {
      profile: 'tabular-data-resource',
      name: path.replace('.csv', ''),
      title: titles[path],
      path,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      bytes: bytes.length,
      hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      schema: { fields: fields[path], missingValues: [''] },
    };
  }),
});
