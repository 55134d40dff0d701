import { dayOf } from '../../shared/domain/basics/month.ts';
import type { Application } from '../../shared/domain/capital/application.ts';
import { requireNoneWaiting, sentApplication } from '../../shared/domain/capital/sent-application.ts';
import { countedBy } from '../../shared/domain/capital/tally.ts';
import { asOwn } from '../../shared/domain/capital/told-application.ts';
import { Problem } from '../../shared/problem.ts';
import {
  ApplicationRecord,
  countApplication,
  getApplication,
  getLastAsked,
  insertApplication,
  saveLastAsked,
} from '../../shared/table/capital/applications.ts';
import { getBank } from '../../shared/table/capital/banks.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { merchantStands } from '../../shared/table/register/merchants.ts';
import { expectCity, expectOwnersWord } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import type { World } from '../world.ts';

/** The bank of an application, in the shop's own city. */
const expectBankOf = async ({ table }: World, cityCode: string, bankId: string) => {
  const bank = await getBank(table, bankId);
  if (bank?.cityCode !== cityCode)
    throw new Problem('bank_not_found', 'Bank ini tidak ada di kota Anda. Pilih bank lain.', [
      { pointer: '/bankId', detail: 'Pilih bank di kota Anda.' },
    ]);
  return bank;
};

/** That nothing of the same waits there, and that this is now the last: in one commit, so that of two at once one is told. */
const askedNext = async ({ table }: World, application: Application, at: string): Promise<Write[]> => {
  const { merchantId, bankId, schemeId, applicationId } = application;
  const last = await getLastAsked(table, { merchantId, bankId, schemeId });
  // A repeat under its key, which is answered with what came of it first.
  if (last?.applicationId === applicationId) return [];
  requireNoneWaiting(last && (await getApplication(table, last.applicationId)), at);
  return [saveLastAsked({ merchantId, bankId, schemeId, applicationId, version: (last?.version ?? 0) + 1 })];
};

export const applyForCapital = endpoint('POST /merchants/{merchantId}/capital-applications', async (ask, world) => {
  const shop = await expectOwnersWord(world, ask.caller, ask.params.merchantId);
  if (shop.status !== 'verified')
    throw new Problem('merchant_closed', 'Permohonan modal hanya untuk toko yang sudah diverifikasi kota.');
  const [city, bank] = await Promise.all([
    expectCity(world, shop.cityCode),
    expectBankOf(world, shop.cityCode, ask.body.bankId),
  ]);
  const at = world.now();
  const today = dayOf(at, city.zone);
  const moment = { at, today, month: today.slice(0, 7), by: ask.caller.person };
  const application = sentApplication(ask.body, ask.newId('app'), { shop, bank, moment });
  const existing = await commit(world.table, [
    insertApplication({ ...application, request: ask.fingerprint() }),
    ...(await askedNext(world, application, at)),
    countToday('capital-application', shop.merchantId, at),
    merchantStands(shop),
    ...countApplication(today.slice(0, 4), application, countedBy(undefined, application)),
  ]);
  return asOwn(existing ? firstResult(existing, ask, ApplicationRecord) : application, at);
});
