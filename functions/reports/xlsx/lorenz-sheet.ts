import type { Row as ExcelRow } from 'write-excel-file/node';
import { pointsOf, type Row } from '../tables/rows.ts';
import { figure, head, type Sheet } from './cells.ts';

/** The points of every curve that is drawn, one column each; no sheet where there is none. */
export const lorenzSheet = (rows: readonly Row[]): Sheet[] => {
  const drawn = rows.filter((row) => pointsOf(row).length > 0);
  if (drawn.length === 0) return [];
  const lorenz: Sheet = {
    sheet: 'Lorenz',
    stickyRowsCount: 1,
    columns: [{ width: 22 }, ...drawn.map(() => ({ width: 18 }))],
    data: [
      [
        head('Bagian usaha, dari yang terkecil'),
        ...drawn.map(({ name, span }) => head(span === 'year' ? `${name}, 12 bulan` : name)),
      ],
      ...Array.from(
        { length: 21 },
        (_, at): ExcelRow => [
          figure(at / 20, 'share'),
          ...drawn.map((row) => figure(pointsOf(row).find((point) => point.at === at)?.share ?? null, 'share')),
        ],
      ),
    ],
  };
  return [lorenz];
};
