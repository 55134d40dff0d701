import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Route } from '../../shared/contract/route/route.ts';
import { contexts } from '../../shared/contract.ts';
import { type ProblemCode, problems } from '../../shared/problem.ts';

const ProblemDocument = z
  .object({
    type: z.string().meta({ example: '/masalah#stock_too_little' }),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    title: z.string().describe('One Indonesian sentence: what is wrong and how to mend it'),
    status: z.int(),
    instance: z.string().describe('Number of this request, to quote when asking for help'),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string(), figure: z.int().optional() })).optional(),
  })
  .meta({ id: 'Problem' });

/** Codes any route can answer, beside its own. */
const general = (route: Route): ProblemCode[] => [
  ...(route.params || route.query || route.body ? (['invalid_request'] as const) : []),
  ...(route.body ? (['malformed_json', 'body_too_large', 'unsupported_media_type'] as const) : []),
  ...(route.access === 'public' ? [] : (['sign_in_required', 'changed_meanwhile'] as const)),
  'too_busy',
  'internal',
];

const refusals = (route: Route) => {
  const byStatus = new Map<number, Set<ProblemCode>>();
  for (const code of [...(route.problems ?? []), ...general(route)])
    byStatus.set(problems[code], (byStatus.get(problems[code]) ?? new Set()).add(code));
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [
        String(status),
        {
          description: [...codes].map((code) => `\`${code}\``).join(', '),
          content: route.refusal
            ? Object.fromEntries(
                (route.produces ?? []).map((type) => [
                  type,
                  { schema: type === 'application/json' ? route.refusal : { type: 'string' } },
                ]),
              )
            : { 'application/problem+json': { schema: ProblemDocument } },
        },
      ]),
  );
};

const headersOf = (route: Route, method: string) =>
  z.object({
    ...(route.idempotent
      ? {
          'Idempotency-Key': z
            .string()
            .max(255)
            .optional()
            .describe('A repeat under the same key answers the first result'),
        }
      : {}),
    ...(route.problems?.includes('version_mismatch') && method !== 'get'
      ? { 'If-Match': z.string().optional().describe('The version last seen, as in ETag') }
      : {}),
  });

const operationOf = (route: Route, context: string, method: string): ZodOpenApiOperationObject => {
  const header = headersOf(route, method);
  const status = route.status ?? 200;
  return {
    operationId: route.operation,
    summary: route.summary,
    tags: [context],
    description: `For: ${route.who.join(', ')}.`,
    ...(route.access === 'public' ? { security: [] } : {}),
    requestParams: {
      ...(route.params && Object.keys(route.params.shape).length > 0 ? { path: route.params } : {}),
      ...(route.query ? { query: route.query } : {}),
      ...(Object.keys(header.shape).length > 0 ? { header } : {}),
    },
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } } : {}),
    ...(route.binary
      ? {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              route.binary.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
            ),
          },
        }
      : {}),
    responses: {
      [String(status)]:
        status === 204
          ? { description: 'Done' }
          : {
              description: 'Done',
              content: route.produces
                ? Object.fromEntries(
                    route.produces.map((type) => [
                      type,
                      {
                        schema:
                          type === 'application/json' && route.json ? route.json : { type: 'string', format: 'binary' },
                      },
                    ]),
                  )
                : { 'application/json': { schema: route.response } },
            },
      ...refusals(route),
    } as ZodOpenApiOperationObject['responses'],
  };
};

/** The whole contract as OpenAPI 3.1. */
export const openApi = () => {
  const paths: ZodOpenApiPathsObject = {};
  for (const [context, routes] of Object.entries(contexts))
    for (const [key, route] of Object.entries(routes)) {
      const [method, path] = key.split(' ') as [string, string];
      paths[path] = {
        ...paths[path],
        [method.toLowerCase()]: operationOf(route as Route, context, method.toLowerCase()),
      };
    }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Pasar Rata',
      version: '1.0.0',
      description:
        'The public marketplace of a local government. Sentences are Indonesian; codes, names and this document are English.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/api' }],
    security: [{ signIn: [] }],
    components: {
      securitySchemes: {
        signIn: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token of the OIDC issuer. Roles are memberships in the market, not claims.',
        },
      },
    },
    paths,
  });
};

const file = fileURLToPath(new URL('../../docs/openapi.json', import.meta.url));
export const written = (): string => readFileSync(file, 'utf8');
export const rendered = (): string => `${JSON.stringify(openApi(), null, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(file, rendered());
  process.stdout.write(`docs/openapi.json: ${Object.keys(openApi().paths ?? {}).length} paths\n`);
}
