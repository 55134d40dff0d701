import type { Membership } from '../../shared/domain/caller.ts';
import { mask, type NewMerchant } from '../../shared/domain/merchant.ts';
import type { Sealer } from '../../shared/domain/seal.ts';
import { saveMembership } from '../../shared/table/memberships.ts';
import { insertMerchant, MerchantRecord } from '../../shared/table/merchants.ts';
import { commit } from '../../shared/table/table.ts';
import { endpoint } from '../endpoint.ts';
import { expectCity, firstResult, requireRegion } from '../expect.ts';

type Numbers = Pick<NewMerchant, 'nik' | 'npwp' | 'nib'>;

/** Numbers as they are shown: masked; and as they are kept: sealed to this shop. */
export const protect = (numbers: Numbers, merchantId: string, seals: Sealer) => ({
  ...Object.fromEntries(
    Object.entries(numbers).flatMap(([name, digits]) => (digits === undefined ? [] : [[name, mask(digits)]])),
  ),
  sealed: seals.seal(JSON.stringify(numbers), merchantId),
});

/** Shops of one identity have one owner: a person's NIK, an entity's NPWP, never readable from the id. */
export const ownerIdOf = ({ kind, nik, npwp }: { kind: string } & Numbers, seals: Sealer): string =>
  `own_${seals.keyed(`${(kind === 'person' ? nik : npwp) ?? ''}`).slice(0, 26)}`;

export const registerMerchant = endpoint('POST /merchants', async (ask, world) => {
  const { nik, npwp, nib, ...given } = ask.body;
  const city = await expectCity(world, given.cityCode);
  await requireRegion(world, city.cityCode, given.district, given.village);
  const seals = world.identitySealer(city.cityCode);
  const numbers = { nik, npwp, nib };
  const merchantId = ask.newId('mrc');
  const at = world.now();
  const merchant: MerchantRecord = {
    ...given,
    merchantId,
    ownerId: ownerIdOf({ kind: given.kind, ...numbers }, seals),
    ...protect(numbers, merchantId, seals),
    status: 'pending',
    pausedUntil: null,
    reasons: [],
    registeredAt: at,
    history: [{ status: 'pending', at, by: ask.caller.person }],
    version: 1,
    request: ask.fingerprint,
  };
  const owner: Membership = {
    person: ask.caller.person,
    scope: `merchant:${merchantId}`,
    role: 'owner',
    city: city.cityCode,
    name: merchant.name,
    grantedBy: ask.caller.person,
    grantedAt: at,
    version: 1,
  };
  const existing = await commit(world.table, [insertMerchant(merchant), saveMembership(owner)]);
  return existing ? firstResult(existing, ask, MerchantRecord) : merchant;
});
