import { describe, expect, test } from 'vitest';
import { BODY_BYTES } from '../../../functions/http/read-body.ts';
import type { Route } from '../../../shared/contract/route/route.ts';
import { contract } from '../../../shared/contract.ts';
import { placesOf, put } from '../../schema-places.ts';

/** As long as a request may be, of what rules look at letter by letter. */
const LENGTH = BODY_BYTES / 4;
const texts = {
  'amounts and units': `${'1a'.repeat(LENGTH / 2)}!`,
  'dashes and digits': `${'1-'.repeat(LENGTH / 2)}a`,
  'selectors of pictures': `x${'\ufe0f'.repeat(LENGTH / 2)}`,
  'parts of a pattern': '{a}'.repeat(LENGTH / 3),
  'gaps and marks': `a${' \u0301'.repeat(LENGTH / 3)}`,
};
/** Of a processor; a text read once takes a hundredth of it, one that is read again from each letter a hundred times. */
const MOST_MS = 1_500;

const written = Object.values(contract as Record<string, Route>).flatMap(({ operation, body }) =>
  body ? [{ operation, body, places: placesOf(body).filter((path) => path.length > 0) }] : [],
);

describe('a text as long as a request may be', () => {
  test.each(written)('is read once at every place of $operation', ({ body, places }) => {
    for (const [what, text] of Object.entries(texts))
      for (const path of places) {
        const before = process.cpuUsage();
        body.safeParse(put(path, text));
        const { user } = process.cpuUsage(before);
        expect(user / 1000, `${what} at /${path.join('/')}`).toBeLessThan(MOST_MS);
      }
  });
});
