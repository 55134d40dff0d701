import { isCityAdmin } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { type AppealRecord, countOpenAppeals, getAppeal, replaceAppeal } from '../../shared/table/ranking/appeals.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { requireForeignShopOf } from '../reads/own-shop.ts';

/** An answer is given once; the second click of the same officer gets the first answer. */
export const answerAppeal = endpoint('POST /appeals/{appealId}/answer', async (ask, world) => {
  const before = await getAppeal(world.table, ask.params.appealId);
  if (!before || !isCityAdmin(ask.caller, before.cityCode))
    throw new Problem('appeal_not_found', 'Keberatan tidak ditemukan. Periksa lagi tautannya.');
  await requireForeignShopOf(world, ask.caller, before.merchantId);
  if (before.answer?.by === ask.caller.person && before.answer.text === ask.body.text) return before;
  if (before.answer) throw new Problem('version_mismatch', 'Petugas lain sudah menjawab keberatan ini.');
  requireVersion(ask, before);
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
