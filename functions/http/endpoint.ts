import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Input, type Key, type Output, routeOf } from '../../shared/contract.ts';
import type { Caller } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { rerunOnStale, Stale } from '../../shared/table/engine/retries.ts';
import type { World } from '../world.ts';
import { answer } from './answer.ts';
import { callerOf } from './caller.ts';
import { parseRequest } from './parse-request.ts';
import { type RequestMeta, requestMeta } from './request-meta.ts';

/** What an operation is asked: parsed input, an upload's bytes, who asks (nobody on public routes), the request itself. */
export type Ask<K extends Key> = Input<K> & RequestMeta & { readonly caller: Caller; readonly bytes: Uint8Array };

export type Endpoint = {
  readonly key: Key;
  readonly run: (event: APIGatewayProxyEventV2, world: World) => Promise<APIGatewayProxyStructuredResultV2>;
};

const RERUNS = 8;

/**
 * One operation of the contract: its input parsed before, its answer parsed after (so an undeclared field cannot leak),
 * run again from its reads when a commit finds that somebody wrote in between.
 */
export const endpoint = <K extends Key>(
  key: K,
  operation: (ask: Ask<K>, world: World) => Promise<Output<K>>,
): Endpoint => {
  const route = routeOf(key);
  return {
    key,
    run: async (event, world) => {
      const parsed = parseRequest(route, event);
      const asked = { ...parsed, ...requestMeta(key, event, parsed, world) };
      const attempt = async () => {
        // With every attempt again: a role taken away while an attempt waited is gone for the next.
        const caller = await callerOf(route, event, world);
        return operation({ ...asked, caller } as Ask<K>, world);
      };
      return answer(route, await rerunOnStale(world.table, RERUNS, attempt).catch(tellStale));
    },
  };
};

const tellStale = (error: unknown): never => {
  if (!(error instanceof Stale)) throw error;
  throw new Problem('changed_meanwhile', 'Data ini sedang diubah orang lain. Muat ulang, lalu coba lagi.');
};
