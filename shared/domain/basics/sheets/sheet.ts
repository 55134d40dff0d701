/** A spreadsheet's first sheet: rows of text, the first row is 1 for people. */
export type Sheet = readonly (readonly string[])[];
/** What is wrong with a row: where, and how to mend it. */
export type RowFlaw = { readonly row: number; readonly column: string; readonly detail: string };

/** A column's title as it is compared: capitals, and marks as spaces. */
export const titled = (cell: string): string =>
  cell
    .toUpperCase()
    .replace(/[\s_./-]+/g, ' ')
    .trim();

/**
 * Spreadsheets run what begins like a formula (OWASP, CSV injection), some of them also behind spaces or in the wide letters of
 * East Asia; old ones took a bar or a percent sign for the call of another program.
 */
const FORMULA = /^[\s\p{Cf}\p{Z}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

/** Words as a spreadsheet keeps them: an apostrophe before what would run. */
export const inertText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
