import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import type { Route } from '../../shared/contract/route/route.ts';
import { type Flaw, Problem } from '../../shared/problem.ts';
import { flawSentence } from './flaw-sentences.ts';
import { readBytes } from './read-bytes.ts';
import { readJson } from './read-json.ts';

/** Every flaw is told in Indonesian, like the sentence above it. */
z.config({ localeError: flawSentence });

export type Parsed = {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** An upload's bytes; empty on routes that take JSON. */
  readonly bytes: Uint8Array;
};

/** A flaw per issue, and so many of a part that a person can still read them. */
const MOST_FLAWS = 50;
const MOST_UNKNOWN = 20;

const pointerPart = (part: PropertyKey) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** A price is bounded as a number, as money and as a price, each narrower than the one before: who typed it is told the last. */
const narrowest = ({ issues }: z.ZodError) =>
  new Map(issues.map((issue) => [/^too/.test(issue.code) ? issue.code + issue.path : issue, issue])).values();

const flawsOf = (error: z.ZodError, prefix: string): Flaw[] =>
  [...narrowest(error)].flatMap((issue) => {
    const at = `${prefix}${issue.path.map(pointerPart).join('')}`;
    if (issue.code !== 'unrecognized_keys') return [{ pointer: at || '/', detail: issue.message }];
    return issue.keys
      .slice(0, MOST_UNKNOWN)
      .map((key) => ({ pointer: `${at}${pointerPart(key.slice(0, 80))}`, detail: 'Kolom ini tidak dikenal.' }));
  });

/** Path, query and body by the contract; refused with every flaw at once, each at its pointer. */
export const parseRequest = (route: Route, event: APIGatewayProxyEventV2): Parsed => {
  const flaws: Flaw[] = [];
  const part = (schema: z.ZodType | undefined, value: unknown, prefix: string): unknown => {
    if (!schema) return undefined;
    const parsed = schema.safeParse(value);
    if (!parsed.success) flaws.push(...flawsOf(parsed.error, prefix).slice(0, MOST_FLAWS));
    return parsed.data;
  };
  const params = part(route.params, event.pathParameters ?? {}, '#/path') ?? {};
  const query = part(route.query, event.queryStringParameters ?? {}, '#/query') ?? {};
  const body = part(route.body, route.body ? readJson(event) : undefined, '');
  const wrongMonth = flaws.length === 1 && flaws[0]?.pointer === '#/path/month';
  if (wrongMonth) throw new Problem('month_invalid', 'Bulan ditulis seperti 2026-11.', flaws);
  if (flaws.length > 0) throw new Problem('invalid_request', `Ada ${flaws.length} isian yang perlu diperbaiki.`, flaws);
  return { params, query, body, bytes: readBytes(route, event) };
};
