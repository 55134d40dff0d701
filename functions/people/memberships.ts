import {
  type Caller,
  idOf,
  isHelper,
  isHelpersCall,
  isOperator,
  isUnconfirmed,
  kindOf,
  type Membership,
  makesUnconfirmed,
  requireRoleFits,
} from '../../shared/domain/people/caller.ts';
import {
  expiryOf,
  heldSeat,
  type Invitation,
  invitedSeat,
  namedAs,
  type Seat,
} from '../../shared/domain/people/seat.ts';
import { Problem } from '../../shared/problem.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { getInvitation, removeInvitation, saveInvitation } from '../../shared/table/people/invitations.ts';
import { getMembership, membershipsOf, saveMembership } from '../../shared/table/people/memberships.ts';
import { changeSeat, countInvited, leaveSeat, takeSeat } from '../../shared/table/people/seats.ts';
import { getMerchant, merchantStands } from '../../shared/table/register/merchants.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { requireNothingUnfinished } from '../reads/unfinished-business.ts';
import type { World } from '../world.ts';
import { endedConsent } from './ended-consent.ts';
import { recordSeat } from './record-seat.ts';
import { expectSeatable, type ScopeFacts } from './scopes.ts';

export const readMe = endpoint('GET /me', async ({ caller }, { table }) => ({
  person: caller.person,
  memberships: await membershipsOf(table, caller.person),
}));

type Grant = Ask<'PUT /scopes/{scope}/members/{person}'>;

/**
 * Who acts in an owner's place may call the owner in, and never put the owner out or lower; nor may whom they called in one
 * whose place is sure.
 */
const requireNotOverOwner = (caller: Caller, seat: Membership): void => {
  const { scope, person, role, helperName, unconfirmed } = seat;
  if (role !== 'owner' || helperName !== undefined || person === caller.person) return;
  if (isHelper(caller, scope))
    throw new Problem('not_allowed', 'Anda mendampingi toko ini. Hanya pemilik yang mengubah peran pemilik.');
  if (isUnconfirmed(caller, scope) && !unconfirmed)
    throw new Problem(
      'not_allowed',
      'Kota belum memastikan bahwa Anda pemiliknya. Peran pemilik lain tidak Anda ubah.',
    );
};

/** A role for somebody who has none here: held at once by who takes it themselves, else offered. */
const offer = async (ask: Grant, world: World, { name, city }: ScopeFacts): Promise<Seat> => {
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
const change = async (ask: Grant, world: World, before: Membership): Promise<Seat> => {
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

export const grantMembership = endpoint('PUT /scopes/{scope}/members/{person}', async (ask, world) => {
  const { scope, person } = ask.params;
  const facts = await expectSeatable(world, ask.caller, scope);
  requireRoleFits(scope, ask.body.role);
  const before = await getMembership(world.table, person, scope);
  return before ? change(ask, world, before) : offer(ask, world, facts);
});

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
