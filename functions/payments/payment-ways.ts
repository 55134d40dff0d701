import { readShopQris } from '../../shared/domain/payments/qris/qris.ts';
import { SAID_NOTHING, shownWays } from '../../shared/domain/payments/shown-ways.ts';
import type { PaymentWays } from '../../shared/domain/payments/ways.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getWays, saveWays } from '../../shared/table/payments/ways.ts';
import { type MerchantRecord, merchantStands } from '../../shared/table/register/merchants.ts';
import { expectCity, expectOwnMerchant, expectShop, requireMoneyWord, seatsStand } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';

const requireAccount = ({ transfer }: PaymentWays, { account }: MerchantRecord): void => {
  if (transfer && !account)
    throw new Problem('way_not_offered', 'Isi dulu rekening toko, lalu nyalakan transfer.', [
      { pointer: '/transfer', detail: 'Rekening toko belum ada.' },
    ]);
};

const requireDistricts = ({ cod }: PaymentWays, { districts, name }: City): void => {
  const known = new Set(districts.map(({ code }) => code));
  const strange = cod?.districts.findIndex((code) => !known.has(code)) ?? -1;
  if (strange >= 0)
    throw new Problem('region_not_found', `Kecamatan ini tidak ada di ${name}.`, [
      { pointer: `/cod/districts/${strange}`, detail: 'Pilih kecamatan di kota ini.' },
    ]);
};

export const readPaymentWays = endpoint('GET /merchants/{merchantId}/payment-ways', async ({ params }, world) => {
  const { merchantId } = await expectShop(world, params.merchantId);
  return shownWays(await getWays(world.table, merchantId, { consistent: false }));
});

/** What is left out stays: who changes the ceiling of cash does not take the shop's QRIS away. */
const qrisOf = (given: string | null | undefined, before: PaymentWays): string | null => {
  if (given === undefined) return before.qris;
  return given === null ? null : readShopQris(given).payload;
};

/** Where the money goes is the owner's alone to say, never the staff's; nor, by another QRIS, who helps. */
export const setPaymentWays = endpoint('PUT /merchants/{merchantId}/payment-ways', async (ask, world) => {
  const merchant = await expectOwnMerchant(world, ask.caller, ask.params.merchantId, ['owner']);
  const { merchantId, cityCode } = merchant;
  const before = (await getWays(world.table, merchantId)) ?? SAID_NOTHING;
  requireVersion(ask, before);
  const qris = qrisOf(ask.body.qris, before);
  if (qris !== null && qris !== before.qris) requireMoneyWord(ask.caller, merchantId, '/qris');
  const ways = { ...ask.body, qris, merchantId, changedAt: world.now(), version: before.version + 1 };
  requireAccount(ways, merchant);
  requireDistricts(ways, await expectCity(world, cityCode));
  await commit(world.table, [
    saveWays(ways),
    ...seatsStand(ask.caller, `merchant:${merchantId}`),
    // The account that is transferred to stands in the shop's file.
    ...(ways.transfer ? [merchantStands(merchant)] : []),
  ]);
  return shownWays(ways);
});
