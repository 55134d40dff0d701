import { categories } from '../../../shared/domain/basics/category-labels.ts';
import type { Attainable, Reached } from '../../../shared/domain/equity/attainable/attainable.ts';
import { channelNames } from '../../../shared/domain/equity/attainable/sentences.ts';
import { definitionOf } from '../../../shared/domain/equity/definitions/definition.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import type { Value } from '../figures.ts';
import type { SideTable } from './side-table.ts';

const reachedFields = ['closedShare', 'giniActual', 'giniPopularity', 'giniAssigned', 'giniSplit'] as const;
const rupiahFields = ['envyAssignedRupiah', 'envyChosenRupiah'] as const;
const waitFields = ['silenceDays', 'silenceRequests', 'firstSaleDays', 'firstSaleRequests'] as const;
const fields = [...reachedFields, ...rupiahFields, ...waitFields, 'cheapestRatio', 'exposureGini'] as const;

type Told = Partial<Record<(typeof fields)[number], Value>>;
const row = (keys: readonly string[], told: Told) => ({
  span: 'month' as const,
  keys,
  values: fields.map((id) => told[id] ?? null),
});
const reached = (of: Reached): Told => Object.fromEntries(reachedFields.map((id) => [id, of[id].value]));

const rowsOf = (placeName: string, attainable: Attainable): SideTable['rows'] => [
  row(['total', attainable.place, placeName], {
    ...reached(attainable.total),
    ...Object.fromEntries(rupiahFields.map((id) => [id, attainable[id]])),
    ...Object.fromEntries(waitFields.map((id) => [id, attainable[id].value])),
    cheapestRatio: attainable.cheapestRatio.value,
  }),
  ...attainable.categories.map((of) =>
    row(['category', of.code, (categories as Readonly<Record<string, string>>)[of.code] ?? of.code], reached(of)),
  ),
  ...attainable.exposure.map(({ channel, exposureGini }) =>
    row(['channel', channel, channelNames[channel] ?? channel], { exposureGini: exposureGini.value }),
  ),
];

/** Indicators 16 to 19, where they were computed and may be told. */
export const attainableTable = ({ placeName, attainable }: Snapshot): SideTable => ({
  path: 'attainable.csv',
  sheet: 'Yang bisa dicapai',
  title: 'Yang bisa dicapai dengan pesanan bulan itu',
  keyColumns: [
    ['kind', 'Jenis baris'],
    ['code', 'Kode'],
    ['name', 'Bagian'],
  ],
  measures: fields.map(definitionOf),
  rows: attainable ? rowsOf(placeName, attainable) : [],
});
