import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entityFiles, rendered, written } from '../../scripts/docs/access-patterns.ts';
import { indexes } from '../../shared/table/engine/schema.ts';

const code = entityFiles().map((path) => readFileSync(path, 'utf8'));
/** Exported functions that take a table first: those that read. */
const reads = code.flatMap((text) =>
  [...text.matchAll(/^export (?:const (\w+) = (?:async )?\(|async function\* (\w+)\()\s*table: Table/gm)].map(
    ([, named, stream]) => named ?? stream ?? '',
  ),
);

describe('docs/access-patterns.md', () => {
  test('has the key charts of the code (node scripts/docs/access-patterns.ts)', () => {
    expect(written()).toBe(rendered());
  });

  test('names every function that reads the table, and no other', () => {
    const [questions = ''] = written().split('## Keys');
    const named = [...questions.matchAll(/^\|[^|]*\|([^|]*)\|[^|]*\|$/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? ''),
    );
    expect(reads.length).toBeGreaterThan(30);
    expect([...named].sort()).toEqual([...reads].sort());
  });
});

describe('a key chart', () => {
  test.each(entityFiles())('%s is drawn for every entity that is defined', (path) => {
    const text = readFileSync(path, 'utf8');
    const types = [...text.matchAll(/(?:^\s*|\{ |':)'?type'?: '(\w+)',/gm)].map(([, type]) => type);
    // What only reads a part of another file's entity keeps nothing of its own.
    if (types.length === 0) expect(text).not.toMatch(/: Write\b/);
    for (const type of types)
      expect(text, `${type} is in no chart of ${path}`).toMatch(new RegExp(`^// \\| ${type} +\\|`, 'm'));
  });
});

describe('the indexes', () => {
  test('project no more than DynamoDB’s API names: twenty attributes an index', () => {
    for (const { shown } of Object.values(indexes)) expect(shown.length).toBeLessThanOrEqual(20);
  });
});
