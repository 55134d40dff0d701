import { isCityAdmin } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import {
  AppealRecord,
  appealsOfCity,
  appealsOfMerchant,
  countOpenAppeals,
  getAppeal,
  insertAppeal,
  replaceAppeal,
} from '../../shared/table/ranking/appeals.ts';
import { retainDecision } from '../../shared/table/ranking/decisions.ts';
import { expectCity, expectOwnMerchant, expectReadableMerchant, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { page } from '../http/page.ts';
import { requireVersion } from '../http/request-meta.ts';
import { expectDecision } from '../reads/lists/redraw.ts';
import { requireForeignShopOf } from '../reads/own-shop.ts';
import { ownerNumbers } from './own-ranking.ts';

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

export const listOwnAppeals = endpoint(
  'GET /merchants/{merchantId}/appeals',
  async ({ params, query, caller }, world) => {
    const { merchantId } = await expectReadableMerchant(world, caller, params.merchantId);
    return page(world, `appeals of ${merchantId}`, query, (request) =>
      appealsOfMerchant(world.table, merchantId, request),
    );
  },
);

export const listAppeals = endpoint('GET /cities/{city}/appeals', async ({ params, query, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  const { state, ...paging } = query;
  return page(world, `appeals ${cityCode} ${state}`, paging, (request) =>
    appealsOfCity(world.table, cityCode, state, request),
  );
});

/** An answer is given once; the second click of the same officer gets the first answer. */
export const answerAppeal = endpoint('POST /appeals/{appealId}/answer', async (ask, world) => {
  const before = await getAppeal(world.table, ask.params.appealId);
  if (!before || !isCityAdmin(ask.caller, before.cityCode))
    throw new Problem('appeal_not_found', 'Keberatan tidak ditemukan. Periksa lagi tautannya.');
  await requireForeignShopOf(world, ask.caller, before.merchantId);
  if (before.answer?.by === ask.caller.person && before.answer.text === ask.body.text) return before;
  requireVersion(ask, before);
  if (before.answer)
    throw new Problem('version_mismatch', 'Keberatan ini sudah dijawab petugas lain. Muat ulang dulu.');
  const answer = { ...ask.body, by: ask.caller.person, at: world.now() };
  const after: AppealRecord = { ...before, state: 'answered', answer, version: before.version + 1 };
  await commit(world.table, [
    replaceAppeal(after),
    countOpenAppeals(after.merchantId, -1),
    ...(await recordAct(
      world.table,
      {
        chain: after.cityCode,
        at: answer.at,
        by: answer.by,
        act: 'appeal-answered',
        person: null,
        subjects: [after.appealId, after.merchantId],
        details: { outcome: answer.outcome },
      },
      ask.caller,
    )),
  ]);
  return after;
});
