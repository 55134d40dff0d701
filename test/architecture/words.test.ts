import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/*
 * Words that had two meanings, or none to a stranger, and were given up: so that they do not come back.
 */

const names = (value: unknown, found = new Set<string>()): Set<string> => {
  if (Array.isArray(value)) for (const one of value) names(one, found);
  else if (typeof value === 'object' && value !== null) {
    const { properties, parameters, schemas } = value as Record<string, unknown>;
    for (const named of [properties, schemas]) for (const name of Object.keys(named ?? {})) found.add(name);
    if (Array.isArray(parameters)) for (const { name } of parameters as { name?: string }[]) if (name) found.add(name);
    for (const one of Object.values(value)) names(one, found);
  }
  return found;
};

describe('a word that was given up', () => {
  test('is no name in the API', () => {
    const given = /^(told|anew|whole|wholeYear|beside|keeper|marks|course|silence|face|why|mostRupiah|turn|says|said)$/;
    const document: unknown = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));
    expect([...names(document)].filter((name) => given.test(name))).toEqual([]);
  });

  test('is no name that one file gives to others', () => {
    const given =
      /\b(lookOf|isKeeper|needsKeeper|madeToday|mostADay|callPerson|hashMark|UNTOLD|isSensitiveWhole|InTheWay|KeptLine|Keeper|Stretch|Told)\b/;
    const files = globSync('{shared,functions,events,web,infra,scripts}/**/*.{ts,tsx}');
    const exported = files.flatMap((file) =>
      (readFileSync(file, 'utf8').match(/^export (?:async )?(?:const|type|class|function) \w+/gm) ?? [])
        .filter((line) => given.test(line))
        .map((line) => `${file}: ${line}`),
    );
    expect(exported).toEqual([]);
  });

  test('is no name of an index: a place is where somebody lives', () => {
    const files = globSync('{shared,functions,events,web,infra,scripts}/**/*.{ts,tsx}');
    const index = /\w\[place\]|\[place, \{|\bplace = \w+\.(?:indexOf|findIndex)\(|\bplace [+-] 1\b/;
    expect(files.filter((file) => index.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
