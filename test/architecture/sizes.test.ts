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

  test('exports no value that only its own file uses', () => {
    const words = new Map<string, Set<string>>();
    for (const [file, text] of texts)
      for (const [word] of text.matchAll(/\b[A-Za-z_]\w+\b/g)) {
        const known = words.get(word) ?? new Set();
        words.set(word, known.add(file));
      }
    const lonely = files
      .filter((file) => /^(shared|functions|events|infra|web)\//.test(file) && file !== 'infra/no-event-streams.ts')
      .flatMap((file) => {
        const names = [...(texts.get(file) ?? '').matchAll(/^export (?:async )?(?:const|function) (\w+)/gm)];
        return names.flatMap(([, name = '']) => {
          // A Lambda's handler is called by nobody here; a schema is exported for its type.
          const isSchema = new RegExp(`^export type ${name}\\b`, 'm').test(texts.get(file) ?? '');
          return isSchema || name === 'handler' || (words.get(name)?.size ?? 0) > 1 ? [] : [`${file}: ${name}`];
        });
      });
    expect(lonely).toEqual([]);
  });
});
