import type writeExcelFile from 'write-excel-file/node';
import type { Sheet } from './cells.ts';

/** What may change the files of a workbook as they are written. */
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** A4, lying; a page is as wide as a reader of print can still read. */
const A4 = 9;
const WIDEST = 260;
const pagesWide = ({ columns }: Sheet): number =>
  Math.max(1, Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / WIDEST));

/** `A`, `B` … of a column's number from 1; titles are never beyond Z. */
const letter = (column: number): string => String.fromCharCode(64 + column);
const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;
const titles = ({ sheet, stickyRowsCount, titleColumns }: Sheet): string =>
  [
    ...(titleColumns ? [`${quoted(sheet)}!$A:$${letter(titleColumns)}`] : []),
    ...(stickyRowsCount ? [`${quoted(sheet)}!$1:$${stickyRowsCount}`] : []),
  ].join(',');

/**
 * How a workbook is printed: lying A4, as few pages wide as can be read, headings on every page. The elements and their
 * order are ECMA-376's (CT_Worksheet: sheetPr first, pageSetup after the margins; CT_Workbook: definedNames after sheets).
 */
export const printed = (sheets: readonly Sheet[]): Feature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, options) => {
          const wide = pagesWide(
            sheets.find(({ sheet }) => sheet === options.sheet) ?? { sheet: '', data: [], columns: [] },
          );
          const setup = `<pageSetup paperSize="${A4}" orientation="landscape" fitToWidth="${wide}" fitToHeight="0"/>`;
          return xml
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace('</worksheet>', `${setup}</worksheet>`);
        },
      },
      'xl/workbook.xml': {
        transform: (xml) => {
          const names = sheets.flatMap((sheet, at) =>
            titles(sheet) === ''
              ? []
              : [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${titles(sheet)}</definedName>`],
          );
          return xml.replace('</sheets>', `</sheets><definedNames>${names.join('')}</definedNames>`);
        },
      },
    },
  },
});
