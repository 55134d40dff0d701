import type { Membership } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getMembership, saveMembership } from '../../shared/table/people/memberships.ts';
import { expectMerchantOfCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireForeignShop } from '../reads/own-shop.ts';
import { recordSeat } from './record-seat.ts';

/**
 * The city has seen that an account which a helper called in is the owner's: from now on that owner says where the money goes.
 * Nobody confirms themselves, nor an owner of a shop they are close to or help in.
 */
export const confirmOwner = endpoint('POST /merchants/{merchantId}/owners/{person}/confirm', async (ask, world) => {
  const { params, caller } = ask;
  const shop = await expectMerchantOfCity(world, caller, params.merchantId);
  await requireForeignShop(world, caller, shop);
  const before = await getMembership(world.table, params.person, `merchant:${shop.merchantId}`);
  if (before?.role !== 'owner') throw new Problem('membership_not_found', 'Orang ini bukan pemilik usaha ini.');
  const { unconfirmed, ...seat } = before;
  if (!unconfirmed) return before;
  const after: Membership = { ...seat, version: before.version + 1 };
  await commit(world.table, [saveMembership(after), ...(await recordSeat(world, 'owner-confirmed', after, caller))]);
  world.cache.delete(`roles ${params.person}`);
  return after;
});
