import { codClosedUntil, isCounted } from '../../shared/domain/payments/cash-on-delivery/cod-standing.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getOrder } from '../../shared/table/orders/orders.ts';
import { getCodStanding, getPayment } from '../../shared/table/payments/payments.ts';
import { expectCity, requireCityAdmin, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { calledIn } from '../reads/called-in.ts';
import type { World } from '../world.ts';
import { PAID_AFTER_ALL, strikeRefusal } from './strike-refusal.ts';

export const readOwnCod = endpoint('GET /cities/{city}/cash-on-delivery', async ({ params, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  const standing = await getCodStanding(world.table, caller.person, cityCode);
  const refusals = standing?.refusals ?? [];
  return {
    closedUntil: codClosedUntil(standing, world.now()),
    refusals: refusals.map(({ orderId, at, struck }) => ({ orderId, at, struck: struck !== undefined })),
  };
});

/** By the order's number, which the buyer tells the city: the city learns no list of who refused what. */
const expectRefusal = async ({ table }: World, city: string, orderId: string) => {
  const order = await getOrder(table, orderId);
  const standing = order?.cityCode === city ? await getCodStanding(table, order.buyer, city) : undefined;
  const refusal = standing?.refusals.find((one) => one.orderId === orderId);
  if (!order || !standing || !refusal)
    throw new Problem(
      'payment_not_found',
      'Tidak ada penolakan bayar di tempat untuk pesanan ini. Periksa nomor pesanannya.',
    );
  return { order, standing, refusal };
};

export const readCodRefusal = endpoint(
  'GET /cities/{city}/cash-on-delivery/{orderId}',
  async ({ params: { city, orderId }, caller }, world) => {
    requireCityReader(caller, city);
    const { order, standing, refusal } = await expectRefusal(world, city, orderId);
    const payment = await getPayment(world.table, orderId);
    const { merchantId, merchantName, totalRupiah, placedAt } = order;
    const { at, struck } = refusal;
    // A shop's own people are nobody of the city: who took the money after all is not named.
    const byCity = struck && struck.reason !== PAID_AFTER_ALL;
    return {
      orderId,
      merchantId,
      merchantName,
      totalRupiah,
      placedAt,
      at,
      reason: payment?.history.findLast(({ state }) => state === 'refused')?.reason ?? null,
      struck: struck ? { at: struck.at, by: byCity ? struck.by : null, reason: struck.reason } : null,
      people: await calledIn(world, city, byCity ? [struck.by] : []),
      own: standing.person === caller.person,
    };
  },
);

export const strikeCodRefusal = endpoint(
  'POST /cities/{city}/cash-on-delivery/{orderId}/strike',
  async ({ params: { city, orderId }, body, caller }, world) => {
    const { table, now } = world;
    requireCityAdmin(caller, city);
    const { order, standing } = await expectRefusal(world, city, orderId);
    if (standing.person === caller.person)
      throw new Problem('own_payment', 'Ini penolakan Anda sendiri; petugas lain yang menilainya.');
    const struck = { at: now(), by: caller.person, reason: body.reason };
    const act = {
      chain: city,
      at: struck.at,
      by: struck.by,
      act: 'cash-refusal-struck',
      person: standing.person,
    } as const;
    if (isCounted(standing, orderId))
      await commit(table, [
        ...(await strikeRefusal(world, order, struck)),
        ...(await recordAct(table, { ...act, subjects: [orderId], details: {} }, caller)),
      ]);
    return { struck: true as const };
  },
);
