import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';

/* How large a thing may grow before it is parted: nobody finds a file among forty, or a rule among five hundred lines. */

/** Fifteen are well; the contract, one file a context, comes nearest. */
const MOST_FILES = 22;
/** Every line of a file, with why it is so: who scrolls, scrolls over all of them. */
const MOST_LINES = 250;
const MEDIAN_LINES = 50;

const files = globSync('{shared,functions,events,web,infra,scripts,test}/**/*.{ts,tsx}').sort();
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const linesOf = (file: string): number => (texts.get(file) ?? '').split('\n').length - 1;

describe('the house', () => {
  test(`holds at most ${MOST_FILES} files in a folder`, () => {
    const folders = Map.groupBy(files, dirname);
    expect([...folders].flatMap(([folder, inside]) => (inside.length > MOST_FILES ? [folder] : []))).toEqual([]);
  });

  test(`holds no file of functions or the domain longer than ${MOST_LINES} lines`, () => {
    const code = files.filter((file) => /^(functions|shared\/domain)\//.test(file));
    expect(code.filter((file) => linesOf(file) > MOST_LINES)).toEqual([]);
  });

  test.each(['functions', 'shared/domain'])(
    `is read in short files: half of %s in ${MEDIAN_LINES} lines or less`,
    (folder) => {
      const sizes = files.filter((file) => file.startsWith(`${folder}/`)).map(linesOf);
      expect(sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(MEDIAN_LINES);
    },
  );

  // Short is no use where a reader opens two files for one thing.
  test('hands on nothing from one file of functions or the domain through another', () => {
    const code = files.filter((file) => /^(functions|shared\/domain)\//.test(file));
    expect(code.filter((file) => /^export (type )?(\*|\{)[^;]* from /m.test(texts.get(file) ?? ''))).toEqual([]);
  });

  // A literal spread into a literal only packs lines, and its fields escape the check for unknown ones.
  test('writes each field of an object in its own place', () => {
    const packed = files.filter((file) => /\.\.\.\{ /.test(texts.get(file) ?? ''));
    expect(packed.filter((file) => file !== 'test/architecture/sizes.test.ts')).toEqual([]);
  });
});
