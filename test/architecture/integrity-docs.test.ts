import { expect, test } from 'vitest';
import { drawnRules, writtenRules } from '../../scripts/docs/integrity-rules.ts';

test('the rules of integrity are published as the code has them (npm run docs)', () => {
  expect(writtenRules()).toBe(drawnRules());
});
