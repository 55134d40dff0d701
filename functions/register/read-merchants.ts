import { actsForMerchant, type Caller, holds, readsCity } from '../../shared/domain/people/caller.ts';
import { MOST_MEMBERS } from '../../shared/domain/people/seat.ts';
import { ownerIdOf } from '../../shared/domain/register/owners/owner-cluster.ts';
import { expectedVisit } from '../../shared/domain/visits/visit-due.ts';
import { Problem } from '../../shared/problem.ts';
import { helperActsOf } from '../../shared/table/people/helper-acts.ts';
import { membersOf, seatsOf } from '../../shared/table/people/memberships.ts';
import { accountChangesOf } from '../../shared/table/register/account-changes.ts';
import { type MerchantRecord, merchantsOfCity } from '../../shared/table/register/merchants.ts';
import { namesakesOf } from '../../shared/table/register/namesakes.ts';
import { getAwaitedVisit } from '../../shared/table/visits/awaited-visits.ts';
import { expectCity, expectReadableMerchant, expectShop, expectVisitedMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';
import { sameAs } from './evidence.ts';
import { likeShops, similarShops } from './similar-shops.ts';

export const readMerchant = endpoint('GET /merchants/{merchantId}', ({ params }, world) =>
  expectShop(world, params.merchantId),
);

/** Where the money goes is the owners' and the city's to see; who helps in the shop sees the rest of its file. */
const seesAccount = (caller: Caller, { merchantId, cityCode }: MerchantRecord): boolean =>
  holds(caller, `merchant:${merchantId}`, ['owner']) || readsCity(caller, cityCode);

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
    const [namesakes, same, similar, unconfirmedOwners] = await Promise.all([
      namesakesOf(world.table, file),
      sameAs(world, file),
      similarShops(world, file),
      unconfirmedOwnersOf(world, file),
    ]);
    return { ...file, namesakes, sameAs: likeShops(same, similar), unconfirmedOwners };
  }
  const { account: _account, accountChange: _change, ...rest } = file;
  const told = seesAccount(caller, file) ? file : rest;
  if (file.status !== 'verified' || !actsForMerchant(caller, file.merchantId)) return told;
  const awaited = await getAwaitedVisit(world.table, { cityCode: file.cityCode, ownerId: ownerIdOf(file.merchantId) });
  return awaited ? { ...told, visit: expectedVisit(awaited) } : told;
});

export const listAccountChanges = endpoint(
  'GET /merchants/{merchantId}/account-changes',
  async ({ params, query, caller }, world) => {
    const file = await expectReadableMerchant(world, caller, params.merchantId);
    if (!seesAccount(caller, file)) throw new Problem('not_allowed', 'Catatan rekening hanya untuk pemilik dan kota.');
    const { merchantId } = file;
    return page(world, `account changes ${merchantId}`, query, (request) =>
      accountChangesOf(world.table, merchantId, request),
    );
  },
);

export const listHelperActs = endpoint(
  'GET /merchants/{merchantId}/helper-acts',
  async ({ params, query, caller }, world) => {
    const { merchantId } = await expectReadableMerchant(world, caller, params.merchantId);
    return page(world, `helper acts ${merchantId}`, query, (request) => helperActsOf(world.table, merchantId, request));
  },
);

export const listMerchants = endpoint('GET /cities/{city}/merchants', async ({ params, query }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  const { district, ...paging } = query;
  return page(world, `merchants ${cityCode} ${district ?? ''}`, paging, (request) =>
    merchantsOfCity(world.table, cityCode, 'verified', { district, ...request }),
  );
});
