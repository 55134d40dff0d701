import { actsForMerchant, isCityAdmin, type SeatedCaller } from '../../shared/domain/people/caller.ts';
import type { Enrolment } from '../../shared/domain/programmes/enrolment.ts';
import { enrolled, requireLeavable, withdrawn } from '../../shared/domain/programmes/moves.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getEnrolment, saveEnrolment } from '../../shared/table/programmes/enrolments.ts';
import { countEnrolled, releaseSeat } from '../../shared/table/programmes/series.ts';
import { getMerchant, type MerchantRecord } from '../../shared/table/register/merchants.ts';
import { noMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { expectSeries } from './programme-access.ts';

/** A shop for its own people, and for the city whose it is: an officer acts for who has no phone. */
const expectEnrollable = async (world: World, caller: SeatedCaller, merchantId: string): Promise<MerchantRecord> => {
  const shop = await getMerchant(world.table, merchantId);
  const mine = shop && (actsForMerchant(caller, merchantId) || isCityAdmin(caller, shop.cityCode));
  if (!mine) throw noMerchant();
  return shop;
};

/** What an officer does for a shop is on record; what a shop does for itself stands in its enrolment. */
const actWrites = async (
  { table }: World,
  caller: SeatedCaller,
  { cityCode, merchantId, state }: Enrolment,
  at: string,
) =>
  actsForMerchant(caller, merchantId)
    ? []
    : recordAct(
        table,
        {
          ...({ chain: cityCode, at, by: caller.person, act: 'programme-enrolled', person: null } as const),
          subjects: [merchantId],
          details: { state },
        },
        caller,
      );

export const enrolShop = endpoint('POST /series/{seriesId}/enrolments', async ({ params, body, caller }, world) => {
  const { series } = await expectSeries(world, params.seriesId);
  const shop = await expectEnrollable(world, caller, body.merchantId);
  if (shop.cityCode !== series.cityCode || shop.status !== 'verified')
    throw new Problem('merchant_not_found', 'Program ini untuk usaha kota ini yang sudah diverifikasi.', [
      { pointer: '/merchantId', detail: 'Pilih usaha lain.' },
    ]);
  const before = await getEnrolment(world.table, series.seriesId, shop.merchantId);
  const moment = { at: world.now(), by: caller.person };
  const { merchantId, ownerId, name, cityCode } = shop;
  const after = enrolled(before, series, { merchantId, ownerId, name, cityCode }, moment);
  if (after !== before)
    await commit(world.table, [
      saveEnrolment(after),
      ...(before ? [] : [countEnrolled(series.seriesId)]),
      ...(await actWrites(world, caller, after, moment.at)),
    ]);
  return after;
});

export const withdrawShop = endpoint('POST /series/{seriesId}/enrolments/{merchantId}/withdraw', async (ask, world) => {
  const { params, caller } = ask;
  const { series } = await expectSeries(world, params.seriesId);
  await expectEnrollable(world, caller, params.merchantId);
  const before = await getEnrolment(world.table, series.seriesId, params.merchantId);
  if (!before) throw new Problem('enrolment_not_found', 'Usaha ini tidak terdaftar di program ini.');
  const at = world.now();
  const after = withdrawn(before);
  if (after !== before) requireLeavable(series, at);
  if (after !== before)
    await commit(world.table, [
      saveEnrolment(after),
      ...(before.state === 'seated' ? [releaseSeat(series.seriesId)] : []),
      ...(await actWrites(world, caller, after, at)),
    ]);
  return after;
});
