import { dayOf } from '../../shared/domain/basics/month.ts';
import {
  type Application,
  asOwn,
  requireNoneWaiting,
  sentApplication,
  withdrawnApplication,
} from '../../shared/domain/capital/application.ts';
import { countedBy } from '../../shared/domain/capital/tally.ts';
import type { SeatedCaller } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import {
  ApplicationRecord,
  applicationsOfMerchant,
  countApplication,
  getApplication,
  getLastAsked,
  insertApplication,
  replaceApplication,
  saveLastAsked,
} from '../../shared/table/capital/applications.ts';
import { getBank } from '../../shared/table/capital/banks.ts';
import { openingsOfMerchant } from '../../shared/table/capital/openings.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { merchantStands } from '../../shared/table/register/merchants.ts';
import { expectCity, expectOwnersWord, expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';

const OWNER = ['owner'] as const;

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

export const listOwnApplications = endpoint(
  'GET /merchants/{merchantId}/capital-applications',
  async ({ params, query, caller }, world) => {
    const { merchantId } = await expectOwnMerchant(world, caller, params.merchantId, OWNER);
    const { items, next } = await page(world, `applications ${merchantId}`, query, (request) =>
      applicationsOfMerchant(world.table, merchantId, request),
    );
    return { items: items.map((one) => asOwn(one, world.now())), next };
  },
);

/** An application of one's own shop; nobody else's is told from one that does not exist. */
const expectOwn = async (world: World, caller: SeatedCaller, params: { merchantId: string; applicationId: string }) => {
  const { merchantId } = await expectOwnMerchant(world, caller, params.merchantId, OWNER);
  const application = await getApplication(world.table, params.applicationId);
  if (application?.merchantId !== merchantId)
    throw new Problem('application_not_found', 'Permohonan ini tidak ada. Muat ulang halaman Modal usaha.');
  return application;
};

/** In one tap and at once: what stands after this commit opens nothing, because an opening needs the version before. */
export const withdrawConsent = endpoint(
  'POST /merchants/{merchantId}/capital-applications/{applicationId}/withdraw',
  async ({ params, caller }, world) => {
    const before = await expectOwn(world, caller, params);
    const after: Application = withdrawnApplication(before, world.now());
    if (after.version !== before.version)
      await commit(world.table, [replaceApplication({ ...after, request: before.request })]);
    return asOwn(after, world.now());
  },
);

export const listOpenings = endpoint(
  'GET /merchants/{merchantId}/capital-openings',
  async ({ params, query, caller }, world) => {
    const { merchantId } = await expectOwnMerchant(world, caller, params.merchantId, OWNER);
    return page(world, `openings ${merchantId}`, query, (request) =>
      openingsOfMerchant(world.table, merchantId, request),
    );
  },
);
