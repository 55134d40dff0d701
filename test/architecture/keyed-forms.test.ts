import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routeKeys, routeOf } from '../../shared/contract.ts';

/** What may be asked twice without a key: the same rule tried on the same past ends alike, and nothing else comes of it. */
const harmless = ['POST /cities/{city}/ranking-policy/simulations'];
/** A call that makes something, up to the end of its statement. */
const callsOf = (text: string, key: string): string[] =>
  text
    .split(`'${key}',`)
    .slice(1)
    .map((after) => after.slice(0, after.indexOf(';')));

test('every form that makes something sends a key, so that sent again after a break of the line it is the same one', () => {
  const keyed = routeKeys.filter((key) => 'idempotent' in routeOf(key) && !harmless.includes(key));
  expect(keyed.length).toBeGreaterThan(10);
  const bare = globSync('web/**/*.{ts,tsx}').flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return keyed.flatMap((key) =>
      callsOf(text, key)
        .filter((call) => !/headers|asks|asked/.test(call))
        .map(() => `${file}: ${key}`),
    );
  });
  expect(bare).toEqual([]);
});

test('no key is made by the tap that sends it: tapped again, what it sends would be another one', () => {
  const made = globSync('web/**/*.{ts,tsx}').filter((file) => /-key': crypto\./.test(readFileSync(file, 'utf8')));
  expect(made).toEqual([]);
});
