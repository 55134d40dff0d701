import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/*
 * Who writes `1.000` means a thousand, and `25rb` is how a sum is said. Number() reads the one as 1 and the other as none,
 * and so does a browser's own number field: what is typed on a page is read by typedNumber alone.
 */

/** What Number() reads here was chosen from a list, or is a part that has decimals or a place in a grid. */
const chosen = [
  'web/dasbor/city/settings-page.tsx',
  'web/dasbor/equity/tiles-page.tsx',
  'web/dasbor/programmes/attendance.tsx',
  'web/dasbor/rules/rule-change.tsx',
  'web/storefront/capital/apply-form.tsx',
  'web/storefront/complaints/complaint-page.tsx',
  'web/storefront/reviews/review-form.tsx',
];
const pages = globSync('web/**/*.{ts,tsx}')
  .sort()
  .map((file) => [file, readFileSync(file, 'utf8')] as const);
const those = (sign: RegExp) => pages.flatMap(([file, text]) => (sign.test(text) ? [file] : []));

describe('a number that is typed', () => {
  test('is read from a form by one rule', () => {
    const forms = new Set(those(/\bfilled\(/));
    expect(those(/(?<!\w)Number\(/).filter((file) => forms.has(file))).toEqual(chosen);
  });

  test('is asked for in no field whose browser would read it in its own way', () => {
    expect(those(/type="number"|type: 'number'/)).toEqual([
      'web/dasbor/equity/tiles-page.tsx',
      'web/dasbor/rules/rule-change.tsx',
    ]);
  });
});
