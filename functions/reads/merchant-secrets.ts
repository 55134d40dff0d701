import type { Sealer } from '../../shared/domain/basics/keys/seal.ts';
import type { PayoutAccount } from '../../shared/domain/register/bank.ts';
import type { NewMerchant } from '../../shared/domain/register/merchant.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';

export type Numbers = Pick<NewMerchant, 'nik' | 'npwp' | 'nib'>;
/** What of a shop only its tenant's key opens: who is behind it, and where its money goes. */
export type Secrets = Numbers & { account?: PayoutAccount | undefined };

/** The secrets of a shop. Never an empty set instead: what cannot be opened would be lost by the next seal. */
export const openSecrets = ({ merchantId, sealed }: MerchantRecord, seals: Sealer): Secrets => {
  const opened = seals.open(sealed, merchantId);
  if (opened === undefined) throw new Error(`the secrets of ${merchantId} cannot be opened`);
  // Only what this market sealed for this shop opens, so it is what was sealed.
  return JSON.parse(opened) as Secrets;
};
