import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { flawSentence } from '../../functions/http/flaw-sentences.ts';
import type { Route } from '../../shared/contract/route/route.ts';
import { contract } from '../../shared/contract.ts';
import { placesOf, put } from '../schema-places.ts';

/*
 * Whatever is wrong with what somebody sent, they are told how to write it: no pattern, no type, no word of programs.
 * The contract is walked, so a new field is in it by being there.
 */

z.config({ localeError: flawSentence });

const wrong: readonly unknown[] = [
  undefined,
  null,
  '',
  'x',
  '\u200b',
  '..',
  -1,
  1.5,
  Number.POSITIVE_INFINITY,
  2 ** 60,
  true,
  [],
  {},
  'x'.repeat(5000),
];

const sentencesOf = (schema: z.ZodType): string[] =>
  placesOf(schema).flatMap((path) =>
    wrong.flatMap((value) => schema.safeParse(put(path, value)).error?.issues.map(({ message }) => message) ?? []),
  );

const bad = /\/\^|\\d|pola|regex|diharapkan|diterima|invalid|string|undefined|NaN|null|int\b/i;

describe('a refusal', () => {
  const asked = Object.entries(contract as Record<string, Route>).flatMap(([key, { body, query, params }]) =>
    [body, query, params].flatMap((schema) => (schema ? [[key, schema] as const] : [])),
  );
  test.each(asked)('of %s tells in words how to write it', (_, schema) => {
    const sentences = [...new Set(sentencesOf(schema))];
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.filter((sentence) => bad.test(sentence) || !/[.!?]$/.test(sentence))).toEqual([]);
  });

  test('never falls back on a sentence that says nothing', () => {
    const vague = asked.flatMap(([key, schema]) =>
      sentencesOf(schema).includes('Penulisannya belum benar. Periksa lagi.') ? [key] : [],
    );
    expect(vague).toEqual([]);
  });
});
