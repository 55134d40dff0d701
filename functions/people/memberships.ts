import {
  type Caller,
  idOf,
  kindOf,
  type Membership,
  maySeat,
  type Role,
  requireRoleFits,
} from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { getAgency } from '../../shared/table/agencies.ts';
import { getCity } from '../../shared/table/cities.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import {
  getMembership,
  MOST_MEMBERSHIPS,
  membershipStands,
  membershipsOf,
  membersOf,
  removeMembership,
  saveMembership,
} from '../../shared/table/memberships.ts';
import { getMerchant } from '../../shared/table/merchants.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';

export const readMe = endpoint('GET /me', async ({ caller }, { table }) => ({
  person: caller.person,
  memberships: await membershipsOf(table, caller.person),
}));

type ScopeFacts = { readonly name: string; readonly city: string | null };
const facts: Record<ReturnType<typeof kindOf>, (world: World, id: string) => Promise<ScopeFacts | undefined>> = {
  merchant: async ({ table }, id) => named(await getMerchant(table, id)),
  agency: async ({ table }, id) => named(await getAgency(table, id)),
  city: async ({ table }, id) => named(await getCity(table, id)),
  province: async (_, id) => ({ name: `Provinsi ${id}`, city: null }),
  country: async () => ({ name: 'Indonesia', city: null }),
};
const named = (found: { name: string; cityCode: string } | undefined): ScopeFacts | undefined =>
  found && { name: found.name, city: found.cityCode };

/** The place, for who may seat people in it; to others it does not exist. */
const expectSeatable = async (world: World, caller: Caller, scope: string): Promise<ScopeFacts> => {
  const found = await facts[kindOf(scope)](world, idOf(scope));
  if (!found || !maySeat(caller, scope, found.city)) throw new Problem('not_found', 'Tempat ini tidak ditemukan.');
  return found;
};

/** The role that can seat others in its place: somebody must always hold it. */
const keeper: Record<ReturnType<typeof kindOf>, Role> = {
  merchant: 'owner',
  agency: 'approver',
  city: 'city-admin',
  province: 'province-admin',
  country: 'operator',
};

/**
 * Refuses to leave a shop without an owner, a city without an admin. Offices are always reachable by their city. Answers
 * the write that makes sure the other keeper still is one: two who take each other's role at once cannot both succeed.
 */
const requireKeeper = async (world: World, leaving: Membership): Promise<Write[]> => {
  const role = keeper[kindOf(leaving.scope)];
  if (leaving.role !== role || kindOf(leaving.scope) === 'agency') return [];
  const { items } = await membersOf(world.table, leaving.scope, { limit: MOST_MEMBERSHIPS });
  const others = items.filter((member) => member.role === role && member.person !== leaving.person);
  // The list may be moments behind: who keeps the place is read as it is.
  const found = await Promise.all(
    others.slice(0, 3).map(({ person }) => getMembership(world.table, person, leaving.scope)),
  );
  const other = found.find((membership) => membership?.role === role);
  if (!other) throw new Problem('last_admin', 'Ini pemegang peran terakhir di sini. Tunjuk penggantinya dulu.');
  return [membershipStands(other)];
};

export const listMembers = endpoint('GET /scopes/{scope}/members', async ({ params, query, caller }, world) => {
  await expectSeatable(world, caller, params.scope);
  return page(world, `members ${params.scope}`, query, async (request) => {
    const { items, next } = await membersOf(world.table, params.scope, request);
    const found = await Promise.all(items.map(({ person, scope }) => getMembership(world.table, person, scope)));
    return { items: found.filter((membership) => membership !== undefined), next };
  });
});

export const grantMembership = endpoint(
  'PUT /scopes/{scope}/members/{person}',
  async ({ params, body, caller }, world) => {
    const { scope, person } = params;
    const { name, city } = await expectSeatable(world, caller, scope);
    requireRoleFits(scope, body.role);
    const before = await getMembership(world.table, person, scope);
    if (before?.role === body.role) return before;
    const kept = before ? await requireKeeper(world, before) : [];
    if (!before && (await membershipsOf(world.table, person)).length >= MOST_MEMBERSHIPS)
      throw new Problem('invalid_request', `Satu orang memegang paling banyak ${MOST_MEMBERSHIPS} peran.`);
    const membership = {
      person,
      scope,
      role: body.role,
      city,
      name,
      grantedBy: caller.person,
      grantedAt: world.now(),
      version: (before?.version ?? 0) + 1,
    };
    await commit(world.table, [saveMembership(membership), ...kept]);
    world.cache.delete(`roles ${person}`);
    return membership;
  },
);

export const revokeMembership = endpoint(
  'DELETE /scopes/{scope}/members/{person}',
  async ({ params, caller }, world) => {
    await expectSeatable(world, caller, params.scope);
    const membership = await getMembership(world.table, params.person, params.scope);
    if (!membership) throw new Problem('membership_not_found', 'Orang ini tidak punya peran di sini.');
    const kept = await requireKeeper(world, membership);
    await commit(world.table, [removeMembership(membership), ...kept]);
    world.cache.delete(`roles ${params.person}`);
    return null;
  },
);
