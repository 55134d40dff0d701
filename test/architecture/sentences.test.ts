import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { flawSentence } from '../../functions/http/flaw-sentences.ts';
import type { Route } from '../../shared/contract/route/route.ts';
import { contract } from '../../shared/contract.ts';

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

/** A value of the kind a schema wants at every place but one, as far as JSON Schema tells. */
type Shape = {
  type?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
  enum?: unknown[];
  $ref?: string;
  $defs?: Record<string, Shape>;
};

const places = (shape: Shape, defs: Record<string, Shape>, path: readonly string[] = []): (readonly string[])[] => {
  const one = shape.$ref ? (defs[shape.$ref.split('/').at(-1) ?? ''] ?? {}) : shape;
  const inside = Object.entries(one.properties ?? {}).flatMap(([name, part]) => places(part, defs, [...path, name]));
  const item = one.items ? places(one.items, defs, [...path, '0']) : [];
  return [path, ...inside, ...item];
};

const put = (path: readonly string[], value: unknown): unknown => {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  return first === '0' ? [put(rest, value)] : { [first]: put(rest, value) };
};

const sentencesOf = (schema: z.ZodType): string[] => {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  return places(shape, shape.$defs ?? {}).flatMap((path) =>
    wrong.flatMap((value) => schema.safeParse(put(path, value)).error?.issues.map(({ message }) => message) ?? []),
  );
};

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
