import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../../infra/bundling/site-bundle.ts';

/*
 * The bundler writes newer syntax out for old phones. What a regular expression says and which functions a browser has it
 * leaves alone, and one of them that is missing is a page that stays white.
 */

/** By what it is: a sign of it in built code. None of these is in every browser of `site-bundle.ts`. */
const newer: Readonly<Record<string, RegExp>> = {
  'look behind (Safari 16.4)': /\(\?<[=!]/,
  'flag v (Chrome 112, Firefox 116, Safari 17)': /RegExp\((?:"[^"]*"|`[^`]*`),"[a-z]*v[a-z]*"\)/,
  'copies of a list (Chrome 110, Firefox 115, Safari 16)': /\.(?:toSorted|toReversed|toSpliced)\(/,
  'the last that fits (Firefox 104)': /\.findLast(?:Index)?\(/,
  'groups (Chrome 117, Firefox 119, Safari 17.4)': /\bgroupBy\(/,
  'lists of what comes later (Chrome 121)': /\bfromAsync\(/,
  'promises from outside (Chrome 119)': /\bwithResolvers\(/,
  'sets as in school (Chrome 122)': /\.(?:intersection|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
  'whole letters (Chrome 111)': /\.(?:isWellFormed|toWellFormed)\(/,
  'addresses that can be read, asked without looking whether that can be asked (Chrome 120)':
    /(?<!"function"\?)\bURL\.canParse\(/,
  'an end by the clock (Chrome 103, Safari 16)': /\bAbortSignal\.(?:timeout|any)\(/,
  'promises that try (Chrome 128)': /\bPromise\.try\(/,
};

describe('a page', () => {
  const codes = new Map<string, string>();
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pasar-rata-phones-'));
    await buildSite(folder);
    const assets = readdirSync(join(folder, 'assets')).map((name) => join('assets', name));
    for (const name of ['sw.js', ...assets].filter((one) => one.endsWith('.js')))
      codes.set(name, readFileSync(join(folder, name), 'utf8'));
    expect(codes.size).toBeGreaterThan(50);
  });

  test('calls nothing that the phones it is built for lack', () => {
    const found = [...codes].flatMap(([name, code]) =>
      Object.entries(newer).flatMap(([what, sign]) => (sign.test(code) ? [`${name}: ${what}`] : [])),
    );
    expect(found).toEqual([]);
  });

  // Types come from the contract; one schema brings the whole of its library, as much as all else on a page.
  test('carries no schema', () => {
    expect([...codes].flatMap(([name, code]) => (code.includes('_zod') ? [name] : []))).toEqual([]);
  });
});
