import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Route } from '../../shared/contract/route.ts';
import { type Caller, Person } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { membershipsOf } from '../../shared/table/memberships.ts';
import { cachedFor } from '../reads/cached-for.ts';
import type { World } from '../world.ts';

type Claims = Record<string, unknown>;
export const claimsOf = (event: APIGatewayProxyEventV2): Claims | undefined =>
  (event.requestContext as { authorizer?: { jwt?: { claims?: Claims } } }).authorizer?.jwt?.claims;

const NOBODY: Caller = { person: 'nobody', memberships: [] };
/** A reader's roles may be this old; whoever writes is looked up again, so a revoked role loses at once. */
const ROLE_SECONDS = 5;

export const callerOf = async (route: Route, event: APIGatewayProxyEventV2, world: World): Promise<Caller> => {
  if (route.access === 'public') return NOBODY;
  const claims = claimsOf(event);
  const person = Person.safeParse(claims?.['sub']);
  // An ID token proves who somebody is, not that they may call an API: only access tokens pass.
  const isAccess =
    claims?.['token_use'] === 'access' || (claims?.['token_use'] === undefined && 'scope' in (claims ?? {}));
  if (!person.success || !isAccess) throw new Problem('sign_in_required', 'Masuk dulu untuk melanjutkan.');
  const read = () => membershipsOf(world.table, person.data);
  const memberships =
    event.requestContext.http.method === 'GET'
      ? await cachedFor(world, `roles ${person.data}`, ROLE_SECONDS, read)
      : await read();
  return { person: person.data, memberships };
};
