import type { Sealer } from '../../shared/domain/basics/seal.ts';
import { accountText, type PayoutAccount, shownAccount } from '../../shared/domain/register/bank.ts';
import { mask, type NewMerchant } from '../../shared/domain/register/merchant.ts';
import type { MerchantRecord } from '../../shared/table/merchants.ts';

type Numbers = Pick<NewMerchant, 'nik' | 'npwp' | 'nib'>;
/** What of a shop only its tenant's key opens: who is behind it, and where its money goes. */
export type Secrets = Numbers & { account?: PayoutAccount | undefined };

/** Secrets as they are shown: masked; as they are found: by keyed hashes; and as they are kept: sealed to this shop. */
export const protect = ({ account, ...numbers }: Secrets, kind: string, merchantId: string, seals: Sealer) => ({
  ...Object.fromEntries(
    Object.entries(numbers).flatMap(([name, digits]) => (digits === undefined ? [] : [[name, mask(digits)]])),
  ),
  identityKey: identityKeyOf({ kind, ...numbers }, seals),
  ...(account ? { account: shownAccount(account), accountKey: seals.keyed(accountText(account)).slice(0, 26) } : {}),
  sealed: seals.seal(JSON.stringify({ ...numbers, account }), merchantId),
});

/** The secrets of a shop. Never an empty set instead: what cannot be opened would be lost by the next seal. */
export const openSecrets = ({ merchantId, sealed }: MerchantRecord, seals: Sealer): Secrets => {
  const opened = seals.open(sealed, merchantId);
  if (opened === undefined) throw new Error(`the secrets of ${merchantId} cannot be opened`);
  return JSON.parse(opened) as Secrets;
};

/**
 * Shops of one identity have one owner: a person's NIK, an entity's NPWP. The keyed hash stays inside: whoever could see
 * it, or an id made from it, could try numbers until it fits.
 */
const identityKeyOf = ({ kind, nik, npwp }: { kind: string } & Numbers, seals: Sealer): string =>
  seals.keyed(`${(kind === 'person' ? nik : npwp) ?? ''}`).slice(0, 26);
