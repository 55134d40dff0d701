import * as z from 'zod';
import { adapterOf } from '../../shared/domain/deliveries/couriers/adapters.ts';
import type { CourierPartner } from '../../shared/domain/deliveries/delivery.ts';
import { Problem } from '../../shared/problem.ts';
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

export const openQuote = (
  world: World,
  orderId: string,
  partner: CourierPartner,
  sealed: string | undefined,
): Quote => {
  const opened = sealed === undefined ? undefined : world.cursorSealer.open(sealed, quoteOf(orderId, partner));
  const quote = opened === undefined ? undefined : Quote.parse(JSON.parse(opened));
  if (!quote || quote.expiresAt <= world.now())
    throw new Problem('price_changed', 'Tarif kurir ini sudah tidak berlaku. Lihat tarifnya lagi, lalu pesan.', [
      { pointer: '/quote', detail: 'Minta tarif baru.' },
    ]);
  return quote;
};
