import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { Output } from '../../shared/contract.ts';
import { wasHandedOver } from '../../shared/domain/deliveries/move-delivery.ts';
import { requireOneSideOnly } from '../../shared/domain/orders/one-side.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { type OrderPhoto, OrderPhotoId } from '../../shared/domain/orders/order-photos.ts';
import { requireProof } from '../../shared/domain/orders/photo-rules.ts';
import { collect, refuse } from '../../shared/domain/payments/cash-on-delivery/collect.ts';
import { wasBrought } from '../../shared/domain/payments/follow-order.ts';
import { lastReason, paymentAlreadyMoved } from '../../shared/domain/payments/move-payment.ts';
import * as pay from '../../shared/domain/payments/pay.ts';
import { type Payment, withoutQuestions } from '../../shared/domain/payments/payment.ts';
import type { Moment } from '../../shared/domain/payments/payment-step.ts';
import { record } from '../../shared/domain/payments/treasury-payment.ts';
import { TreasuryRecord } from '../../shared/domain/payments/treasury-record.ts';
import { Problem } from '../../shared/problem.ts';
import { deliveriesOf, deliveriesStand } from '../../shared/table/deliveries.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { choseCash } from '../../shared/table/orders/open-orders.ts';
import { getOrderPhoto } from '../../shared/table/orders/order-photos.ts';
import { orderStands } from '../../shared/table/orders/orders.ts';
import { savePayment } from '../../shared/table/payments/payments.ts';
import { expectCity } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { type Current, expectPayment, openOrders, viewOf, wayFacts } from './current-payment.ts';
import { recordedByOffice, type Step, standingWrites } from './payment-writes.ts';
import { shownProof } from './shown-proofs.ts';

type MoveKey = `POST /orders/{orderId}/payment/${Step}`;

/** The body of every move in one shape: its own schema has let it through, here it says only what all may say. */
const Said = z.looseObject({
  proofId: OrderPhotoId.optional(),
  rupiah: z.int().optional(),
  reason: z.string().optional(),
});
type Said = z.infer<typeof Said>;

/** The moment of a decision: who, when, and on which city's clock. */
const momentOf = async ({ caller }: Pick<Ask<MoveKey>, 'caller'>, world: World, { payment }: Current) => ({
  caller,
  at: world.now(),
  zone: (await expectCity(world, payment.cityCode)).zone,
});

const decide = (step: Step, { payment, order }: Current, said: Said, moment: Moment): Payment => {
  const { proofId, rupiah = 0, reason = '' } = said;
  if (step === 'claim') return pay.claim(payment, proofId, moment);
  if (step === 'confirm') return pay.confirm(payment, rupiah, moment);
  if (step === 'not-find') return pay.notFind(payment, reason, moment);
  if (step === 'collect') return collect(payment, wasBrought(order), moment);
  if (step === 'refuse') return refuse(payment, reason, wasBrought(order), moment);
  if (step === 'record') return record(payment, TreasuryRecord.parse(said), moment);
  return step === 'give-back' ? pay.giveBack(payment, reason, moment) : pay.denyReturn(payment, reason, moment);
};

/** A picture that is named as proof is one of this order. */
const expectOwnProof = async ({ table }: World, { order }: Current, photoId: string | undefined) => {
  if (photoId === undefined) return undefined;
  const named = { orderId: order.orderId, purpose: 'proof' as const };
  return requireProof(await getOrderPhoto(table, { ...named, photoId }));
};

/** The payment with another picture says what is known of that one alone. */
const withProof = async (world: World, { order }: Current, decided: Payment, photo: OrderPhoto | undefined) => {
  if (!photo) return { payment: decided, writes: [] };
  const { said, writes } = await shownProof(world, order, photo);
  return { payment: { ...withoutQuestions(decided), ...said }, writes };
};

/**
 * Refused at the door means that the goods came back: no sale, and it counts against the buyer. A courier that handed them over
 * says otherwise, and has the money to answer for; what is never paid is told once the order is over.
 */
const refusedAtDoor = async (step: Step, { table }: World, { orderId, state }: Order): Promise<Write[]> => {
  if (step !== 'refuse' || state !== 'delivered') return [];
  const deliveries = await deliveriesOf(table, orderId);
  if (wasHandedOver(deliveries))
    throw new Problem(
      'payment_too_early',
      'Kurir menyatakan barang sudah di pembeli. Tanyakan uangnya ke kurir; bila tetap tidak dibayar, catat setelah pesanan selesai.',
    );
  return deliveriesStand(orderId, deliveries);
};

/** The same was said again, not another amount, paper, picture or reason under the same move: that would be lost unheard. */
const isRepeated = (step: Step, payment: Payment, said: Said): boolean => {
  if (step === 'claim') return said.proofId === undefined || said.proofId === payment.proofId;
  if (step === 'confirm') return said.rupiah === payment.paidRupiah;
  if (step === 'record') return isDeepStrictEqual(TreasuryRecord.parse(said), payment.treasury);
  return step === 'collect' || said.reason === lastReason(payment);
};

/** Every move: read payment and order, let the table of moves decide, write. A second click finds it done. */
const moveOne = async (ask: Ask<MoveKey>, world: World, step: Step) => {
  const current = await expectPayment(world, ask.params.orderId, ask.caller);
  const said = Said.parse(ask.body ?? {});
  if (paymentAlreadyMoved(current.payment, step, ask.caller.person) && isRepeated(step, current.payment, said))
    return viewOf(world, current, ask.caller);
  requireVersion(ask, { version: current.nextVersion - 1 });
  requireOneSideOnly(current.order, ask.caller);
  const photo = await expectOwnProof(world, current, said.proofId);
  const decided = decide(step, current, said, await momentOf(ask, world, current));
  const { payment, writes: shown } = await withProof(world, current, decided, photo);
  const after = { ...payment, version: current.nextVersion };
  const writes: Write[] = [
    savePayment(after),
    ...shown,
    ...(await standingWrites(world, step, current, ask.caller.person)),
    ...(await refusedAtDoor(step, world, current.order)),
    // Refused at the door is said of an order that nobody received meanwhile: what the clock takes for received is a sale.
    ...(step === 'refuse' ? [orderStands(current.order)] : []),
    ...(step === 'record' ? await recordedByOffice(world, after, ask.caller) : []),
  ];
  await commit(world.table, writes);
  return viewOf(world, { ...current, payment: after }, ask.caller);
};

const moveTo = <K extends MoveKey>(key: K, step: Step) =>
  endpoint<K>(key, async (ask, world) => moveOne(ask as unknown as Ask<MoveKey>, world, step) as Promise<Output<K>>);

export const claimPayment = moveTo('POST /orders/{orderId}/payment/claim', 'claim');
export const confirmPayment = moveTo('POST /orders/{orderId}/payment/confirm', 'confirm');
export const notFindPayment = moveTo('POST /orders/{orderId}/payment/not-find', 'not-find');
export const collectPayment = moveTo('POST /orders/{orderId}/payment/collect', 'collect');
export const refusePayment = moveTo('POST /orders/{orderId}/payment/refuse', 'refuse');
export const recordPayment = moveTo('POST /orders/{orderId}/payment/record', 'record');
export const giveBackPayment = moveTo('POST /orders/{orderId}/payment/give-back', 'give-back');
export const denyReturn = moveTo('POST /orders/{orderId}/payment/deny', 'deny');

export const choosePaymentWay = endpoint('PUT /orders/{orderId}/payment/way', async (ask, world) => {
  const current = await expectPayment(world, ask.params.orderId, ask.caller);
  requireVersion(ask, { version: current.nextVersion - 1 });
  const open = await openOrders(world, current.payment.buyer);
  const facts = await wayFacts(world, current, open);
  const chosen = pay.chooseWay(current.payment, ask.body.way, facts, await momentOf(ask, world, current));
  if (current.payment.way === chosen.way) return viewOf(world, current, ask.caller);
  const after = { ...chosen, version: current.nextVersion };
  const cash = chosen.way === 'cod' ? [choseCash(after.buyer, open)] : [];
  await commit(world.table, [savePayment(after), ...cash]);
  return viewOf(world, { ...current, payment: after }, ask.caller);
});
