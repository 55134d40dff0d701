import { commit } from '../../shared/table/engine/writes.ts';
import { AppealRecord, countOpenAppeals, insertAppeal } from '../../shared/table/ranking/appeals.ts';
import { retainDecision } from '../../shared/table/ranking/decisions.ts';
import { expectCity, expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { expectDecision } from '../reads/lists/redraw.ts';
import { ownerNumbers } from './owner-numbers.ts';

/** The numbers of the moment go with the appeal, so that the city looks at what the owner saw. */
export const openAppeal = endpoint('POST /merchants/{merchantId}/appeals', async (ask, world) => {
  const merchant = await expectOwnMerchant(world, ask.caller, ask.params.merchantId);
  const city = await expectCity(world, merchant.cityCode);
  const { decisionId = null, text } = ask.body;
  if (decisionId !== null) await expectDecision(world, decisionId);
  const { ledger, row, recentSalesRupiah } = await ownerNumbers(world, city, merchant, ask.caller);
  const appeal: AppealRecord = {
    appealId: ask.newId('apl', merchant.merchantId),
    cityCode: merchant.cityCode,
    merchantId: merchant.merchantId,
    merchantName: merchant.name,
    state: 'open',
    text,
    decisionId,
    ledgerVersion: ledger.version,
    recentSalesRupiah,
    exposure: row.exposure,
    by: ask.caller.person,
    at: world.now(),
    answer: null,
    version: 1,
    request: ask.fingerprint(),
  };
  if (decisionId !== null) await commit(world.table, [retainDecision(decisionId)]);
  const existing = await commit(world.table, [insertAppeal(appeal), countOpenAppeals(merchant.merchantId, 1)]);
  return existing ? firstResult(existing, ask, AppealRecord) : appeal;
});
