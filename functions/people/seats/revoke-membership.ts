import { type Caller, idOf, isOperator, kindOf, type Membership } from '../../../shared/domain/people/caller.ts';
import { Problem } from '../../../shared/problem.ts';
import { commit, type Write } from '../../../shared/table/engine/writes.ts';
import { getInvitation, removeInvitation } from '../../../shared/table/people/invitations.ts';
import { getMembership } from '../../../shared/table/people/memberships.ts';
import { countInvited, leaveSeat } from '../../../shared/table/people/seats.ts';
import { getMerchant, merchantStands } from '../../../shared/table/register/merchants.ts';
import { endpoint } from '../../http/endpoint.ts';
import { requireNothingUnfinished } from '../../reads/unfinished-business.ts';
import type { World } from '../../world.ts';
import { endedConsent } from '../ended-consent.ts';
import { recordSeat } from '../record-seat.ts';
import { expectSeatable } from '../scopes.ts';
import { requireNotOverOwner } from './not-over-owner.ts';

/** A shop that its owner closed may be left by the last one, as long as it stays closed and nobody waits for it. */
const leftForGood = async (world: World, { scope }: Membership): Promise<Write[]> => {
  const merchant = kindOf(scope) === 'merchant' ? await getMerchant(world.table, idOf(scope)) : undefined;
  if (merchant?.closedAt === undefined) return [];
  await requireNothingUnfinished(world, merchant.merchantId);
  return [merchantStands(merchant)];
};

/** Who belongs somewhere may leave it, whoever seated them; the operator may take anybody out. */
const requireMayRemove = async (world: World, caller: Caller, scope: string, person: string): Promise<void> => {
  if (caller.person !== person && !isOperator(caller)) await expectSeatable(world, caller, scope);
};

export const revokeMembership = endpoint(
  'DELETE /scopes/{scope}/members/{person}',
  async ({ params, caller }, world) => {
    const { scope, person } = params;
    await requireMayRemove(world, caller, scope, person);
    const [membership, invitation] = await Promise.all([
      getMembership(world.table, person, scope),
      getInvitation(world.table, person, scope),
    ]);
    if (!membership && !invitation) {
      if (caller.person === person) await expectSeatable(world, caller, scope);
      throw new Problem('membership_not_found', 'Orang ini tidak punya peran di sini.');
    }
    if (membership) requireNotOverOwner(caller, membership);
    const act = !membership ? 'offer-withdrawn' : caller.person === person ? 'seat-left' : 'seat-revoked';
    const seat = membership ?? invitation;
    const closed = membership ? await leftForGood(world, membership) : [];
    await commit(world.table, [
      ...(seat ? await recordSeat(world, act, seat, caller) : []),
      ...(membership
        ? leaveSeat(membership, world.now(), { invited: invitation ? 1 : 0, last: closed.length > 0 })
        : []),
      ...closed,
      ...(membership ? await endedConsent(world, membership) : []),
      ...(invitation ? [removeInvitation(invitation)] : []),
      ...(invitation && !membership ? [countInvited(scope, -1)] : []),
    ]);
    world.cache.delete(`roles ${person}`);
    return null;
  },
);
