import type { ActKind } from '../../shared/domain/audit/act.ts';
import { dayOf, monthOf } from '../../shared/domain/basics/month.ts';
import { offeredAll, withOffering } from '../../shared/domain/equity/standing/offer-days.ts';
import { backInRegister } from '../../shared/domain/equity/standing/open-standing.ts';
import type { SeatedCaller } from '../../shared/domain/people/caller.ts';
import { applicantOf } from '../../shared/domain/register/merchant.ts';
import { moveMerchant } from '../../shared/domain/register/merchant-moves.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { saveStanding } from '../../shared/table/equity/standings.ts';
import { countVerified, ownerStays } from '../../shared/table/people/seats.ts';
import { getIdentity, insertIdentity } from '../../shared/table/register/identities.ts';
import { type MerchantRecord, replaceMerchant } from '../../shared/table/register/merchants.ts';
import { expectCity, expectMerchantOfCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { nextStanding } from '../reads/months/next-standing.ts';
import { requireForeignShop } from '../reads/own-shop.ts';
import type { World } from '../world.ts';

/**
 * A verified shop counts from this month on: its standing opens with the decision, in one write. Who is suspended offers
 * nothing from today on, even if its products leave the catalogue only after midnight; who is verified offers when they
 * enter it (follow-merchants).
 */
export const standingWrites = async (world: World, merchant: MerchantRecord, left: boolean): Promise<Write[]> => {
  const [{ zone, shards }, now] = [await expectCity(world, merchant.cityCode), world.now()];
  const standing = await nextStanding(world.table, merchant, monthOf(now, zone));
  // Of a month that began without the shop no day was offered, whatever the month before says.
  const began = left || (standing.version > 1 && !standing.gone);
  const counted = began ? standing : { ...standing, ...offeredAll(false, standing.month) };
  return [saveStanding(backInRegister(withOffering(counted, false, dayOf(now, zone)), left), shards)];
};

/** The decision on record, by who made it last. */
const decided = (
  world: World,
  { cityCode, merchantId, history }: MerchantRecord,
  act: ActKind,
  caller: SeatedCaller,
): Promise<Write[]> => {
  const { by = '', at = world.now() } = history.at(-1) ?? {};
  return recordAct(
    world.table,
    { chain: cityCode, at, by, act, subjects: [merchantId], person: null, details: {} },
    caller,
  );
};

/**
 * Whose a shop is, now that the city has seen the papers: the owner its identity already has here, else the one it came
 * with, from now on. Until then no answer tells an applicant whether a number they wrote is known.
 */
export const ownedBy = async (world: World, merchant: MerchantRecord) => {
  const { cityCode, identityKey, ownerId } = merchant;
  const known = await getIdentity(world.table, cityCode, identityKey);
  if (known) return { after: { ...merchant, ownerId: known.ownerId }, writes: [] };
  return { after: merchant, writes: [insertIdentity({ cityCode, identityKey, ownerId })] };
};

/** Verifies a shop as it was read: file, owner, standing and the act on record in one write. */
export const verified = async (world: World, before: MerchantRecord, caller: SeatedCaller): Promise<MerchantRecord> => {
  // Lifting a suspension takes its reason off the file; the history keeps it.
  const { suspendedReason: _lifted, ...moved } = moveMerchant(before, 'verified', caller.person, world.now());
  const { after, writes } = await ownedBy(world, moved);
  await commit(world.table, [
    replaceMerchant(after),
    ...writes,
    ...(before.closedAt === undefined ? [] : [ownerStays(before.merchantId)]),
    ...(await standingWrites(world, after, false)),
    ...(await decided(world, after, 'merchant-verified', caller)),
    ...(before.verifiedAt === undefined && !before.imported ? [countVerified(applicantOf(before))] : []),
  ]);
  return after;
};

export const verifyMerchant = endpoint('POST /merchants/{merchantId}/verify', async (ask, world) => {
  const { params, caller } = ask;
  const before = await expectMerchantOfCity(world, caller, params.merchantId);
  await requireForeignShop(world, caller, before);
  if (before.status === 'verified') return before;
  // What the officer read is what they verify: an applicant may write in between.
  requireVersion(ask, before);
  return verified(world, before, caller);
});

/** A second click finds it done; what a colleague gave as reasons is not taken for one's own. */
const sameReasons = (theirs: MerchantRecord['reasons'], mine: MerchantRecord['reasons']): boolean => {
  const told = (reasons: MerchantRecord['reasons']) =>
    JSON.stringify(reasons.map(({ field, reason }) => [field, reason]).sort());
  return told(theirs) === told(mine);
};

export const returnMerchant = endpoint('POST /merchants/{merchantId}/return', async (ask, world) => {
  const { params, body, caller } = ask;
  const before = await expectMerchantOfCity(world, caller, params.merchantId);
  await requireForeignShop(world, caller, before);
  if (before.status === 'returned' && sameReasons(before.reasons, body.reasons)) return before;
  requireVersion(ask, before);
  const after = { ...moveMerchant(before, 'returned', caller.person, world.now()), reasons: body.reasons };
  await commit(world.table, [replaceMerchant(after), ...(await decided(world, after, 'merchant-returned', caller))]);
  return after;
});

export const suspendMerchant = endpoint('POST /merchants/{merchantId}/suspend', async (ask, world) => {
  const { params, body, caller } = ask;
  const before = await expectMerchantOfCity(world, caller, params.merchantId);
  await requireForeignShop(world, caller, before);
  if (before.status === 'suspended' && before.suspendedReason === body.reason) return before;
  requireVersion(ask, before);
  const moved = moveMerchant(before, 'suspended', caller.person, world.now(), body.reason);
  const after = { ...moved, suspendedReason: body.reason };
  await commit(world.table, [
    replaceMerchant(after),
    ...(await standingWrites(world, after, true)),
    ...(await decided(world, after, 'merchant-suspended', caller)),
  ]);
  return after;
});
