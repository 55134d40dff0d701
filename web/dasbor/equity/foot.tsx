import type { Month } from '../../../shared/domain/basics/month.ts';
import { CopyLink, Downloads, type FigureFile } from '../../kit/desk/figure-foot.tsx';
import type { PlaceName } from '../place.ts';

/** For people: a workbook, semicolons with Indonesian headings, and pages to print. */
const formats = [
  ['XLSX', 'xlsx', 'xlsx'],
  ['CSV', 'csv-id', 'csv'],
  ['PDF', 'pdf', 'pdf'],
] as const;

/** The files of a month: for the city's own people with every cell, for everybody else as it is published. */
export const filesOf = ({ level, code }: PlaceName, month: Month, reader: boolean): FigureFile[] => {
  const published = `/${level === 'city' ? 'cities' : 'provinces'}/${code}/reports/${month}`;
  const below = reader ? `/cities/${code}/months/${month}/report` : published;
  return formats.map(([name, format, ending]) => ({
    name,
    path: `${below}/${format}`,
    file: `rekap-${code}-${month}.${ending}`,
  }));
};

/** What each figure of a page offers beneath: the month's files, and a link to itself. */
export const footOf = (files: readonly FigureFile[], token: string | undefined) => (id: string) => (
  <>
    <Downloads files={files} token={token} />
    <CopyLink id={id} />
  </>
);
