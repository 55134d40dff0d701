import { type Membership, seatingRight } from '../../shared/domain/people/caller.ts';
import { type Invitation, isOpenInvitation } from '../../shared/domain/people/invitation.ts';
import { membershipsOf } from '../../shared/table/people/memberships.ts';
import type { World } from '../world.ts';
import { factsOf } from './scopes.ts';

type Invited = Pick<Invitation, 'scope' | 'invitedBy' | 'invitedAt' | 'expiresAt'>;

/**
 * The seat by which an invitation still means what its maker meant, to stand in the commit that takes it: a role taken away
 * takes its invitations along, also while one is being accepted, and a role given again does not bring them back. Undefined
 * when it means nothing any more.
 */
export const stillMeant = async (world: World, invited: Invited): Promise<Membership | undefined> => {
  const { scope, invitedBy, invitedAt } = invited;
  const [facts, seats] = await Promise.all([factsOf(world, scope), membershipsOf(world.table, invitedBy)]);
  if (!facts || !isOpenInvitation(invited, world.now())) return undefined;
  const memberships = seats.filter(({ grantedAt }) => grantedAt <= invitedAt);
  return seatingRight({ memberships }, scope, facts.city);
};
