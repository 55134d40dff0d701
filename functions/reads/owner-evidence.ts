import type { ShopEvidence } from '../../shared/domain/register/owners/owner-cluster.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';

/** What may show one owner behind two shops; of identity and account only the hashes are known here. A QRIS is who it pays. */
export const evidenceOf = (
  { merchantId, ownerId, phone, accountKey, history, imported }: MerchantRecord,
  qris: string | undefined,
): ShopEvidence => {
  // What the city entered shows nobody until somebody has claimed it.
  const applicant = imported ? imported.claimedBy : history[0]?.by;
  return {
    shopId: merchantId,
    identity: ownerId,
    phone,
    ...(accountKey === undefined ? {} : { account: accountKey }),
    ...(applicant === undefined ? {} : { applicant }),
    ...(qris === undefined ? {} : { qris }),
  };
};
