import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Route } from '../../shared/contract/route/route.ts';
import type { Input, Key, Output } from '../../shared/contract.ts';
import type { Person, SeatedCaller } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import type { Found, Reads } from '../../shared/table/engine/reads.ts';
import { rerunOnStale, Stale } from '../../shared/table/engine/retries.ts';
import type { World } from '../world.ts';
import { answer } from './answer.ts';
import { callerOf, callerWith, type Wanted } from './caller.ts';
import { recordingHelp } from './helper-record.ts';
import { parseRequest } from './parse-request.ts';
import { type RequestMeta, requestMeta } from './request-meta.ts';

/** A request before anybody knows who asks: parsed input, an upload's bytes, what it says of itself. */
export type Request<K extends Key> = Input<K> & RequestMeta & { readonly bytes: Uint8Array };
/** What an operation is asked: the request, and who asks (nobody on public routes). */
export type Ask<K extends Key> = Request<K> & { readonly caller: SeatedCaller };

export type Endpoint = {
  readonly key: Key;
  /** The route comes with the request: an endpoint names its own, and carries no other context's schemas. */
  readonly run: (
    event: APIGatewayProxyEventV2,
    world: World,
    route: Route,
  ) => Promise<APIGatewayProxyStructuredResultV2>;
  /** How whoever asks is refused, faults of ours included, where that is not a problem of RFC 9457. */
  readonly refuses?: (problem: Problem, event: APIGatewayProxyEventV2) => APIGatewayProxyStructuredResultV2;
};

const RERUNS = 8;

/**
 * One operation of the contract: its input parsed before, its answer parsed after (so an undeclared field cannot leak),
 * run again from its reads when a commit finds that somebody wrote in between.
 */
export const endpoint = <K extends Key>(
  key: K,
  operation: (ask: Ask<K>, world: World) => Promise<Output<K>>,
): Endpoint =>
  endpointOf(key, async (request, event, world, route) => {
    const caller = await callerOf(route, event, world);
    return operation({ ...request, caller }, recordingHelp(world, caller, route));
  });

/**
 * The same for an operation that can say beforehand what it reads: the caller's seats and all of that come with one
 * call. One SDK call costs more than everything else a request does.
 */
export const readingEndpoint = <K extends Key, R extends Reads>(
  key: K,
  wanted: (request: Request<K>, world: World, person: Person) => Wanted<R> | Promise<Wanted<R>>,
  operation: (ask: Ask<K> & { readonly found: Found<R> }, world: World) => Promise<Output<K>>,
): Endpoint =>
  endpointOf(key, async (request, event, world, route) => {
    const asked = await callerWith(event, world, (person) => wanted(request, world, person));
    return operation({ ...request, ...asked }, recordingHelp(world, asked.caller, route));
  });

const endpointOf = <K extends Key>(
  key: K,
  run: (request: Request<K>, event: APIGatewayProxyEventV2, world: World, route: Route) => Promise<Output<K>>,
): Endpoint => ({
  key,
  run: async (event, world, route) => {
    const parsed = parseRequest(route, event);
    const request = { ...parsed, ...requestMeta(key, event, parsed, world) } as Request<K>;
    // Everything is read again with every attempt: a role taken away while one waited is gone for the next.
    const output = await rerunOnStale(world.table, RERUNS, () => run(request, event, world, route)).catch(tellStale);
    return answer(route, output);
  },
});

const tellStale = (error: unknown): never => {
  if (!(error instanceof Stale)) throw error;
  throw new Problem('changed_meanwhile', 'Data ini sedang diubah orang lain. Muat ulang, lalu coba lagi.');
};
