import { csv, type Dialect, number, words } from '../../print/csv.ts';
import type { Report } from '../report.ts';
import { pointsOf, rowsOf } from './rows.ts';

/** A field is called like the measure it tells. */
export const LORENZ_FIELDS = ['span', 'kind', 'code', 'shareOfMerchants', 'lorenz'] as const;
/** The Lorenz points of every cell that has them. */
export const lorenzCsv = (report: Report, dialect: Dialect): Uint8Array =>
  csv(
    [
      LORENZ_FIELDS.map(words),
      ...rowsOf(report).flatMap((row) =>
        pointsOf(row).map(({ at, share }) => [
          ...[row.span, row.kind, row.code].map(words),
          number(at / 20),
          number(share),
        ]),
      ),
    ],
    dialect,
  );
