import { isHelpersCall, type Membership } from '../../../shared/domain/people/caller.ts';
import { expiryOf, type Invitation } from '../../../shared/domain/people/invitation.ts';
import { heldSeat, invitedSeat, namedAs, type Seat } from '../../../shared/domain/people/seat.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { countToday } from '../../../shared/table/people/daily-counts.ts';
import { getInvitation, removeInvitation, saveInvitation } from '../../../shared/table/people/invitations.ts';
import { countInvited, takeSeat } from '../../../shared/table/people/seats.ts';
import type { Ask } from '../../http/endpoint.ts';
import type { World } from '../../world.ts';
import { recordSeat } from '../record-seat.ts';
import type { ScopeFacts } from '../scopes.ts';

export type Grant = Ask<'PUT /scopes/{scope}/members/{person}'>;

/** A role for somebody who has none here: held at once by who takes it themselves, else offered. */
export const offer = async (ask: Grant, world: World, { name, city }: ScopeFacts): Promise<Seat> => {
  const { scope, person } = ask.params;
  const [by, at, { role, personName }] = [ask.caller.person, world.now(), ask.body];
  const seat = { person, scope, role, city, name, ...namedAs(personName) };
  const alone = isHelpersCall(ask.caller, seat);
  const before = await getInvitation(world.table, person, scope);
  if (person === by) {
    const membership: Membership = { ...seat, grantedBy: by, grantedAt: at, version: 1 };
    const answered = before ? [removeInvitation(before)] : [];
    const recorded = await recordSeat(world, 'seat-taken', membership, ask.caller);
    await commit(world.table, [...takeSeat(membership, { invited: answered.length }), ...answered, ...recorded]);
    world.cache.delete(`roles ${person}`);
    return heldSeat(membership);
  }
  const invitation: Invitation = {
    ...seat,
    invitedBy: by,
    invitedAt: at,
    expiresAt: expiryOf(at),
    version: (before?.version ?? 0) + 1,
  };
  await commit(world.table, [
    saveInvitation(invitation),
    countToday('invitation', scope, at),
    ...(before && !alone ? [] : [countInvited(scope, before ? 0 : 1, alone)]),
    ...(await recordSeat(world, 'seat-offered', seat, ask.caller)),
  ]);
  return invitedSeat(invitation);
};
