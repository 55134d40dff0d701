import { definitionOf } from '../../../shared/domain/equity/definitions/definition.ts';
import { csv, type Dialect, words } from '../../print/csv.ts';
import type { Report } from '../report.ts';
import { sideTables } from './side-tables.ts';
import { columns } from './table.ts';

export const DEFINITION_FIELDS = [
  'file',
  'id',
  'unit',
  'name',
  'sentence',
  'overYear',
  'formula',
  'inclusion',
  'source',
] as const;
/** What each column of the other files means, so that the data explain themselves. */
export const definitionsCsv = ({ snapshot }: Report, dialect: Dialect): Uint8Array =>
  csv(
    [
      DEFINITION_FIELDS.map(words),
      ...[
        ...columns.map((column) => ({ file: 'cells.csv', ...column })),
        { file: 'lorenz.csv', ...definitionOf('lorenz') },
        ...sideTables(snapshot).flatMap(({ path, measures }) =>
          measures.map((measure) => ({ file: path, ...measure })),
        ),
      ].map((definition) => DEFINITION_FIELDS.map((field) => words(definition[field]))),
    ],
    dialect,
  );
