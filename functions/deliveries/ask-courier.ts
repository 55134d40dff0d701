import { adapterOf, type CourierSecret, courierNames } from '../../shared/domain/deliveries/couriers/adapters.ts';
import { type Call, type Job, referenceOf } from '../../shared/domain/deliveries/couriers/courier.ts';
import type { CourierPartner } from '../../shared/domain/deliveries/delivery.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { Problem } from '../../shared/problem.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import type { Answer } from '../couriers.ts';
import { cachedFor } from '../reads/cached-for.ts';
import type { World } from '../world.ts';
import { openKeys } from './courier-keys.ts';

/** A token is asked for again so often; each company's holds longer. */
const TOKEN_SECONDS = 300;

export const refusedBy = (partner: CourierPartner): Problem =>
  new Problem(
    'partner_refused',
    `${courierNames[partner]} menolak permintaan ini. Periksa alamat, atau pilih kurir lain.`,
  );
const unreachable = (partner: CourierPartner): Problem =>
  new Problem('partner_unreachable', `${courierNames[partner]} belum menjawab. Coba lagi sebentar lagi.`);

/** The keys of a shop, or the sentence that it has none. */
export const expectKeys = async (world: World, merchantId: string, partner: CourierPartner): Promise<CourierSecret> => {
  const secret = await openKeys(world, merchantId, partner);
  if (!secret)
    throw new Problem(
      'courier_keys_missing',
      `Toko belum memasang akun ${courierNames[partner]}. Isi kuncinya di Toko saya.`,
    );
  return secret;
};

/** @throws Problem partner_unreachable when nobody can say whether it was done; partner_refused when it was not */
const answered = async (world: World, partner: CourierPartner, call: Call): Promise<unknown> => {
  let answer: Answer;
  try {
    answer = await world.couriers(partner, call);
  } catch (error) {
    world.logger.warn('a partner was not reached', { partner, error: error as Error });
    throw unreachable(partner);
  }
  if (answer.status >= 500 || answer.status === 429) throw unreachable(partner);
  if (answer.status >= 300) throw refusedBy(partner);
  return answer.body;
};

/** Asks a ride company for something, with its token where it wants one. */
export const askCourier = async (
  world: World,
  secret: CourierSecret,
  merchantId: string,
  call: Call,
): Promise<unknown> => {
  const { partner } = secret;
  const { token } = adapterOf(secret);
  if (!token) return answered(world, partner, call);
  const bearer = await cachedFor(world, `courier token ${partner} ${merchantId}`, TOKEN_SECONDS, async () =>
    token.read(await answered(world, partner, token.ask(secret))),
  );
  return answered(world, partner, { ...call, headers: { ...call.headers, authorization: `Bearer ${bearer}` } });
};

const MOST_GOODS = 120;
/** What a courier is told of an order: what it takes to bring it, and nothing more. */
export const jobOf = async ({ table }: World, order: Order, attempt: number): Promise<Job> => {
  const shop = await getMerchant(table, order.merchantId);
  const { address, note } = order.deliverTo;
  return {
    reference: referenceOf({ orderId: order.orderId, attempt }),
    from: { name: order.merchantName, phone: shop?.phone ?? '', address: shop?.address ?? '' },
    to: { name: order.buyerName, phone: order.buyerPhone ?? '', address: [address, note].filter(Boolean).join(' · ') },
    goods: order.lines
      .map(({ name, quantity }) => `${quantity} ${name}`)
      .join(', ')
      .slice(0, MOST_GOODS),
    goodsRupiah: order.totalRupiah,
  };
};
