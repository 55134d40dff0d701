import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { looks } from '../../scripts/screens/looks.ts';

/*
 * Somebody looks at every page (`npm run screenshots`). Pages that are written ahead and those of the Dasbor's list have a look
 * by their types and by that list; every other page is a file `*-page.tsx`, named by a look that shows it.
 */

const pageFiles = globSync('web/**/*-page.tsx').map((file) => file.slice('web/'.length, -'.tsx'.length));
const ofList = ['web/dasbor/pages.ts', ...globSync('web/dasbor/*/pages.ts')]
  .map((file) => readFileSync(file, 'utf8'))
  .flatMap((text) => [...text.matchAll(/import\('([^']+)\.tsx'\)/g)].map(([, path = '']) => path.split('/').at(-1)));
const ofDasborList = (file: string): boolean =>
  file.startsWith('dasbor/') && ofList.includes(file.split('/').at(-1) ?? '');
const writtenAhead = (file: string): boolean => file.startsWith('storefront/public/');

/** Parts of a page, or what no person comes to, and why nobody need look at it by itself. */
const elsewhere: Readonly<Record<string, string>> = {
  'storefront/account/report-page': 'the frame of the two reports, which are looked at',
  'storefront/capital/check-page': 'a bank’s pack: its code is given when a bank opens it, which a look does not',
};

test('no page is without a look', () => {
  const shown = new Set(Object.values(looks).flatMap(({ page }) => (page ? [page] : [])));
  const missing = pageFiles.filter(
    (file) => !writtenAhead(file) && !ofDasborList(file) && !shown.has(file) && !(file in elsewhere),
  );
  expect(missing).toEqual([]);
  const gone = [...shown, ...Object.keys(elsewhere)].filter((file) => globSync(`web/${file}.tsx`).length === 0);
  expect(gone).toEqual([]);
});
