import { isCityAdmin, isFieldOfficer, type SeatedCaller, worksForCity } from '../../shared/domain/people/caller.ts';
import { expiryOf, isOpenInvitation } from '../../shared/domain/people/invitation.ts';
import { type InvitationLink, linkIdOf } from '../../shared/domain/people/invitation-link.ts';
import { isUnclaimed } from '../../shared/domain/register/merchant.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { insertLink, linksOf, removeLink } from '../../shared/table/people/invitation-links.ts';
import { membershipStands, membershipsOf } from '../../shared/table/people/memberships.ts';
import { countInvited } from '../../shared/table/people/seats.ts';
import { getMerchant, merchantStands, replaceMerchant } from '../../shared/table/register/merchants.ts';
import { removeUnclaimed } from '../../shared/table/register/unclaimed-shops.ts';
import { expectMerchantOfCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';

const claimed = () =>
  new Problem('already_claimed', 'Usaha ini sudah punya pemilik di Pasar Rata. Minta pemiliknya masuk dengan akunnya.');

/**
 * A link by which the owner of a shop that the city entered takes it: told once, good for two weeks, and the only one of its
 * shop. Whoever holds it becomes the owner, so it is handed to the owner whose papers the city has seen.
 */
export const makeClaimLink = endpoint('POST /merchants/{merchantId}/claim-link', async (ask, world) => {
  const shop = await expectMerchantOfCity(world, ask.caller, ask.params.merchantId);
  if (!isUnclaimed(shop)) throw claimed();
  const { cityCode, merchantId, name } = shop;
  const scope = `merchant:${merchantId}`;
  const [token, at, by] = [world.newId('tkn'), world.now(), ask.caller.person];
  const link: InvitationLink = {
    linkId: linkIdOf(token),
    scope,
    role: 'owner',
    city: cityCode,
    name,
    invitedBy: by,
    invitedAt: at,
    expiresAt: expiryOf(at),
    version: 1,
  };
  const former = await everyEntry((after) => linksOf(world.table, scope, { limit: 100, after }));
  await commit(world.table, [
    insertLink(link),
    ...former.map(removeLink),
    ...(former.length === 0 ? [countInvited(scope, 1)] : []),
    merchantStands(shop),
    countToday('claim-link', cityCode, at),
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at,
        by,
        act: 'claim-offered',
        person: null,
        subjects: [merchantId],
        details: {},
      },
      ask.caller,
    )),
  ]);
  return { ...link, token };
});

/** A link to a shop's first owner; nobody else makes one to a role that seats others. */
export const isClaim = ({ role }: Pick<InvitationLink, 'role'>): boolean => role === 'owner';

/**
 * What a claim stands on and writes: its maker works for the city still, the shop is nobody's still, and is the claimant's
 * from now on. Undefined when the link means nothing any more. Who works for the city hands links out and takes none.
 */
export const claimWrites = async (
  { table, now }: World,
  link: InvitationLink,
  caller: SeatedCaller,
): Promise<Write[] | undefined> => {
  const { invitedBy, invitedAt, scope } = link;
  const [shop, seats] = await Promise.all([
    getMerchant(table, scope.slice('merchant:'.length)),
    membershipsOf(table, invitedBy),
  ]);
  const memberships = seats.filter(({ grantedAt }) => grantedAt <= invitedAt);
  if (!shop || !isUnclaimed(shop) || !isOpenInvitation(link, now())) return undefined;
  const { cityCode } = shop;
  const right = memberships.find((seat) => isCityAdmin({ person: invitedBy, memberships: [seat] }, cityCode));
  if (!right) return undefined;
  // Who visits shops is trusted with their owners' links, too.
  if (worksForCity(caller, cityCode) || isFieldOfficer(caller, cityCode))
    throw new Problem('not_allowed', 'Tautan ini untuk pemilik usahanya. Petugas kota tidak bisa mengambilnya.');
  const imported = { ...shop.imported, claimedBy: caller.person, claimedAt: now() };
  return [
    membershipStands(right),
    replaceMerchant({ ...shop, imported, version: shop.version + 1 }),
    removeUnclaimed(shop),
  ];
};
