import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Route } from '../../shared/contract/route/route.ts';
import { type Membership, Person, type Scope, type SeatedCaller } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { type Found, type Reads, readTogether } from '../../shared/table/engine/reads.ts';
import { membershipsOf, seatOf } from '../../shared/table/people/memberships.ts';
import { cachedFor } from '../reads/cached-for.ts';
import type { World } from '../world.ts';

type Claims = Record<string, unknown>;
export const claimsOf = (event: APIGatewayProxyEventV2): Claims | undefined =>
  (event.requestContext as { authorizer?: { jwt?: { claims?: Claims } } }).authorizer?.jwt?.claims;

const NOBODY: SeatedCaller = { person: 'nobody', memberships: [] };
/** A reader's roles may be this old; whoever writes is looked up again, so a revoked role loses at once. */
const ROLE_SECONDS = 5;

/** Who the token says it is. @throws Problem sign_in_required */
const personOf = (event: APIGatewayProxyEventV2): Person => {
  const claims = claimsOf(event);
  const person = Person.safeParse(claims?.['sub']);
  // An ID token proves who somebody is, not that they may call an API: only access tokens pass.
  const isAccess =
    claims?.['token_use'] === 'access' || (claims?.['token_use'] === undefined && 'scope' in (claims ?? {}));
  if (!person.success || !isAccess) throw new Problem('sign_in_required', 'Masuk dulu untuk melanjutkan.');
  return person.data;
};

const isRead = ({ requestContext }: APIGatewayProxyEventV2): boolean =>
  ['GET', 'HEAD'].includes(requestContext.http.method);

/** Who asks, with every seat they have. */
export const callerOf = async (route: Route, event: APIGatewayProxyEventV2, world: World): Promise<SeatedCaller> => {
  if (route.access === 'public') return NOBODY;
  const person = personOf(event);
  const read = () => membershipsOf(world.table, person);
  const memberships = isRead(event) ? await cachedFor(world, `roles ${person}`, ROLE_SECONDS, read) : await read();
  return { person, memberships };
};

/** What a request reads before it decides, and the places whose seats it needs; all seats where it cannot tell which. */
export type Wanted<R extends Reads> = { readonly scopes: readonly Scope[] | undefined; readonly reads: R };

/** Who asks, and what the request wants, with one call: the caller has the seats of the named places and no others. */
export const callerWith = async <R extends Reads>(
  event: APIGatewayProxyEventV2,
  world: World,
  wantedBy: (person: Person) => Wanted<R> | Promise<Wanted<R>>,
): Promise<{ caller: SeatedCaller; found: Found<R> }> => {
  const person = personOf(event);
  const { scopes, reads } = await wantedBy(person);
  const [memberships, found] = await Promise.all([
    scopes ? undefined : membershipsOf(world.table, person),
    readTogether(world.table, { ...reads, seats: (scopes ?? []).map((scope) => seatOf(person, scope)) }),
  ]);
  const seats = (found.seats as readonly (Membership | undefined)[]).filter((seat) => seat !== undefined);
  return { caller: { person, memberships: memberships ?? seats }, found: found as Found<R> };
};
