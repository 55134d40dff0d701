import { isHelpersCall, type Membership, makesUnconfirmed } from '../../shared/domain/people/caller.ts';
import { isOpenInvitation } from '../../shared/domain/people/invitation.ts';
import { namedAs } from '../../shared/domain/people/seat.ts';
import { Problem } from '../../shared/problem.ts';
import { fullPage } from '../../shared/table/engine/pages.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import {
  getInvitation,
  invitationsOf,
  removeInvitation,
  sortOfInvitation,
} from '../../shared/table/people/invitations.ts';
import { getMembership, membershipStands } from '../../shared/table/people/memberships.ts';
import { countInvited, takeSeat } from '../../shared/table/people/seats.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { recordSeat } from './record-seat.ts';
import { stillMeant } from './still-meant.ts';

const noInvitation = () =>
  new Problem('invitation_not_found', 'Undangan ini tidak ada, sudah ditarik, atau sudah lewat waktunya.');

export const listInvitations = endpoint('GET /me/invitations', ({ query, caller }, world) =>
  page(world, `invitations of ${caller.person}`, query, (request) =>
    fullPage(
      request,
      (wider) => invitationsOf(world.table, caller.person, wider),
      (invitation) => isOpenInvitation(invitation, world.now()),
      sortOfInvitation,
    ),
  ),
);

/** Consent: the invitation becomes a seat, in one write and once. */
export const acceptInvitation = endpoint('POST /me/invitations/{scope}/accept', async ({ params, caller }, world) => {
  const { person } = caller;
  const [invitation, held] = await Promise.all([
    getInvitation(world.table, person, params.scope),
    getMembership(world.table, person, params.scope),
  ]);
  if (held && invitation)
    // Seated meanwhile by another way: the invitation is answered, the role stays.
    await commit(world.table, [removeInvitation(invitation), countInvited(params.scope, -1)]);
  if (held) return held;
  if (!invitation) throw noInvitation();
  const right = await stillMeant(world, invitation);
  if (!right) throw noInvitation();
  const { scope, role, city, name, personName, invitedBy } = invitation;
  const seater = { person: invitedBy, memberships: [right] };
  const seat: Membership = {
    person,
    scope,
    role,
    city,
    name,
    ...namedAs(personName),
    grantedBy: invitedBy,
    grantedAt: world.now(),
    version: 1,
    ...(makesUnconfirmed(seater, { scope, role }) ? { unconfirmed: true } : {}),
  };
  const recorded = await recordSeat(world, 'seat-taken', seat, caller);
  const alone = isHelpersCall(seater, seat);
  await commit(world.table, [
    ...takeSeat(seat, { invited: 1, alone }),
    removeInvitation(invitation),
    membershipStands(right),
    ...recorded,
  ]);
  world.cache.delete(`roles ${person}`);
  return seat;
});

export const declineInvitation = endpoint('DELETE /me/invitations/{scope}', async ({ params, caller }, world) => {
  const { person } = caller;
  const invitation = await getInvitation(world.table, person, params.scope);
  if (!invitation) throw noInvitation();
  const recorded = await recordSeat(world, 'seat-declined', invitation, caller);
  await commit(world.table, [removeInvitation(invitation), countInvited(params.scope, -1), ...recorded]);
  return null;
});
