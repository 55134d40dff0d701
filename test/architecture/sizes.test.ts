import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';

/* How large a thing may grow before it is parted: nobody finds a file among forty, or a rule among five hundred lines. */

/** Fifteen are well; the contract, one file a context, comes nearest. */
const MOST_FILES = 22;
const MOST_LINES = 250;

const files = globSync('{shared,functions,events,web,infra,scripts,test}/**/*.{ts,tsx}').sort();
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const linesOf = (file: string): number => (texts.get(file) ?? '').split('\n').length - 1;

describe('the house', () => {
  test(`holds at most ${MOST_FILES} files in a folder`, () => {
    const folders = Map.groupBy(files, dirname);
    expect([...folders].flatMap(([folder, inside]) => (inside.length > MOST_FILES ? [folder] : []))).toEqual([]);
  });

  test(`holds no file of functions or the domain longer than ${MOST_LINES} lines, and half of them far shorter`, () => {
    const code = files.filter((file) => /^(functions|shared\/domain)\//.test(file));
    expect(code.filter((file) => linesOf(file) > MOST_LINES)).toEqual([]);
    const median = code.map(linesOf).sort((a, b) => a - b)[Math.floor(code.length / 2)];
    expect(median).toBeLessThanOrEqual(65);
  });
});
