/**
 * Spreadsheets run what begins like a formula (OWASP, CSV injection), some of them also behind spaces or in the wide letters of
 * East Asia.
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Words as a spreadsheet keeps them: an apostrophe before what would run. */
export const inertText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
