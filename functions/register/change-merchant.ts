import { type MerchantChange, moveMerchant } from '../../shared/domain/merchant.ts';
import { Problem } from '../../shared/problem.ts';
import { type MerchantRecord, replaceMerchant } from '../../shared/table/merchants.ts';
import { commit } from '../../shared/table/table.ts';
import { endpoint } from '../endpoint.ts';
import { expectOwnMerchant, requireRegion, requireVersion } from '../expect.ts';
import type { World } from '../world.ts';
import { ownerIdOf, protect } from './register-merchant.ts';

const free: readonly string[] = ['phone', 'address', 'description', 'pausedUntil'];

/** Once verified, who and where a shop is was checked by the city: changing it would be another shop. */
const requireChangeable = (merchant: MerchantRecord, change: MerchantChange): void => {
  if (merchant.status === 'pending' || merchant.status === 'returned') return;
  const flaws = Object.keys(change)
    .filter((field) => !free.includes(field))
    .map((field) => ({
      pointer: `/${field}`,
      detail: 'Sudah diverifikasi kota; minta kota mengembalikan berkasnya dulu.',
    }));
  if (flaws.length > 0)
    throw new Problem('not_allowed', 'Isian ini sudah diverifikasi dan tidak bisa diubah sendiri.', flaws);
};

const changed = (
  merchant: MerchantRecord,
  { nik, npwp, nib, ...plain }: MerchantChange,
  world: World,
): MerchantRecord => {
  const seals = world.identitySealer(merchant.cityCode);
  const kept = JSON.parse(seals.open(merchant.sealed, merchant.merchantId) ?? '{}') as Record<string, string>;
  const numbers = { ...kept, ...(nik ? { nik } : {}), ...(npwp ? { npwp } : {}), ...(nib ? { nib } : {}) };
  const same = nik === undefined && npwp === undefined && nib === undefined;
  const next = { ...merchant, ...plain } as MerchantRecord;
  if (same) return next;
  return {
    ...next,
    ...protect(numbers, merchant.merchantId, seals),
    ownerId: ownerIdOf({ kind: merchant.kind, ...numbers }, seals),
  };
};

/** A returned application that is changed goes back to the city by itself: mending is resubmitting. */
export const changeMerchant = endpoint('PATCH /merchants/{merchantId}', async (ask, world) => {
  const before = await expectOwnMerchant(world, ask.caller, ask.params.merchantId, ['owner']);
  requireVersion(ask, before);
  requireChangeable(before, ask.body);
  const next = changed(before, ask.body, world);
  if (ask.body.district !== undefined || ask.body.village !== undefined)
    await requireRegion(world, next.cityCode, next.district, next.village);
  const after =
    before.status === 'returned'
      ? moveMerchant({ ...next, reasons: [] }, 'pending', ask.caller.person, world.now())
      : { ...next, version: before.version + 1 };
  await commit(world.table, [replaceMerchant(after)]);
  return after;
});
