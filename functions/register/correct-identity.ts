import { type Correction, corrected, type IdentityCorrection } from '../../shared/domain/register/correction.ts';
import { requireComplete } from '../../shared/domain/register/merchant.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { getIdentity, insertIdentity } from '../../shared/table/register/identities.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { expectMerchantOfCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { openSecrets } from '../reads/merchant-secrets.ts';
import { requireForeignShop } from '../reads/own-shop.ts';
import type { World } from '../world.ts';
import { fileWrites } from './file-writes.ts';
import { protect } from './protect.ts';

/** The file under its right numbers and names, and which of them were others before. */
const mended = (world: World, before: MerchantRecord, { reason: _, ...right }: IdentityCorrection) => {
  const seals = world.identitySealer(before.cityCode);
  const { account, ...numbers } = openSecrets(before, seals);
  const { name = before.name, ownerName = before.ownerName, ...given } = right;
  const now = { ...numbers, ...given };
  requireComplete({ kind: before.kind, ...now });
  const fields = corrected({ ...numbers, name: before.name, ownerName: before.ownerName }, { ...now, name, ownerName });
  const sealed = protect({ ...now, account }, before.kind, before.merchantId, seals);
  return { after: { ...before, name, ownerName, ...sealed } as MerchantRecord, fields };
};

/**
 * Whose a verified shop is under its right number: the owner that number has here, else a new one. It leaves the owner of the
 * wrong number, who may be somebody else.
 */
const owned = async (
  world: World,
  before: MerchantRecord,
  after: MerchantRecord,
): Promise<{ ownerId: string; writes: Write[] }> => {
  const { cityCode, identityKey, ownerId } = after;
  if (after.verifiedAt === undefined || identityKey === before.identityKey) return { ownerId, writes: [] };
  const known = await getIdentity(world.table, cityCode, identityKey);
  if (known) return { ownerId: known.ownerId, writes: [] };
  const fresh = world.newId('own');
  return { ownerId: fresh, writes: [insertIdentity({ cityCode, identityKey, ownerId: fresh })] };
};

/** Kept with the file: so many, the audit trail has all. */
const MOST_CORRECTIONS = 20;

/**
 * The city mends who a shop is, by the papers, with its reason: in one commit with the act. Only which fields were mended is on
 * record, never a number.
 */
export const correctIdentity = endpoint('POST /merchants/{merchantId}/identity', async (ask, world) => {
  const before = await expectMerchantOfCity(world, ask.caller, ask.params.merchantId);
  await requireForeignShop(world, ask.caller, before);
  const { after: right, fields } = mended(world, before, ask.body);
  // The same officer's second click finds it done.
  if (fields.length === 0) return before;
  requireVersion(ask, before);
  const [at, by] = [world.now(), ask.caller.person];
  const { ownerId, writes } = await owned(world, before, right);
  const correction: Correction = { fields, reason: ask.body.reason, by, at };
  const corrections = [...(before.corrections ?? []), correction].slice(-MOST_CORRECTIONS);
  const after: MerchantRecord = { ...right, ownerId, corrections, version: before.version + 1 };
  const { cityCode, merchantId } = after;
  await commit(world.table, [
    ...(await fileWrites(world, before, after)),
    ...writes,
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at,
        by,
        act: 'identity-corrected',
        person: null,
        subjects: [merchantId],
        details: { fields: fields.join(' ') },
      },
      ask.caller,
    )),
  ]);
  return after;
});
