/*
 * npm run --silent effect:check -- FILE.csv
 *
 * Runs the estimators of shared/domain/programmes/effect over published data that somebody has as a file, and says beside each
 * figure what was published: LaLonde's matched sample (treat, age, educ, race, married, nodegree, re74, re75, re78), or `mpdta`
 * (year, countyreal, lemp, first.treat). Both are under a licence that does not fit this repository, so nothing is
 * fetched and nothing is kept. Ends with 1 where a figure is another.
 */
import { createReadStream } from 'node:fs';
import { Advice, advise } from '../../infra/local/advice.ts';
import { wordsAsked } from '../asked.ts';
import { linesOf } from '../csv-lines.ts';
import { type Check, groupTimeChecks, lalondeChecks, type Row } from './published.ts';

const USAGE = 'Tulis berkasnya: npm run --silent effect:check -- lalonde.csv';

const rowsOf = async (path: string): Promise<Row[]> => {
  const rows: Row[] = [];
  let names: string[] | undefined;
  for await (const { fields } of linesOf(createReadStream(path, 'utf8')))
    if (names) rows.push(new Map(names.map((name, at) => [name, fields[at] ?? ''])));
    else names = fields.map((name) => name.trim().toLowerCase().replaceAll('.', '_'));
  return rows;
};

const checksOf = (rows: readonly Row[]): Check[] => {
  const has = (...names: string[]) => names.every((name) => rows[0]?.has(name));
  if (has('treat', 'age', 'educ', 'race', 'married', 'nodegree', 're74', 're75', 're78')) return lalondeChecks(rows);
  if (has('year', 'countyreal', 'lemp', 'first_treat')) return groupTimeChecks(rows);
  throw new Advice(`Kolom berkas ini bukan kolom lalonde atau mpdta. ${USAGE}`);
};

/** As published: to its last digit. */
const isSame = (published: number, found: number): boolean => {
  const digits = String(published).split('.')[1]?.length ?? 0;
  return Math.abs(found - published) <= 0.51 * 10 ** -digits;
};

await advise(async () => {
  const [path] = wordsAsked(USAGE, {}).positionals;
  if (path === undefined) throw new Advice(USAGE);
  const rows = await rowsOf(path).catch((error) => {
    throw error instanceof Advice ? error : new Advice(`Berkas ${path} tidak dapat dibaca. ${USAGE}`);
  });
  for (const { name, published, found } of checksOf(rows)) {
    const same = isSame(published, found);
    console.log(`${same ? 'sama ' : 'BEDA '} ${name}: terbit ${published}, dihitung ${Number(found.toPrecision(9))}`);
    if (!same) process.exitCode = 1;
  }
});
