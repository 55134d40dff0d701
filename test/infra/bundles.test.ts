import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleFunctions, entries, folderOf } from '../../infra/bundling/bundle.ts';

/** A bare DynamoDB client is 102.5 kB gzipped; of the functions that answer people most are near 1.15 times that. */
const SERVING_BYTES = 133_900;
/** Orders, ranking and what prints carry the most. Nobody waits for more than 1.44 times a bare client. */
const MOST_BYTES = 147_700;
/**
 * Capital prints; partners know words of goods; people end with a seat what banks read and stories tell by it: 1.29, 1.31 and
 * 1.30 times. For a ledger nobody waits. The register, which reads lists from sheets, merges what a dozen entities say of a shop
 * and ends a bank's reading with it, has the most: 1.39 times.
 */
const LARGE_BYTES = 141_000;
/**
 * Pages carry the storefront's components and makers’ stories, how every figure is counted, which small sums are hidden, and what
 * renders them; nobody waits for it.
 */
const PAGE_BYTES = 172_000;
const budgets: Readonly<Record<string, number>> = {
  'papers/api': MOST_BYTES,
  'capital/api': LARGE_BYTES,
  'orders/api': MOST_BYTES,
  'people/api': LARGE_BYTES,
  'register/api': MOST_BYTES,
  'partners/api': LARGE_BYTES,
  'ranking/ledger/refresh-ledgers': LARGE_BYTES,
  'ranking/api': MOST_BYTES,
  'city-ranking/api': MOST_BYTES,
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

  test('a function asks for the table of its own region, or where a setting says', () => {
    const hears =
      "for (const of of ['http', 'https']) require(of).request = ({ host }) => { console.log(of, host); process.exit(); };";
    const code = `${hears} require(${JSON.stringify(file('ranking/ledger/call-ledgers'))}).handler();`;
    const keys = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'ap-southeast-3' };
    const names = { TABLE_NAME: 'market', SEAL_SECRET: 's'.repeat(32), BUS_NAME: 'bus' };
    const asks = (more: object): string =>
      execFileSync(process.execPath, ['-e', code], { env: { ...keys, ...names, ...more }, encoding: 'utf8' });
    expect(asks({})).toBe('https dynamodb.ap-southeast-3.amazonaws.com\n');
    expect(asks({ AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:8000' })).toBe('http 127.0.0.1\n');
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
