import type * as z from 'zod';
import type { ProblemCode } from '../../problem.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** API Gateway's own route key: CDK takes it, the event carries it, the client and OpenAPI use it, grep finds it. */
export type RouteKey = `${Method} /${string}`;

/**
 * The kinds of people a route can serve. The table-driven access test walks every route with every kind: who is listed
 * is served, everybody else is refused, so this list cannot drift from the code.
 */
export type Kind =
  | 'anybody'
  | 'signed-in'
  | 'owner'
  | 'staff'
  | 'buyer'
  | 'approver'
  | 'treasurer'
  | 'city-admin'
  | 'inspectorate'
  | 'mentor'
  | 'district-officer'
  | 'bank-officer'
  | 'field-officer'
  | 'province-admin'
  | 'partner'
  | 'operator';

export type Route = {
  readonly operation: string;
  readonly summary: string;
  /** Public routes carry no token; every other route passes the JWT authorizer. */
  readonly access: 'public' | 'signed-in';
  readonly who: readonly Kind[];
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Bytes instead of JSON, with their media types. */
  readonly binary?: readonly string[];
  /** The most bytes an upload may have; a photo's, unless it says so. */
  readonly mostBytes?: number;
  /** Media types of an answer that is a file; its response is then a `Download`. */
  readonly produces?: readonly string[];
  /** What the JSON among them holds. */
  readonly json?: z.ZodType;
  readonly response: z.ZodType;
  readonly status?: 200 | 201 | 202 | 204;
  /** Honours Idempotency-Key: a repeat answers the first result. */
  readonly idempotent?: true;
  readonly problems?: readonly ProblemCode[];
  /** What a refusal holds as JSON, where the route follows a standard that has its own; RFC 9457 else. */
  readonly refusal?: z.ZodType;
  /** Requests a second the stage lets through before it answers 429; left out, the stage's default. */
  readonly rate?: number;
  /** Seconds a public answer may be kept. */
  readonly cacheSeconds?: number;
  /** By whom: any shared cache, or only the browser that asked, where every person's look must reach the function. */
  readonly cachedBy?: 'anybody' | 'browser';
};
export type Routes = Record<RouteKey, Route>;

/**
 * Every key a route is reached by: what anybody may GET, anybody may ask the HEAD of, as link checkers of open data do.
 * API Gateway does not do that by itself.
 */
export const keysOf = (key: string, { access }: Pick<Route, 'access'>): string[] =>
  access === 'public' && key.startsWith('GET ') ? [key, key.replace('GET ', 'HEAD ')] : [key];
