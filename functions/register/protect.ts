import type { Sealer } from '../../shared/domain/basics/keys/seal.ts';
import { accountText, shownAccount } from '../../shared/domain/register/bank.ts';
import { mask } from '../../shared/domain/register/merchant.ts';
import type { Numbers, Secrets } from '../reads/merchant-secrets.ts';

/** Secrets as they are shown: masked; as they are found: by keyed hashes; and as they are kept: sealed to this shop. */
export const protect = ({ account, ...numbers }: Secrets, kind: string, merchantId: string, seals: Sealer) => ({
  ...Object.fromEntries(
    Object.entries(numbers).flatMap(([name, digits]) => (digits === undefined ? [] : [[name, mask(digits)]])),
  ),
  identityKey: identityKeyOf({ kind, ...numbers }, seals),
  ...(account ? { account: shownAccount(account), accountKey: seals.keyed(accountText(account)).slice(0, 26) } : {}),
  sealed: seals.seal(JSON.stringify({ ...numbers, account }), merchantId),
});

/**
 * Shops of one identity have one owner: a person's NIK, an entity's NPWP. The keyed hash stays inside: whoever could see
 * it, or an id made from it, could try numbers until it fits.
 */
const identityKeyOf = ({ kind, nik, npwp }: { kind: string } & Numbers, seals: Sealer): string =>
  seals.keyed(`${(kind === 'person' ? nik : npwp) ?? ''}`).slice(0, 26);
