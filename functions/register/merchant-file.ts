import { actsForMerchant, readsCity } from '../../shared/domain/people/caller.ts';
import { MOST_MEMBERS } from '../../shared/domain/people/seat.ts';
import { ownerIdOf } from '../../shared/domain/register/owners/owner-cluster.ts';
import { expectedVisit } from '../../shared/domain/visits/visit-due.ts';
import { membersOf, seatsOf } from '../../shared/table/people/memberships.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { namesakesOf } from '../../shared/table/register/namesakes.ts';
import { getScale } from '../../shared/table/spending/scales.ts';
import { getAwaitedVisit } from '../../shared/table/visits/awaited-visits.ts';
import { expectVisitedMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { seesAccount } from './account-changes.ts';
import { sameAs } from './evidence.ts';
import { likeShops, similarShops } from './similar-shops.ts';

/** Whom a helper called in as the owner, and nobody has confirmed. */
const unconfirmedOwnersOf = async ({ table }: World, { merchantId }: MerchantRecord) => {
  const { items } = await membersOf(table, `merchant:${merchantId}`, { limit: MOST_MEMBERS });
  const seats = await seatsOf(
    table,
    items.filter(({ role }) => role === 'owner'),
  );
  return seats.flatMap((seat) => (seat?.unconfirmed ? [{ person: seat.person, since: seat.grantedAt }] : []));
};

export const readMerchantFile = endpoint('GET /merchants/{merchantId}/file', async ({ params, caller }, world) => {
  const file = await expectVisitedMerchant(world, caller, params.merchantId);
  if (readsCity(caller, file.cityCode)) {
    const [namesakes, same, similar, unconfirmedOwners, stated] = await Promise.all([
      namesakesOf(world.table, file),
      sameAs(world, file),
      similarShops(world, file),
      unconfirmedOwnersOf(world, file),
      getScale(world.table, file.merchantId),
    ]);
    const { statements = [], version = 0 } = stated ?? {};
    return {
      ...file,
      namesakes,
      sameAs: likeShops(same, similar),
      unconfirmedOwners,
      scale: { statements, version },
    };
  }
  const { account: _account, accountChange: _change, ...rest } = file;
  const told = seesAccount(caller, file) ? file : rest;
  if (file.status !== 'verified' || !actsForMerchant(caller, file.merchantId)) return told;
  const awaited = await getAwaitedVisit(world.table, { cityCode: file.cityCode, ownerId: ownerIdOf(file.merchantId) });
  return awaited ? { ...told, visit: expectedVisit(awaited) } : told;
});
