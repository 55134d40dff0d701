import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleFunctions, entries, folderOf } from '../../infra/bundle.ts';

/** A bare DynamoDB client is 102.5 kB gzipped; a function that answers people may be 1.4 times that, and most are near 1.2. */
const SERVING_BYTES = 132_500;
/** Orders carry stock, budgets, limits, prices paid, rulings, what an office is asked, centres to fetch them at: 1.44 times. */
const ORDER_BYTES = 148_500;
/** The register reads lists from sheets and merges what a dozen entities say of a shop: 1.38 times. */
const REGISTER_BYTES = 142_500;
/** People carry seats, links by which a shop's owner claims it, and the trail every one of these stands in: 1.31 times. */
const PEOPLE_BYTES = 136_000;
/** Ranking carries the whole rule and the search, a city's side of it the rule and its simulation: 1.44 and 1.45 times. */
const RANKING_BYTES = 149_000;
/** What prints carries how a page is drawn, and has the writers of PDF and workbooks beside it: 1.29 to 1.41 times. */
const PRINT_BYTES = 145_000;
/** Pages carry the storefront's components, how every figure is counted, and what renders them; nobody waits for it. */
const PAGE_BYTES = 170_500;
const budgets: Readonly<Record<string, number>> = {
  'reports/api': PRINT_BYTES,
  'papers/api': PRINT_BYTES,
  'programmes/api': PRINT_BYTES,
  'capital/api': PRINT_BYTES,
  'orders/api': ORDER_BYTES,
  'people/api': PEOPLE_BYTES,
  'register/api': REGISTER_BYTES,
  'ranking/api': RANKING_BYTES,
  'city-ranking/api': RANKING_BYTES,
  'pages/write-goods': PAGE_BYTES,
  'pages/write-lists': PAGE_BYTES,
};
const budgetOf = (entry: string) => budgets[entry] ?? SERVING_BYTES;

const folder = mkdtempSync(join(tmpdir(), 'pasar-rata-bundles-'));
const file = (entry: string, name = 'index.cjs') => join(folder, folderOf(entry), name);

beforeAll(async () => {
  await bundleFunctions(entries, folder);
});

describe('the bundle of', () => {
  test.each(entries)('%s keeps its budget', (entry) => {
    const size = gzipSync(readFileSync(file(entry))).length;
    expect(size).toBeLessThanOrEqual(budgetOf(entry));
  });

  test.each(entries)('%s carries no credential chain, no tracer and no locale', (entry) => {
    const code = readFileSync(file(entry), 'utf8');
    const dead = ['fromSSO', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_CONTAINER_CREDENTIALS', 'credential_process'];
    const heavy = ['aws-xray-sdk', 'Ungültige Eingabe', ':event-type', 'additionalProperties', 'Who placed it'];
    expect([...dead, ...heavy].filter((mark) => code.includes(mark))).toEqual([]);
  });

  test.each(entries)('%s maps its stack to our files alone', (entry) => {
    const { sources } = JSON.parse(readFileSync(file(entry, 'index.cjs.map'), 'utf8')) as { sources: string[] };
    expect(sources.some((source) => source.endsWith(`functions/${entry}.ts`))).toBe(true);
    expect(sources.filter((source) => source.includes('node_modules'))).toEqual([]);
  });

  test('orders tells where in our files a fault is, by the map it reads with the first', () => {
    const code = `require(${JSON.stringify(file('orders/api'))}).handler({}, {}).catch(({ stack }) => console.log(stack))`;
    expect(execFileSync(process.execPath, ['-e', code], { encoding: 'utf8' })).toMatch(
      /^TypeError: .*\n {4}at \w+ \(\S*functions\/http\/serve\.ts:\d+:\d+\)/,
    );
  });

  test.each(entries)('%s loads by itself and has a handler', (entry) => {
    expect(createRequire(import.meta.url)(file(entry))).toMatchObject({ handler: expect.any(Function) });
  });

  test.each(['papers/api', 'reports/api'])('%s has its writers beside it, and carries none', (entry) => {
    const load = createRequire(import.meta.url);
    expect(load(file(entry, 'pdf-writer.cjs'))).toMatchObject({ PDFDocument: expect.any(Function) });
    expect(load(file(entry, 'workbook-writer.cjs'))).toMatchObject({ writeExcelFile: expect.any(Function) });
    expect(readFileSync(file(entry), 'utf8')).not.toMatch(/%PDF-|spreadsheetml\/2006\/main/);
  });

  test('what prints nothing has no writer beside it', () => {
    expect(existsSync(file('orders/api', 'pdf-writer.cjs'))).toBe(false);
  });

  test('what prints papers has the fonts beside it', () => {
    for (const font of ['noto-sans.ttf', 'noto-sans-bold.ttf'])
      expect(readFileSync(file('papers/api', `font/${font}`)).length).toBeGreaterThan(100_000);
  });
});
