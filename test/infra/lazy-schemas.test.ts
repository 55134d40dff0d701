import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { lazySchemas } from '../../infra/bundling/lazy-schemas.ts';
import type { Route } from '../../shared/contract/route/route.ts';
import { type Path, placesOf, put } from '../schema-places.ts';

type Contract = Record<string, Route>;
type Loaded = { readonly contract: Contract; readonly z: typeof z };

const folder = mkdtempSync(join(tmpdir(), 'pasar-rata-schemas-'));
/** The contract and zod as a function carries them. */
const carried = async (name: string, plugins: Plugin[]): Promise<Loaded> => {
  const outfile = join(folder, `${name}.cjs`);
  const contents = "export { contract } from './shared/contract.ts'; export * as z from 'zod';";
  const stdin = { contents, resolveDir: join(import.meta.dirname, '..', '..') };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'silent', plugins });
  return createRequire(import.meta.url)(outfile) as Loaded;
};

let plain: Loaded;
let lazy: Loaded;
beforeAll(async () => {
  [plain, lazy] = await Promise.all([carried('plain', []), carried('lazy', [lazySchemas])]);
});

const odd: readonly unknown[] = [null, 'x', 2, [{}]];
const parts = ['params', 'query', 'body', 'response'] as const;

/** What a schema says of a value: what it makes of it, or all that is wrong with it. */
const saidBy = (schema: z.ZodType, value: unknown): string => {
  const { success, data, error } = schema.safeParse(value);
  return JSON.stringify([success, data, error?.issues]);
};
const said = (schema: z.ZodType, paths: readonly Path[]) =>
  paths.flatMap((path) => odd.map((value) => saidBy(schema, put(path, value))));

/** Schemas of the contract, each once, beside the same one of another build. */
const pairs = () => {
  const seen = new Map<z.ZodType, { name: string; same: z.ZodType | undefined }>();
  for (const [key, route] of Object.entries(plain.contract))
    for (const part of parts) {
      const schema = route[part];
      if (schema && !seen.has(schema))
        seen.set(schema, { name: `${key}, its ${part}`, same: lazy.contract[key]?.[part] });
    }
  return [...seen];
};

describe('a schema made at its first use', () => {
  test('says the same of each value', () => {
    const others = pairs().flatMap(([schema, { name, same }]) => {
      const paths = placesOf(schema);
      return same && said(schema, paths).join() === said(same, paths).join() ? [] : name;
    });
    expect(others).toEqual([]);
  });

  test('is not made before it is looked into', () => {
    const all = [plain, lazy].map((loaded) => loaded.z.object({ name: loaded.z.string().min(2) }).optional());
    const isMade = (schema: z.ZodType) => Object.hasOwn(schema, '_zod');
    expect(all.map(isMade)).toEqual([true, false]);
    for (const schema of all) expect(schema.safeParse({ name: 'x' }).success).toBe(false);
    expect(all.map(isMade)).toEqual([true, true]);
  });

  test('keeps what is read of it without parsing', () => {
    const read = ({ z: of }: Loaded) => {
      const [first, kind] = [of.enum(['a', 'b']), of.enum(['c', 'd'])];
      const whole = of.object({ kind, count: of.number().int().min(1).default(3) }).extend({ more: of.array(first) });
      return [
        kind.options,
        kind.enum,
        Object.keys(whole.shape),
        whole.shape.count.unwrap().minValue,
        whole.shape.more.element.options,
        whole.pick({ kind: true }).partial().parse({}),
        kind instanceof of.ZodEnum,
        kind instanceof of.ZodString,
        of.literal(['x', 'y']).values.size,
      ];
    };
    expect(read(lazy)).toEqual(read(plain));
  });
});
