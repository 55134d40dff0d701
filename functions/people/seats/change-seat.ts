import { isHelpersCall, type Membership, makesUnconfirmed } from '../../../shared/domain/people/caller.ts';
import { heldSeat, namedAs, type Seat } from '../../../shared/domain/people/seat.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { saveMembership } from '../../../shared/table/people/memberships.ts';
import { changeSeat } from '../../../shared/table/people/seats.ts';
import type { World } from '../../world.ts';
import { endedConsent } from '../ended-consent.ts';
import { recordSeat } from '../record-seat.ts';
import { requireNotOverOwner } from './not-over-owner.ts';
import type { Grant } from './offer-seat.ts';

/** Another name for who has this role: what they may do, and since when, stays. */
const rename = async (ask: Grant, world: World, before: Membership): Promise<Seat> => {
  const after: Membership = { ...before, ...namedAs(ask.body.personName), version: before.version + 1 };
  if (after.personName === before.personName) return heldSeat(before);
  requireNotOverOwner(ask.caller, before);
  await commit(world.table, [saveMembership(after), ...(await recordSeat(world, 'seat-named', after, ask.caller))]);
  world.cache.delete(`roles ${after.person}`);
  return heldSeat(after);
};

/** Another role for somebody who belongs here: they agreed to be of this place. */
export const change = async (ask: Grant, world: World, before: Membership): Promise<Seat> => {
  if (before.role === ask.body.role) return rename(ask, world, before);
  requireNotOverOwner(ask.caller, before);
  const given = { role: ask.body.role, grantedBy: ask.caller.person, grantedAt: world.now() };
  const { unconfirmed: _, ...seat } = before;
  const after: Membership = {
    ...seat,
    ...given,
    ...namedAs(ask.body.personName),
    version: before.version + 1,
    ...(makesUnconfirmed(ask.caller, { scope: before.scope, role: given.role }) ? { unconfirmed: true } : {}),
  };
  const recorded = await recordSeat(world, 'seat-changed', after, ask.caller);
  const ended = after.role === 'owner' ? [] : await endedConsent(world, before);
  const alone = isHelpersCall(ask.caller, after);
  await commit(world.table, [...changeSeat(before, after, { alone }), ...recorded, ...ended]);
  world.cache.delete(`roles ${after.person}`);
  return heldSeat(after);
};
