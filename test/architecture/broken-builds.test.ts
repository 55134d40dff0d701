import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenBuilds } from '../faults/broken-builds.ts';

describe('a build that is broken on purpose', () => {
  /** A place that moved away breaks nothing: then the histories would prove that they see what they never saw. */
  test.each(Object.entries(brokenBuilds))('%s: is broken in a place that is there once', (_, broken) => {
    for (const { file, from } of [broken, ...(broken.and ? [broken.and] : [])])
      expect(readFileSync(file, 'utf8').split(from).length - 1, `${from} in ${file}`).toBe(1);
  });
});
