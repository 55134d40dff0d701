import { CourierSecret, courierNames } from '../../shared/domain/deliveries/couriers/adapters.ts';
import type { CourierPartner } from '../../shared/domain/deliveries/delivery.ts';
import { Problem } from '../../shared/problem.ts';
import { couriersOf, getCourierKeys, putCourierKeys } from '../../shared/table/deliveries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import { expectOwnMerchant, requireSeller, seatsStand } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';

const bound = (merchantId: string, partner: CourierPartner) => `courier ${merchantId} ${partner}`;

export const setCourierPartner = endpoint(
  'PUT /merchants/{merchantId}/courier-partners/{partner}',
  async ({ params, body, caller }, world) => {
    const { merchantId, cityCode } = await expectOwnMerchant(world, caller, params.merchantId, ['owner']);
    const { partner } = params;
    const secret = CourierSecret.safeParse({ partner, ...body });
    // Anything less than a ride company needs is refused, never taken as an open door.
    if (!secret.success)
      throw new Problem(
        'invalid_request',
        `Isi semua kunci dari ${courierNames[partner]}.`,
        secret.error.issues.map(({ path }) => ({ pointer: `/${String(path[0])}`, detail: 'Wajib untuk mitra ini.' })),
      );
    const sealed = world.identitySealer(cityCode).seal(JSON.stringify(secret.data), bound(merchantId, partner));
    await commit(world.table, [
      putCourierKeys({ merchantId, partner, sealed, changedAt: world.now() }),
      ...seatsStand(caller, `merchant:${merchantId}`),
    ]);
    return { partner, address: `/api/merchants/${merchantId}/delivery-notices/${partner}` };
  },
);

export const listCourierPartners = endpoint('GET /merchants/{merchantId}/courier-partners', async (ask, world) => {
  const { merchantId } = ask.params;
  requireSeller(ask.caller, merchantId);
  return { partners: await couriersOf(world.table, merchantId) };
});

/** A shop's keys with a ride company, opened; none where it has given none. */
export const openKeys = async (
  world: World,
  merchantId: string,
  partner: CourierPartner,
): Promise<CourierSecret | undefined> => {
  const [merchant, record] = await Promise.all([
    getMerchant(world.table, merchantId),
    getCourierKeys(world.table, merchantId, partner),
  ]);
  const opened =
    merchant && record && world.identitySealer(merchant.cityCode).open(record.sealed, bound(merchantId, partner));
  return opened === undefined ? undefined : CourierSecret.parse(JSON.parse(opened));
};
