import { chainOf } from '../../shared/domain/audit/act.ts';
import { requireRoleFits, type SeatedCaller } from '../../shared/domain/people/caller.ts';
import {
  type InvitationLink,
  linkExpiry,
  linkIdOf,
  requireLinkable,
} from '../../shared/domain/people/invitation-link.ts';
import { namedAs } from '../../shared/domain/people/seat.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { getLink, insertLink, linksOf, removeLink } from '../../shared/table/people/invitation-links.ts';
import { getInvitation, removeInvitation } from '../../shared/table/people/invitations.ts';
import { getMembership, membershipStands } from '../../shared/table/people/memberships.ts';
import { countInvited, takeSeat } from '../../shared/table/people/seats.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';
import { claimWrites, isClaim } from './claim-link.ts';
import { recordSeat } from './record-seat.ts';
import { expectSeatable } from './scopes.ts';
import { stillMeant } from './still-meant.ts';

const noLink = () =>
  new Problem('invitation_not_found', 'Tautan undangan ini sudah dipakai, sudah ditarik, atau lewat waktunya.');

const recordLink = (world: World, act: 'link-made' | 'link-withdrawn', link: InvitationLink, caller: SeatedCaller) => {
  const { scope, city, role, linkId } = link;
  const chain = chainOf(scope, city);
  return recordAct(
    world.table,
    {
      chain,
      at: world.now(),
      by: caller.person,
      act,
      subjects: [scope, linkId],
      person: null,
      details: { role },
    },
    caller,
  );
};

/** The token is told now and never again: the table keeps its hash. */
export const makeInvitationLink = endpoint('POST /scopes/{scope}/invitation-links', async (ask, world) => {
  const { scope } = ask.params;
  const { name, city } = await expectSeatable(world, ask.caller, scope);
  requireRoleFits(scope, ask.body.role);
  requireLinkable(scope, ask.body.role);
  const [token, at, by] = [world.newId('tkn'), world.now(), ask.caller.person];
  const link: InvitationLink = {
    linkId: linkIdOf(token),
    scope,
    role: ask.body.role,
    city,
    name,
    ...namedAs(ask.body.personName),
    invitedBy: by,
    invitedAt: at,
    expiresAt: linkExpiry(at),
    version: 1,
  };
  const recorded = await recordLink(world, 'link-made', link, ask.caller);
  await commit(world.table, [
    insertLink(link),
    countInvited(scope, 1),
    countToday('invitation', scope, at),
    ...recorded,
  ]);
  return { ...link, token };
});

export const listInvitationLinks = endpoint(
  'GET /scopes/{scope}/invitation-links',
  async ({ params, query, caller }, world) => {
    const { scope } = params;
    await expectSeatable(world, caller, scope);
    return page(world, `links of ${scope}`, query, (request) => linksOf(world.table, scope, request));
  },
);

export const withdrawInvitationLink = endpoint(
  'DELETE /scopes/{scope}/invitation-links/{linkId}',
  async ({ params, caller }, world) => {
    await expectSeatable(world, caller, params.scope);
    const link = await getLink(world.table, params);
    if (!link) throw noLink();
    const recorded = await recordLink(world, 'link-withdrawn', link, caller);
    await commit(world.table, [removeLink(link), countInvited(params.scope, -1), ...recorded]);
    return null;
  },
);

const stillMeantWrites = async (world: World, link: InvitationLink) => {
  const right = await stillMeant(world, link);
  return right && [membershipStands(right)];
};

/**
 * Whoever holds the link takes the role, in one write and once, and with it the invitation of their account, if there is
 * one. Who belongs there already keeps what they have.
 */
export const acceptInvitationLink = endpoint(
  'POST /me/invitation-links/accept',
  async ({ body: { scope, token }, caller }, world) => {
    const { person } = caller;
    const [link, held, invitation] = await Promise.all([
      getLink(world.table, { scope, linkId: linkIdOf(token) }),
      getMembership(world.table, person, scope),
      getInvitation(world.table, person, scope),
    ]);
    if (held) return held;
    const meant =
      link && (isClaim(link) ? await claimWrites(world, link, caller) : await stillMeantWrites(world, link));
    if (!link || !meant) throw noLink();
    const { role, city, name, personName, invitedBy } = link;
    const given = { grantedBy: invitedBy, grantedAt: world.now(), version: 1 };
    const seat = { person, scope, role, city, name, ...namedAs(personName), ...given };
    const recorded = await recordSeat(world, 'seat-taken', seat, caller);
    const answered = [removeLink(link), ...(invitation ? [removeInvitation(invitation)] : [])];
    await commit(world.table, [...takeSeat(seat, { invited: answered.length }), ...answered, ...meant, ...recorded]);
    world.cache.delete(`roles ${person}`);
    return seat;
  },
);
