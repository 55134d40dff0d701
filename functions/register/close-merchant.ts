import { closedByOwner } from '../../shared/domain/register/closing.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { replaceMerchant } from '../../shared/table/register/merchants.ts';
import { expectOwnersWord } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { endedBankConsents } from '../reads/bank-consents.ts';
import { requireNothingUnfinished } from '../reads/unfinished-business.ts';
import { standingWrites } from './decide-merchant.ts';

/**
 * Its owner closes a shop for good, and may then leave it as the last one: a person can go. No bank reads it from then on. The
 * city opens it again when they ask for that, as long as they hold their role.
 */
export const closeMerchant = endpoint('POST /merchants/{merchantId}/close', async (ask, world) => {
  const { table, now } = world;
  const { person } = ask.caller;
  const before = await expectOwnersWord(world, ask.caller, ask.params.merchantId);
  if (before.closedAt !== undefined) return before;
  requireVersion(ask, before);
  const { cityCode, merchantId, status } = before;
  await requireNothingUnfinished(world, merchantId);
  const at = now();
  const after = closedByOwner(before, person, at);
  const act = { chain: cityCode, at, by: person, act: 'merchant-closed', person: null, details: {} } as const;
  await commit(table, [
    replaceMerchant(after),
    ...(status === 'verified' ? await standingWrites(world, after, true) : []),
    ...(await endedBankConsents(world, merchantId)),
    ...(await recordAct(table, { ...act, subjects: [merchantId] }, ask.caller)),
  ]);
  return after;
});
