import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contract } from '../../shared/contract.ts';

/*
 * A capability is there only when somebody can use it: each route is asked for by a page, or it says here for whom it is
 * instead. The pages are read as text: what they ask for stands in them by the route's key or by its address.
 */

/** What stands between braces in a template is any part of an address. */
const plain = (text: string): string => text.replaceAll(/\$\{[^{}]*\}/g, '{}');
const web = globSync('web/**/*.{ts,tsx,html}')
  .map((file) => plain(readFileSync(file, 'utf8')))
  .join('\n');

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');
const PART = '[^/`\'"?\\s]';
/** An address of the contract as a page writes it: each part that varies is, or has in it, a template's. */
const shapeOf = (path: string): string =>
  path
    .split(/\{\w+\}/)
    .map(escaped)
    .join(`${PART}*\\{\\}${PART}*`);

/** A list's workbook and CSV are asked for by the list's own address, which `web/kit/desk/list-sheets.tsx` goes on from. */
const SHEET = '/sheet/{format}';
const asSheet = (path: string): RegExp =>
  new RegExp(`<ListSheets\\s+path=\\{?[\`"]${shapeOf(path.slice(0, -SHEET.length))}[\`"]`);

/** By its key: called, or its answer named as what is shown. A key may be put together of its method and the rest. */
const byKey = (method: string, path: string): boolean =>
  web.includes(`'${method} ${path}'`) ||
  new RegExp(`\`\\{\\} ${escaped(path)}[\`]`).test(web) ||
  (path.endsWith(SHEET) && asSheet(path).test(web));

/** By its address: a link or a picture, a file that is fetched, or something sent whole. */
const byAddress = (method: string, path: string): boolean => {
  const sends = '(?:send|sendFile|fetch)(?:<[^>]*>+)?\\([^;]{0,40}?';
  const sent = method === 'GET' ? '' : sends;
  return new RegExp(`${sent}[\`'"](?:/api)?${shapeOf(path)}[\`'"?]`).test(web);
};

/** For programs, or for other machines than a browser. */
const forPrograms: Readonly<Record<string, string>> = {
  'GET /cities/{city}/merchants': 'open data: pages are written ahead with their shops',
  'GET /cities/{city}/day-keys/{day}': 'open data: whoever draws an order again needs the key of its day',
  'GET /country/snapshots/{month}': 'open data of the whole country, which has no page of its own',
  'GET /country/live/{month}': 'the country has no page of its own',
  'GET /country/reports/{month}/{format}': 'open data of the whole country, which has no page of its own',
  'GET /definitions': 'open data: pages carry the same definitions in their code',
  'GET /open311/{city}/{list}': 'Open311: other complaint systems ask',
  'GET /open311/{city}/services/{code}': 'Open311: other complaint systems ask',
  'GET /open311/{city}/tokens/{token}': 'Open311: other complaint systems ask',
  'GET /open311/{city}/requests/{number}': 'Open311: other complaint systems ask',
  'POST /open311/{city}/{list}': 'Open311: other complaint systems send',
  'POST /partner-feeds': 'a partner’s program sends its month with its own key',
  'POST /partner-feeds/parts': 'a partner’s program sends its month with its own key',
  'POST /merchants/{merchantId}/payment-notices/{provider}': 'webhook: a payment provider tells of money that came',
  'POST /merchants/{merchantId}/delivery-notices/{partner}': 'webhook: a ride company tells where its courier is',
  'PUT /cities/{city}': 'the operator founds a city by a program, once; its people change its settings by PATCH',
};

/** Asked for by an address that a helper puts together, or that an answer brings with it. */
const byHelper: Readonly<Record<string, string>> = {
  'GET /private-photos/{token}': 'answers bring the whole address (`link`, `small`)',
  'GET /cities/{city}/reports/{month}/{format}': 'web/dasbor/equity/foot.tsx',
  'GET /provinces/{province}/reports/{month}/{format}': 'web/dasbor/equity/foot.tsx',
  'GET /cities/{city}/months/{month}/report/{format}': 'web/dasbor/equity/foot.tsx',
  'POST /partners/{partnerId}/agreements/{agreementId}/documents': 'web/kit/partners/add-document.tsx',
};

/** Nobody can use these from a page; each is a debt, or needs none. */
const open: Readonly<Record<string, string>> = {
  'GET /me/merchants/{merchantId}/products/{productId}': 'the shop’s list brings each of its goods whole',
  'GET /cities/{city}/ranking-policy/simulations/{simulationId}': 'what a simulation found is shown where it is made',
  'GET /provinces/{province}/live/{month}': 'a province shows closed months alone',
  'GET /series/{seriesId}': 'lists bring each series whole; its address is for the notices and programs',
};

const excused = { ...forPrograms, ...byHelper, ...open };
const keys = Object.keys(contract);
const isAsked = (key: string): boolean => {
  const [method = '', path = ''] = key.split(' ');
  return byKey(method, path) || byAddress(method, path);
};

describe('every route', () => {
  test('is asked for by a page, or says for whom it is instead', () => {
    expect(keys.filter((key) => !isAsked(key) && !Object.hasOwn(excused, key))).toEqual([]);
  });

  test('that is excused is one of the contract, and no page asks for it', () => {
    expect(Object.keys(excused).filter((key) => !keys.includes(key) || isAsked(key))).toEqual([]);
  });

  test('that nobody asks for is found: a key or an address that is only like another is not it', () => {
    for (const key of ['GET /cities/{city}/never', 'DELETE /cities/{city}/audit', 'POST /merchants/{merchantId}/photo'])
      expect(isAsked(key), key).toBe(false);
  });
});
