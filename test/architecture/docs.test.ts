import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/* Documents name files so that a reader finds them: a file that was moved takes its names along. */

/** Where a path may begin that is told without its first folders. */
const BEGINNINGS = ['', 'test/', 'test/api/', 'test/faults/', 'shared/domain/', 'functions/', 'web/', 'infra/'];
const ENDS = ['', '.ts', '.tsx', '.test.ts', '.test.tsx'];
/** `a/b.ts` or `a/b/`: no address of the API, no pattern, nothing that is built. */
const PATH = /`((?!dist\/)[a-z][\w.-]*(?:\/[\w.-]+)+\/?)`/gi;

const documents = ['README.md', ...globSync('docs/**/*.md')];

describe('a document', () => {
  test.each(documents)('names files that are there: %s', (document) => {
    const named = [...readFileSync(document, 'utf8').matchAll(PATH)].map(([, path = '']) => path);
    const missing = named.filter(
      (path) => !BEGINNINGS.some((from) => ENDS.some((end) => existsSync(`${from}${path}${end}`))),
    );
    expect(missing).toEqual([]);
  });
});

/** A walk of docs/seeds.md: the file, and the test's name in it. */
const WALK = /`(test\/web\/[\w/-]+\.ts)` "([^"]+)"/g;

describe('what was asked for', () => {
  const walks = [...readFileSync('docs/seeds.md', 'utf8').matchAll(WALK)];

  test.each(walks.map(([, file = '', name = '']) => [name, file] as const))(
    'is walked by a test of that name: %s',
    (name, file) => {
      expect(readFileSync(file, 'utf8')).toContain(`test('${name}'`);
    },
  );
});
