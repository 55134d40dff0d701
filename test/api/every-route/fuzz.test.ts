import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Kind } from '../../../shared/contract/route/route.ts';
import { type Key, routeKeys, routeOf } from '../../../shared/contract.ts';
import { problems } from '../../../shared/problem.ts';
import { testClock, testWorld } from '../../engine.ts';
import { type Office, type Shop, type Town, townOf } from '../../market.ts';

/*
 * Every input the contract takes, made from its own schema, then bent: whatever comes, the market serves or refuses with
 * a problem. It never fails, never answers slowly, never answers in another shape.
 */

type Schema = { [keyword: string]: unknown };
/** A schema may be `true` or `false` itself: anything, or nothing. */
const asSchema = (schema: unknown): Schema => (typeof schema === 'object' && schema !== null ? (schema as Schema) : {});
type Json = unknown;

/** Written as JSON text that no value in JavaScript prints: beyond doubles, and a key that is a prototype. */
const BEYOND = '@beyond@';
const PROTOTYPE = '@prototype@';
const textOf = (value: Json): string =>
  (JSON.stringify(value) ?? 'null').replaceAll(`"${BEYOND}"`, '1e309').replaceAll(PROTOTYPE, '__proto__');

const deep = (levels: number): Json => {
  let value: Json = 1;
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
};
/** Deeper than anything that prints JSON can go. */
const abyss = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
const hostile: Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  -0.0001,
  2 ** 53,
  Number.MAX_SAFE_INTEGER,
  1e300,
  BEYOND,
  '',
  ' ',
  '0',
  '-1',
  '1e3',
  'NaN',
  'Infinity',
  '0x10',
  '#',
  '|',
  'a#b',
  'ORDER#x',
  '\u0000',
  'a\u0000b',
  '\u001b[31m',
  '\ud800',
  'x\udc00y',
  '\u202e',
  '\uffff',
  '😀',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '$' + '{7*7}',
  '{{7*7}}',
  '=1+1',
  'x'.repeat(5_000),
  '9'.repeat(400),
  '2026-02-30',
  '2026-11',
  '٢٠٢٦-١١',
  [],
  {},
  [[]],
  [null],
  { [PROTOTYPE]: { status: 'verified' } },
  { constructor: { prototype: {} } },
  deep(500),
  Array.from({ length: 300 }, () => 1),
];

let town: Town;
let shop: Shop;
let office: Office;
let known: Record<string, string[]>;
let failures: unknown[];

beforeAll(async () => {
  const logger = {
    info: () => {},
    warn: () => {},
    error: (_: string, more: { error?: Error }) => void failures.push(more.error?.stack ?? more),
  };
  failures = [];
  town = await townOf(
    await testWorld({ now: testClock('2026-11-10T09:00:00.000+07:00').now, logger: logger as never }),
  );
  await town.founds('35.73');
  shop = await town.opens('35.73');
  office = await town.seatsOffice('35.73', 1_000_000_000);
  await town.seats('city:35.73', 'reader', 'inspectorate');
  await town.seats('province:35', 'province', 'province-admin');
  const goods = await Promise.all(
    ['Nasi', 'Teh'].map((name) => town.offers(shop, { name, amount: 1_000_000, priceRupiah: 1_000 })),
  );
  const sewing = await town.offers(shop, { name: 'Jahit', supply: 'capacity', amount: 1_000_000 });
  const mine = await town.buys('ani', goods[0] as never);
  const ours = await town.orders(office, goods[0] as never);
  const sent = await town.buys('ani', goods[0] as never);
  await town.moves(shop.owner, 'accept', sent);
  await town.moves(shop.owner, 'deliver', sent);
  known = {
    city: ['35.73'],
    cityCode: ['35.73'],
    province: ['35'],
    district: ['35.73.02', '35.73.03'],
    village: ['35.73.02.1001'],
    code: ['35.73.02', '35.73.02.1001'],
    merchantId: [shop.merchantId],
    productId: [...goods, sewing].map(({ productId }) => productId),
    orderId: [mine.orderId, ours.orderId, sent.orderId],
    agencyId: [office.agencyId],
    budgetCode: [office.budgetCode],
    year: ['2026'],
    month: ['2026-11', '2026-10'],
    scope: [`merchant:${shop.merchantId}`, 'city:35.73', `agency:${office.agencyId}`, 'country'],
    person: ['ani', 'sri'],
    deliverOn: ['2026-11-11'],
    eventDate: ['2026-11-12'],
    deliversTo: ['35.73.02'],
  };
});

/** Somebody each kind of people is, so that requests come past the door. */
const personOf = (who: readonly Kind[]): string | undefined => {
  const people: Partial<Record<Kind, string>> = {
    'signed-in': 'ani',
    owner: shop.owner,
    staff: shop.owner,
    buyer: who.includes('approver') ? office.approver : 'ani',
    approver: office.approver,
    treasurer: office.treasurer,
    'city-admin': town.adminOf('35.73'),
    inspectorate: 'reader',
    'province-admin': 'province',
    operator: 'operator',
  };
  return who.map((kind) => people[kind]).find((person) => person !== undefined);
};

/** Values a schema describes; where the market knows such an object, often one it knows. */
const arbitrary = (given: unknown, root: Schema, name = '', depth = 0): fc.Arbitrary<Json> => {
  const schema = asSchema(given);
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const definition = (root['$defs'] as Record<string, Schema>)[reference.replace('#/$defs/', '')] ?? {};
    return arbitrary(definition, root, name, depth + 1);
  }
  if (depth > 12) return fc.constant(null);
  const real = known[name];
  const described = (): fc.Arbitrary<Json> => {
    if ('const' in schema) return fc.constant(schema['const']);
    if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum']);
    const options = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as Schema[] | undefined;
    if (options) return fc.oneof(...options.map((one) => arbitrary(one, root, name, depth + 1)));
    switch (schema['type']) {
      case 'object': {
        const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
        const required = (schema['required'] ?? []) as string[];
        const shape = Object.fromEntries(properties.map(([key, one]) => [key, arbitrary(one, root, key, depth + 1)]));
        return fc.record(shape, { requiredKeys: required.filter((key) => key in shape) });
      }
      case 'array': {
        const most = Math.min(Number(schema['maxItems'] ?? 4), 4);
        return fc.array(arbitrary((schema['items'] ?? {}) as Schema, root, name, depth + 1), {
          minLength: Math.min(Number(schema['minItems'] ?? 0), most),
          maxLength: most,
        });
      }
      case 'string': {
        const pattern = schema['pattern'];
        if (schema['format'] === 'date') return fc.constantFrom('2026-11-12', '2026-11-30', '2028-02-29');
        // Patterns with look-ahead are left to the known values and the bent ones.
        if (typeof pattern === 'string' && !pattern.includes('(?') && !pattern.startsWith('^[^'))
          return fc.stringMatching(new RegExp(pattern), { maxLength: 90 } as never);
        return fc.string({
          unit: 'grapheme-ascii',
          minLength: Number(schema['minLength'] ?? 1),
          maxLength: Math.min(Number(schema['maxLength'] ?? 20), 30),
        });
      }
      case 'integer':
      case 'number': {
        const least = Math.max(Number(schema['minimum'] ?? 0), -1_000);
        return fc.integer({
          min: Math.ceil(least),
          max: Math.max(Math.ceil(least), Math.min(Number(schema['maximum'] ?? 1_000), least + 5_000)),
        });
      }
      case 'boolean':
        return fc.boolean();
      default:
        return fc.constantFrom(null, 1, 'x');
    }
  };
  if (!real) return described();
  return fc.oneof({ arbitrary: fc.constantFrom(...real), weight: 6 }, { arbitrary: described(), weight: 1 });
};

const isObject = (value: Json): value is Record<string, Json> => typeof value === 'object' && value !== null;
/** The places of a value: every path to something in it. */
const placesIn = (value: Json, at: string[] = []): string[][] =>
  isObject(value) ? [at, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...at, key]))] : [at];
const withAt = (value: Json, [key, ...rest]: string[], change: (old: Json) => Json): Json => {
  if (key === undefined) return change(value);
  const copy: Record<string, Json> | Json[] = Array.isArray(value)
    ? [...value]
    : { ...(value as Record<string, Json>) };
  (copy as Record<string, Json>)[key] = withAt((copy as Record<string, Json>)[key], rest, change);
  return copy;
};

type Bend = { place: number; how: number; value: number };
const bend = (value: Json, { place, how, value: which }: Bend): Json => {
  const places = placesIn(value);
  const at = places[place % places.length] ?? [];
  const evil = hostile[which % hostile.length];
  switch (how % 4) {
    case 0: // Another value in its place.
      return withAt(value, at, () => evil);
    case 1: // A field nobody asked for.
      return withAt(value, at, (old) =>
        isObject(old) && !Array.isArray(old)
          ? { ...old, [typeof evil === 'string' && evil.length < 100 ? evil : 'extra']: evil }
          : evil,
      );
    case 2: // One too many, one too few.
      return withAt(value, at, (old) =>
        Array.isArray(old)
          ? [...old, ...old, evil]
          : isObject(old)
            ? Object.fromEntries(Object.entries(old).slice(1))
            : evil,
      );
    default: // The right thing, as text, or in a list.
      return withAt(value, at, (old) => (typeof old === 'number' ? String(old) : [old]));
  }
};
const bends = fc.array(fc.record({ place: fc.nat(60), how: fc.nat(40), value: fc.nat(500) }), { maxLength: 3 });

const schemaOf = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
const asText = (value: Json): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'object'
      ? textOf(value)
      : value === BEYOND
        ? '1e309'
        : String(value);
const texts = (value: Json): Record<string, string> =>
  isObject(value) && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one).replace(BEYOND, '1e309')]))
    : {};

const strange = (strings: fc.Arbitrary<Json>) =>
  fc.oneof({ arbitrary: strings, weight: 4 }, { arbitrary: fc.constantFrom(...hostile), weight: 1 });
const header = fc.oneof(
  { arbitrary: fc.constant(undefined), weight: 5 },
  {
    arbitrary: fc.constantFrom('"1"', '1', '', ' ', 'x'.repeat(256), 'é', '"99999999999"', '*', 'k-1', '#'),
    weight: 1,
  },
);

/** Requests a route may be sent: mostly sound, bent in up to three places. */
const requests = (key: Key) => {
  const route = routeOf(key);
  const part = (schema: z.ZodType | undefined) =>
    schema ? arbitrary(schemaOf(schema), schemaOf(schema)) : fc.constant(undefined);
  return fc.record({
    params: strange(part(route.params)),
    query: strange(part(route.query)),
    body: part(route.body),
    bendBody: bends,
    bendParams: fc.oneof({ arbitrary: fc.constant([] as Bend[]), weight: 4 }, { arbitrary: bends, weight: 1 }),
    idempotency: header,
    match: header,
  });
};
type Request = ReturnType<typeof requests> extends fc.Arbitrary<infer T> ? T : never;

const askOf = (request: Request) => {
  const params = texts(request.bendParams.reduce<Json>(bend, request.params));
  const query = texts(request.query);
  const headers = {
    'content-type': 'application/json',
    ...(request.idempotency === undefined ? {} : { 'idempotency-key': request.idempotency }),
    ...(request.match === undefined ? {} : { 'if-match': request.match }),
  };
  return {
    params,
    query,
    headers,
    ...(request.body === undefined ? {} : { rawBody: textOf(request.bendBody.reduce<Json>(bend, request.body)) }),
  };
};

const soundAnswer = (key: Key, { status, headers, body }: Awaited<ReturnType<Town['ask']>>) => {
  expect(status, `${key}: ${JSON.stringify(failures.at(-1))}`).toBeLessThan(500);
  if (status < 400) return;
  const { refusal } = routeOf(key);
  if (refusal) {
    if (typeof body === 'object') refusal.parse(body);
    return;
  }
  const told = body as { code: keyof typeof problems; title: string; errors?: { pointer: string; detail: string }[] };
  expect(headers['content-type']).toBe('application/problem+json');
  expect(problems[told.code], told.code).toBe(status);
  for (const { pointer, detail } of told.errors ?? []) {
    expect(pointer).toMatch(/^(#\/(path|query|header)\/|\/)/);
    expect(detail.length).toBeLessThan(400);
  }
  const general = [
    'invalid_request',
    'malformed_json',
    'body_too_large',
    'unsupported_media_type',
    'sign_in_required',
    'month_invalid',
    'changed_meanwhile',
  ];
  expect(
    [...general, ...(routeOf(key).problems ?? [])],
    `${key} answered ${told.code}, which its contract does not name`,
  ).toContain(told.code);
};

describe('any input', () => {
  test.each(routeKeys.filter((key) => !routeOf(key).binary))(
    'to %s is served or refused, and never breaks anything',
    async (key) => {
      const person = personOf(routeOf(key).who);
      const numRuns = routeOf(key).body ? 120 : 40;
      await fc.assert(
        fc.asyncProperty(requests(key), async (request) => {
          soundAnswer(key, await town.ask(key, person, askOf(request)));
        }),
        { numRuns },
      );
    },
  );

  test.each(routeKeys.filter((key) => routeOf(key).body))(
    'to %s that is hostile from the root is refused',
    async (key) => {
      const params = schemaOf(routeOf(key).params ?? z.object({}));
      const real = texts(fc.sample(arbitrary(params, params), 1)[0]);
      for (const rawBody of [...hostile.map(textOf), abyss, `{"a":${abyss}}`, `[${'1,'.repeat(20_000)}1]`]) {
        const answer = await town.ask(key, personOf(routeOf(key).who), { params: real, rawBody });
        soundAnswer(key, answer);
        // An object of no fields may be a sound wish; anything else is not.
        if (!rawBody.startsWith('{')) expect(answer.status).toBeGreaterThanOrEqual(400);
      }
    },
  );

  test('to an upload is a picture or is refused', async () => {
    const key = 'POST /merchants/{merchantId}/photos';
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), fc.boolean(), async (bytes, begins, ends) => {
        const picture = Buffer.concat([
          Buffer.from(begins ? [0xff, 0xd8] : []),
          Buffer.from(bytes),
          Buffer.from(ends ? [0xff, 0xd9] : []),
        ]);
        const answer = await town.ask(key, shop.owner, {
          params: { merchantId: shop.merchantId },
          rawBody: picture.toString('latin1'),
          headers: { 'content-type': 'image/jpeg' },
        });
        soundAnswer(key, answer);
      }),
      { numRuns: 200 },
    );
  });
});

/** Whether a schema says it, itself or in one of its parts: several patterns of one text are parts. */
const said = (schema: Schema, limit: string): boolean =>
  [schema, ...((schema['allOf'] ?? []) as Schema[])].some((part) => limit in part);

/** Every object an input schema describes, with its path. */
const objectsIn = (given: unknown, root: Schema, at = '', seen = 0): { at: string; schema: Schema }[] => {
  const schema = asSchema(given);
  if (seen > 12) return [];
  const reference = schema['$ref'];
  if (typeof reference === 'string')
    return objectsIn(
      (root['$defs'] as Record<string, Schema>)[reference.replace('#/$defs/', '')] ?? {},
      root,
      at,
      seen + 1,
    );
  const inner = [
    ...Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).flatMap(([key, one]) =>
      objectsIn(one, root, `${at}/${key}`, seen + 1),
    ),
    ...((schema['anyOf'] ?? schema['oneOf'] ?? []) as Schema[]).flatMap((one) => objectsIn(one, root, at, seen + 1)),
    ...(schema['items'] ? objectsIn(schema['items'] as Schema, root, `${at}/*`, seen + 1) : []),
  ];
  return schema['type'] === 'object' ? [{ at: at || '/', schema }, ...inner] : inner;
};
const resolved = (given: unknown, root: Schema): Schema => {
  const reference = asSchema(given)['$ref'];
  return typeof reference === 'string'
    ? asSchema((root['$defs'] as Record<string, Schema>)[reference.replace('#/$defs/', '')])
    : asSchema(given);
};
const limitsMissing = (given: unknown, root: Schema, at = '', seen = 0): string[] => {
  const schema = asSchema(given);
  if (seen > 12) return [];
  const reference = schema['$ref'];
  if (typeof reference === 'string')
    return limitsMissing(
      (root['$defs'] as Record<string, Schema>)[reference.replace('#/$defs/', '')] ?? {},
      root,
      at,
      seen + 1,
    );
  const own =
    schema['type'] === 'array' && schema['maxItems'] === undefined
      ? [`${at} has no most items`]
      : schema['type'] === 'string' &&
          !['maxLength', 'pattern', 'enum', 'const', 'format'].some((limit) => said(schema, limit))
        ? [`${at} has no most length`]
        : (schema['type'] === 'integer' || schema['type'] === 'number') &&
            !('maximum' in schema || 'const' in schema || 'enum' in schema)
          ? [`${at} has no most`]
          : [];
  return [
    ...own,
    ...Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).flatMap(([key, one]) =>
      limitsMissing(one, root, `${at}/${key}`, seen + 1),
    ),
    ...((schema['anyOf'] ?? schema['oneOf'] ?? []) as Schema[]).flatMap((one) =>
      limitsMissing(one, root, at, seen + 1),
    ),
    ...(schema['items'] ? limitsMissing(schema['items'] as Schema, root, `${at}/*`, seen + 1) : []),
  ];
};

describe('an input schema', () => {
  const bodies = routeKeys.flatMap((key) =>
    routeOf(key).body ? [[key, schemaOf(routeOf(key).body as z.ZodType)] as const] : [],
  );

  test.each(bodies)('of %s takes no field nobody asked for, at any depth', (_, schema) => {
    // A map whose keys are named one by one takes no other either.
    const closed = ({ schema: of }: { schema: Schema }) =>
      of['additionalProperties'] === false || 'enum' in resolved(of['propertyNames'], schema);
    const open = objectsIn(schema, schema).filter((one) => !closed(one));
    expect(open.map(({ at }) => at)).toEqual([]);
  });

  // A policy's numbers have their bounds in the rules of ranking, which answer `policy_out_of_range`.
  const bounded = bodies.filter(([key]) => !routeOf(key).problems?.includes('policy_out_of_range'));
  test.each(bounded)('of %s has a most for everything', (_, schema) => {
    expect(limitsMissing(schema, schema)).toEqual([]);
  });

  test('has no pattern that takes long, whatever it is given', () => {
    const patterns = new Set<string>();
    const collect = (value: Json): void => {
      if (!isObject(value)) return;
      if (typeof value['pattern'] === 'string') patterns.add(value['pattern']);
      for (const one of Object.values(value)) collect(one);
    };
    for (const key of routeKeys)
      for (const part of [routeOf(key).body, routeOf(key).params, routeOf(key).query])
        if (part) collect(schemaOf(part));
    expect(patterns.size).toBeGreaterThan(10);
    const long = ['a', '0', '1.', '.', ' ', '-', '0.0', 'a.', '+', '()', '2026-', '\u00e9', 'mrc_0', '35.'].flatMap(
      (piece) => [piece.repeat(20_000), `${piece.repeat(20_000)}!`, `!${piece.repeat(20_000)}`],
    );
    for (const pattern of patterns) {
      const regex = new RegExp(pattern, 'u');
      const before = process.cpuUsage();
      for (const text of long) regex.test(text);
      const { user } = process.cpuUsage(before);
      expect(user / 1000, pattern).toBeLessThan(400);
    }
  });
});
