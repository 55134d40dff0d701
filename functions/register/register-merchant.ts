import { type Membership, worksForCity } from '../../shared/domain/people/caller.ts';
import { MOST_UNVERIFIED, MOST_UNVERIFIED_BY_OFFICER } from '../../shared/domain/register/merchant.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { takeApplicantSeat } from '../../shared/table/people/seats.ts';
import { insertAccountChange } from '../../shared/table/register/account-changes.ts';
import { getMerchant, insertMerchant, MerchantRecord } from '../../shared/table/register/merchants.ts';
import { namedWrites } from '../../shared/table/register/namesakes.ts';
import { wordWrites } from '../../shared/table/register/register-words.ts';
import { expectCity } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { recordingHelp } from '../http/helper-record.ts';
import { firstResult, orFirstResult } from '../http/idempotency.ts';
import { requireRegion } from '../reads/districts.ts';
import type { World } from '../world.ts';
import { firstOfItsKind } from './evidence.ts';
import { protect } from './protect.ts';

/** Who applies owns the shop, or acts for its owner under a name of their own. */
const ownersSeat = (
  { merchantId, cityCode, name, registeredAt }: MerchantRecord,
  by: string,
  helperName: string | undefined,
): Membership => ({
  person: by,
  scope: `merchant:${merchantId}`,
  role: 'owner',
  city: cityCode,
  name,
  ...(helperName === undefined ? {} : { helperName }),
  grantedBy: by,
  grantedAt: registeredAt,
  version: 1,
});

const register = async (ask: Ask<'POST /merchants'>, world: World): Promise<MerchantRecord> => {
  const { nik, npwp, nib, account, helperName, another = false, ...given } = ask.body;
  const city = await expectCity(world, given.cityCode);
  await requireRegion(world, city.cityCode, given.district, given.village);
  const seals = world.identitySealer(city.cityCode);
  const merchantId = ask.newId('mrc');
  const [at, by] = [world.now(), ask.caller.person];
  const merchant: MerchantRecord = {
    ...given,
    merchantId,
    // An owner of its own until a city has verified whose it is.
    ownerId: world.newId('own'),
    identityChanges: 0,
    ...protect({ nik, npwp, nib, account }, given.kind, merchantId, seals),
    ...(account ? { accountChange: { change: 'given', by, at } } : {}),
    status: 'pending',
    pausedUntil: null,
    reasons: [],
    registeredAt: at,
    history: [{ status: 'pending', at, by }],
    version: 1,
    request: ask.fingerprint(),
  };
  const owner = ownersSeat(merchant, by, helperName);
  // The application itself is the first act of who fills it in for an owner.
  const { table } = recordingHelp(world, { person: by, memberships: [owner] }, { operation: 'register-merchant' });
  const trail = account ? [insertAccountChange({ merchantId, merchantVersion: 1, change: 'given', by, at })] : [];
  const most = worksForCity(ask.caller, city.cityCode) ? MOST_UNVERIFIED_BY_OFFICER : MOST_UNVERIFIED;
  const existing = await commit(table, [
    insertMerchant(merchant),
    ...takeApplicantSeat(owner, most),
    ...namedWrites(merchant),
    ...wordWrites(merchant),
    ...(await firstOfItsKind(world, merchant, another)),
    ...trail,
  ]);
  // Who lands on their shop's page at once is its owner there, too.
  world.cache.delete(`roles ${by}`);
  return existing ? firstResult(existing, ask, MerchantRecord) : merchant;
};

export const registerMerchant = endpoint('POST /merchants', (ask, world) => {
  const first = async () => {
    const earlier = await getMerchant(world.table, ask.newId('mrc'));
    return earlier && firstResult(earlier, ask, MerchantRecord);
  };
  return orFirstResult(ask, first, () => register(ask, world));
});
