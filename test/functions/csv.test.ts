import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv, type Dialect, excelIndonesia, machine, words } from '../../functions/print/csv.ts';
import { parseCsv } from '../api/equity/report-files.ts';

const written = (text: string, dialect: Dialect): string =>
  Buffer.from(csv([[words('Nama'), words(text)]], dialect))
    .toString('utf8')
    .replace('\ufeff', '');
const begins = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ' =',
  '\u00a0=',
  '\u200b=',
  '＝',
  '＋',
  '－',
  '＠',
);
const dialects = [
  ['programs', machine],
  ['a spreadsheet', excelIndonesia],
] as const;

test.each(dialects)('no words of people begin like a formula in a CSV for %s, whatever stands before', (_, dialect) => {
  fc.assert(
    fc.property(begins, fc.string({ unit: 'grapheme', maxLength: 20 }), (first, rest) => {
      const [, field = ''] = parseCsv(written(first + rest, dialect), dialect.separator)[0] ?? [];
      expect(field.startsWith("'")).toBe(true);
    }),
  );
});

test.each(dialects)(
  'words stay one field of one row in a CSV for %s, and what begins like words stays as it is',
  (_, dialect) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const whole = `Warung ${text}`;
        const rows = parseCsv(written(whole, dialect), dialect.separator);
        expect(rows).toHaveLength(1);
        expect(rows[0]?.[1]?.replaceAll('\r', '')).toBe(whole.replaceAll('\r', ''));
      }),
    );
  },
);
