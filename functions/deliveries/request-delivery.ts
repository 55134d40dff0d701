import * as z from 'zod';
import { adapterOf } from '../../shared/domain/deliveries/couriers/adapters.ts';
import {
  type Bringer,
  type CourierPartner,
  type Delivery,
  MOST_ATTEMPTS,
} from '../../shared/domain/deliveries/delivery.ts';
import { requestedBy, underWay, withNotice } from '../../shared/domain/deliveries/move-delivery.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { Problem } from '../../shared/problem.ts';
import { deliveriesOf, insertDelivery, putCourierJob, replaceDelivery } from '../../shared/table/deliveries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { askCourier, expectKeys, jobOf } from './ask-courier.ts';
import { expectShopsOrder, requireSendable } from './expect-order.ts';

/** What a quote said, sealed to its order and ride company, so that nobody orders for another price than was shown. */
const Quote = z.object({ quoteId: z.string(), feeRupiah: z.int(), expiresAt: z.string() });
type Quote = z.infer<typeof Quote>;
const quoteOf = (orderId: string, partner: CourierPartner) => `quote ${orderId} ${partner}`;

export const quoteDelivery = endpoint('GET /orders/{orderId}/delivery-quotes/{partner}', async (ask, world) => {
  const { orderId, partner } = ask.params;
  const order = await expectShopsOrder(world, ask.caller, orderId);
  requireSendable(order);
  const secret = await expectKeys(world, order.merchantId, partner);
  const adapter = adapterOf(secret);
  const [job, now] = [await jobOf(world, order, 1), world.now()];
  const said = adapter.quoted(await askCourier(world, secret, order.merchantId, adapter.quote(job, secret, now)), now);
  const quote = world.cursorSealer.seal(JSON.stringify(Quote.parse(said)), quoteOf(orderId, partner));
  return { partner, feeRupiah: said.feeRupiah, expiresAt: said.expiresAt, quote };
});

const openQuote = (world: World, orderId: string, partner: CourierPartner, sealed: string | undefined): Quote => {
  const opened = sealed === undefined ? undefined : world.cursorSealer.open(sealed, quoteOf(orderId, partner));
  const quote = opened === undefined ? undefined : Quote.parse(JSON.parse(opened));
  if (!quote || quote.expiresAt <= world.now())
    throw new Problem('price_changed', 'Tarif kurir ini sudah tidak berlaku. Lihat tarifnya lagi, lalu pesan.', [
      { pointer: '/quote', detail: 'Minta tarif baru.' },
    ]);
  return quote;
};

type Wanted = { readonly by: Bringer; readonly person: string; readonly feeRupiah: number | null };
const begun = ({ orderId, merchantId, cityCode }: Order, attempt: number, at: string, wanted: Wanted): Delivery => {
  const noticeId = requestedBy(attempt);
  return {
    orderId,
    attempt,
    merchantId,
    cityCode,
    by: wanted.by,
    partnerId: null,
    feeRupiah: wanted.feeRupiah,
    state: 'allocating',
    at,
    decidedBy: noticeId,
    courier: null,
    trackingUrl: null,
    proofs: [],
    reason: null,
    steps: [{ noticeId, state: 'allocating', at }],
    requestedBy: wanted.person,
    requestedAt: at,
    version: 1,
  };
};

/** The attempt that is asked for: the one under way where it is the same, else the next. */
const attemptFor = async ({ table, now }: World, order: Order, wanted: Wanted): Promise<Delivery> => {
  const tried = await deliveriesOf(table, order.orderId);
  const open = underWay(tried);
  if (open && open.by !== wanted.by)
    throw new Problem(
      'delivery_moved_on',
      'Masih ada pengantaran yang berjalan. Batalkan dulu, lalu pilih kurir lain.',
    );
  if (open) return open;
  if (tried.length >= MOST_ATTEMPTS)
    throw new Problem('limit_reached', `Pesanan ini sudah ${MOST_ATTEMPTS} kali diantar. Hubungi pembeli.`);
  const delivery = begun(order, tried.length + 1, now(), wanted);
  await commit(table, [insertDelivery(delivery)]);
  return delivery;
};

/**
 * The attempt is written before the ride company is asked, under a reference that is the same for every repeat: whatever is lost
 * on the way, asking again is the same job. A ride company that refuses ends the attempt.
 */
const ordered = async (world: World, order: Order, delivery: Delivery, partner: CourierPartner, quoteId: string) => {
  const secret = await expectKeys(world, order.merchantId, partner);
  const adapter = adapterOf(secret);
  const job = await jobOf(world, order, delivery.attempt);
  try {
    const call = adapter.create(job, quoteId, secret, world.now());
    const { partnerId, trackingUrl } = adapter.created(await askCourier(world, secret, order.merchantId, call));
    const { orderId, attempt, merchantId } = delivery;
    const after = { ...delivery, partnerId, trackingUrl, version: delivery.version + 1 };
    await commit(world.table, [
      replaceDelivery(after),
      putCourierJob({ merchantId, partner, partnerId, orderId, attempt }),
    ]);
    return after;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'partner_refused') throw error;
    const noticeId = `refused.${delivery.attempt}`;
    const ended = withNotice(delivery, { noticeId, state: 'cancelled', at: world.now() });
    await commit(world.table, [replaceDelivery({ ...ended, reason: 'Mitra menolak permintaan ini.' })]);
    throw error;
  }
};

export const requestDelivery = endpoint(
  'POST /orders/{orderId}/deliveries',
  async ({ params, body, caller }, world) => {
    const order = await expectShopsOrder(world, caller, params.orderId);
    requireSendable(order);
    const { by } = body;
    const wanted = { by, person: caller.person, feeRupiah: null };
    if (by === 'own') return attemptFor(world, order, wanted);
    // Whose keys are missing begins nothing.
    await expectKeys(world, order.merchantId, by);
    const known = underWay(await deliveriesOf(world.table, order.orderId));
    if (known?.by === by && known.partnerId !== null) return known;
    const { quoteId, feeRupiah } = openQuote(world, order.orderId, by, body.quote);
    return ordered(world, order, await attemptFor(world, order, { ...wanted, feeRupiah }), by, quoteId);
  },
);
