import { inertText } from '../../shared/domain/basics/sheets/sheet.ts';

/** How a table is written down: for programs, or for Excel in Indonesian. */
export type Dialect = { readonly separator: string; readonly decimal: string; readonly bom: boolean };
export const machine: Dialect = { separator: ',', decimal: '.', bom: false };
export const excelIndonesia: Dialect = { separator: ';', decimal: ',', bom: true };

/** Words are quoted where they need it. */
const quoted = (text: string, { separator }: Dialect): string => {
  const safe = inertText(text);
  return safe.includes(separator) || /["\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A field is words, or a number told apart by `number`: of many digits as text, or nothing. */
export type Field = { readonly words: string } | { readonly number: number | string | null };
export const words = (text: string): Field => ({ words: text });
export const number = (value: number | string | null): Field => ({ number: value });

/** A number in plain decimals, to the nine places that are published; totals stay as they are. */
const plain = (value: number | string): string =>
  typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : value.toFixed(9).replace(/\.?0+$/, '');

const written = (field: Field, dialect: Dialect): string => {
  if ('words' in field) return quoted(field.words, dialect);
  return field.number === null ? '' : plain(field.number).replace('.', dialect.decimal);
};

/** RFC 4180 lines, CRLF, in a dialect. */
export const csv = (rows: Iterable<readonly Field[]>, dialect: Dialect): Uint8Array => {
  const lines = [...rows].map((row) => row.map((field) => written(field, dialect)).join(dialect.separator));
  return Buffer.from(`${dialect.bom ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`, 'utf8');
};
