import type { Row as ExcelRow } from 'write-excel-file/node';
import type { Zone } from '../../../shared/domain/basics/month.ts';
import { dateTime } from '../../../shared/domain/basics/wording.ts';
import type { Phase } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { spanColumn } from '../tables/csv.ts';
import { spanNames } from '../tables/rows.ts';
import type { SideTable } from '../tables/side-table.ts';
import { figure, head, type Sheet, wrapped } from './cells.ts';

/** Codes are for programs: people have the name beside them. */
const CODES = new Set(['kind', 'code']);
const phases = new Map<string, string>(
  Object.entries({ final: 'Angka akhir', preliminary: 'Angka sementara' } satisfies Record<Phase, string>),
);

/** A table that has rows of its own: how groups differ, what offices bought, what the figures rest on. */
export const sideSheet = ({ sheet, keyColumns, measures, rows }: SideTable, zone: Zone): Sheet => {
  const shown = keyColumns.flatMap(([id, name], at) => (CODES.has(id) ? [] : [{ id, name, at }]));
  const said = (id: string, mark: string): string =>
    id === 'phase' ? (phases.get(mark) ?? mark) : id === 'takenAt' ? dateTime(mark, zone) : mark;
  return {
    sheet,
    stickyRowsCount: 1,
    columns: [{ width: 12 }, ...shown.map(() => ({ width: 30 })), ...measures.map(() => ({ width: 18 }))],
    data: [
      [spanColumn[1], ...shown.map(({ name }) => name), ...measures.map(({ name }) => name)].map(head),
      ...rows.map(
        (row): ExcelRow => [
          wrapped(spanNames[row.span]),
          ...shown.map(({ id, at }) => wrapped(said(id, row.keys[at] ?? ''))),
          ...row.values.map((value, at) => figure(value, measures[at]?.unit ?? 'text')),
        ],
      ),
    ],
  };
};
