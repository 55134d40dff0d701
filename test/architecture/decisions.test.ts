import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const FOLDER = 'docs/decisions';
const decisions = readdirSync(FOLDER).map((file) => ({ file, text: readFileSync(`${FOLDER}/${file}`, 'utf8') }));

describe('the decisions', () => {
  test('have a number each, the one in their title', () => {
    const numbers = decisions.map(({ file }) => Number(file.slice(0, 4)));
    expect(new Set(numbers).size, `two decisions of one number among ${numbers}`).toBe(numbers.length);
    for (const { file, text } of decisions)
      expect(text, file).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. `));
  });

  test('lead to decisions that are there', () => {
    const names = new Set(decisions.map(({ file }) => file));
    for (const { file, text } of decisions)
      for (const [, to] of text.matchAll(/\]\((\d{4}-[^)#]+\.md)/g))
        expect(names, `${file} leads to ${to}`).toContain(to);
  });
});
