import { addDays, dayOf } from '../../shared/domain/basics/month.ts';
import { requireWithin } from '../../shared/domain/orders/delivery-day.ts';
import { type AccountChange, accountChange } from '../../shared/domain/register/bank.ts';
import { type MerchantChange, MOST_IDENTITY_CHANGES, requireComplete } from '../../shared/domain/register/merchant.ts';
import { moveMerchant } from '../../shared/domain/register/merchant-moves.ts';
import { type Proposal, propose } from '../../shared/domain/register/proposal.ts';
import { Problem } from '../../shared/problem.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { getWays, saveWays } from '../../shared/table/payments/ways.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { insertAccountChange } from '../../shared/table/register/account-changes.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { expectCity, expectOwnMerchant, requireMoneyWord, seatsStand } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { requireRegion } from '../reads/districts.ts';
import { openSecrets, type Secrets } from '../reads/merchant-secrets.ts';
import type { World } from '../world.ts';
import { fileWrites } from './file-writes.ts';
import { protect } from './protect.ts';

const free: readonly string[] = [
  'name',
  'district',
  'village',
  'phone',
  'phoneShown',
  'address',
  'description',
  'pausedUntil',
  'account',
];

const isOpen = ({ status }: MerchantRecord): boolean => status === 'pending' || status === 'returned';

/** Once verified, who a shop is was checked by the city: changing it would be another shop. */
const requireChangeable = (merchant: MerchantRecord, change: MerchantChange): void => {
  if (isOpen(merchant)) return;
  const flaws = Object.keys(change)
    .filter((field) => !free.includes(field))
    .map((field) => ({
      pointer: `/${field}`,
      detail: 'Sudah diverifikasi kota; minta kota mengembalikan berkasnya dulu.',
    }));
  if (flaws.length > 0)
    throw new Problem('not_allowed', 'Isian ini sudah diverifikasi dan tidak bisa diubah sendiri.', flaws);
};

/** Counts a change of who the applicant is: numbers are mended once or twice, not tried one after the other. */
const identityChanges = (merchant: MerchantRecord, kept: Secrets, after: Secrets): number => {
  const other = (['nik', 'npwp', 'nib'] as const).filter((name) => after[name] !== kept[name]);
  if (other.length === 0) return merchant.identityChanges;
  if (merchant.identityChanges >= MOST_IDENTITY_CHANGES)
    throw new Problem(
      'identity_limit',
      `Nomor identitas sudah ${MOST_IDENTITY_CHANGES} kali diganti. Bawa dokumennya ke kota untuk memperbaikinya.`,
      other.map((name) => ({ pointer: `/${name}`, detail: 'Hanya kota yang bisa menggantinya lagi.' })),
    );
  return merchant.identityChanges + 1;
};

type Changed = { readonly next: MerchantRecord; readonly accountBecame?: AccountChange['change'] | undefined };

/** Left out, a field stays; null empties it. */
const replaced = <T>(before: T | undefined, given: T | null | undefined): T | undefined =>
  given === undefined ? before : (given ?? undefined);

/** The file with the change in it, and what that made of the account. */
const changed = (merchant: MerchantRecord, change: MerchantChange, world: World): Changed => {
  const { nik, npwp, nib, account, ...given } = change;
  const plain = { ...given, ...(given.description === null ? { description: undefined } : {}) };
  if (nik === undefined && npwp === undefined && nib === undefined && account === undefined)
    return { next: { ...merchant, ...plain } as MerchantRecord };
  const seals = world.identitySealer(merchant.cityCode);
  const kept = openSecrets(merchant, seals);
  const secrets = {
    nik: replaced(kept.nik, nik),
    npwp: replaced(kept.npwp, npwp),
    nib: replaced(kept.nib, nib),
    account: replaced(kept.account, account),
  };
  const corrected = identityChanges(merchant, kept, secrets);
  requireComplete({ kind: merchant.kind, ...secrets });
  const { account: _shown, accountKey: _key, nik: _nik, npwp: _npwp, nib: _nib, ...rest } = merchant;
  const sealed = protect(secrets, merchant.kind, merchant.merchantId, seals);
  const next = { ...rest, ...plain, ...sealed, identityChanges: corrected } as MerchantRecord;
  return { next, accountBecame: accountChange(kept.account, secrets.account) };
};

/** What a change makes of a shop now, and what it only proposes: another name or place, once the city has seen them. */
const timed = (
  before: MerchantRecord,
  change: MerchantChange,
  by: string,
  at: string,
): { now: MerchantChange; proposed: Proposal | undefined } => {
  if (isOpen(before)) return { now: change, proposed: undefined };
  const { name, district, village, ...now } = change;
  return { now, proposed: propose(before, { name, district, village }, by, at) };
};

/** A shop may be on leave for a year at most; for longer it is asked again. */
const LEAVE_DAYS = 366;
const requireLeave = async (world: World, { cityCode }: MerchantRecord, until: string | null | undefined) => {
  if (!until) return;
  const today = dayOf(world.now(), (await expectCity(world, cityCode)).zone);
  requireWithin(until, '0000-01-01', addDays(today, LEAVE_DAYS), '/pausedUntil', 'Hari buka kembali');
};

/** Without an account nothing can be transferred to it: buyers are told so from then on, and may choose another way. */
const transferEnded = async ({ table, now }: World, merchantId: string): Promise<Write[]> => {
  const ways = await getWays(table, merchantId);
  return ways?.transfer ? [saveWays({ ...ways, transfer: false, changedAt: now(), version: ways.version + 1 })] : [];
};

/** A returned application is mended field by field, and goes back to the city by itself with the last that was named. */
const mended = (before: MerchantRecord, next: MerchantRecord, change: MerchantChange, by: string, at: string) => {
  const reasons = before.reasons.filter(({ field }) => change[field] === undefined);
  return reasons.length === 0
    ? moveMerchant({ ...next, reasons }, 'pending', by, at)
    : { ...next, reasons, version: before.version + 1 };
};

/**
 * A change of a shop by its owner; of a returned application it is the mending. Where the money goes
 * is the owners' alone to say, never the staff's nor a helper's, and each change of it is kept on record in the same write.
 */
export const changeMerchant = endpoint('PATCH /merchants/{merchantId}', async (ask, world) => {
  const before = await expectOwnMerchant(world, ask.caller, ask.params.merchantId, ['owner']);
  requireVersion(ask, before);
  requireChangeable(before, ask.body);
  // Until it is verified the city sees the account before any buyer does.
  if (ask.body.account && !isOpen(before)) requireMoneyWord(ask.caller, before.merchantId, '/account');
  await requireLeave(world, before, ask.body.pausedUntil);
  const [at, by] = [world.now(), ask.caller.person];
  const { now, proposed } = timed(before, ask.body, by, at);
  const { next, accountBecame: change } = changed(before, now, world);
  if (ask.body.district !== undefined || ask.body.village !== undefined)
    await requireRegion(world, next.cityCode, proposed?.district ?? next.district, proposed?.village ?? next.village);
  const proposing = proposed ? { ...next, proposed } : next;
  const marked = change ? { ...proposing, accountChange: { change, by, at } } : proposing;
  const after =
    before.status === 'returned'
      ? mended(before, marked, ask.body, by, at)
      : { ...marked, version: before.version + 1 };
  const { merchantId, version: merchantVersion } = after;
  const trail = change
    ? [
        insertAccountChange({ merchantId, merchantVersion, change, by, at }),
        countToday('account-change', merchantId, at),
      ]
    : [];
  await commit(world.table, [
    ...(await fileWrites(world, before, after)),
    ...seatsStand(ask.caller, `merchant:${merchantId}`),
    ...trail,
    ...(change === 'removed' ? await transferEnded(world, merchantId) : []),
  ]);
  return after;
});
