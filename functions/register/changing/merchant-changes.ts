import { type AccountChange, accountChange } from '../../../shared/domain/register/bank.ts';
import {
  type MerchantChange,
  MOST_IDENTITY_CHANGES,
  requireComplete,
} from '../../../shared/domain/register/merchant.ts';
import { type Proposal, propose } from '../../../shared/domain/register/proposal.ts';
import { Problem } from '../../../shared/problem.ts';
import type { MerchantRecord } from '../../../shared/table/register/merchants.ts';
import { openSecrets, type Secrets } from '../../reads/merchant-secrets.ts';
import type { World } from '../../world.ts';
import { protect } from '../protect.ts';
import { isOpen } from './changeable.ts';

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
export const changed = (merchant: MerchantRecord, change: MerchantChange, world: World): Changed => {
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
export const timed = (
  before: MerchantRecord,
  change: MerchantChange,
  by: string,
  at: string,
): { now: MerchantChange; proposed: Proposal | undefined } => {
  if (isOpen(before)) return { now: change, proposed: undefined };
  const { name, district, village, ...now } = change;
  return { now, proposed: propose(before, { name, district, village }, by, at) };
};
