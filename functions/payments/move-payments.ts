import * as z from 'zod';
import type { Output } from '../../shared/contract.ts';
import { requireOneSideOnly } from '../../shared/domain/orders/one-side.ts';
import { OrderPhotoId, requireProof } from '../../shared/domain/orders/order-photos.ts';
import { isCounted, noRefusals, struckRefusal, withRefusal } from '../../shared/domain/payments/cod-standing.ts';
import { wasBrought } from '../../shared/domain/payments/follow-order.ts';
import { paymentAlreadyMoved } from '../../shared/domain/payments/move-payment.ts';
import * as pay from '../../shared/domain/payments/pay.ts';
import { type Payment, TreasuryRecord } from '../../shared/domain/payments/payment.ts';
import type { PaymentMove } from '../../shared/domain/payments/payment-states.ts';
import type { SeatedCaller } from '../../shared/domain/people/caller.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { getOrderPhoto } from '../../shared/table/orders/order-photos.ts';
import { orderStands } from '../../shared/table/orders/orders.ts';
import { getCodStanding, saveCodStanding, savePayment } from '../../shared/table/payments/payments.ts';
import { expectCity } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { type Current, expectPayment, viewOf, wayFacts } from './current-payment.ts';

type Step = Exclude<PaymentMove, 'end'>;
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
  ...{ caller, at: world.now() },
  zone: (await expectCity(world, payment.cityCode)).zone,
});

const decide = (step: Step, { payment, order }: Current, said: Said, moment: pay.Moment): Payment => {
  const { proofId, rupiah = 0, reason = '' } = said;
  if (step === 'claim') return pay.claim(payment, proofId, moment);
  if (step === 'confirm') return pay.confirm(payment, rupiah, moment);
  if (step === 'not-find') return pay.notFind(payment, reason, moment);
  if (step === 'collect') return pay.collect(payment, wasBrought(order), moment);
  if (step === 'refuse') return pay.refuse(payment, reason, wasBrought(order), moment);
  if (step === 'record') return pay.record(payment, TreasuryRecord.parse(said), moment);
  return step === 'give-back' ? pay.giveBack(payment, reason, moment) : pay.denyReturn(payment, reason, moment);
};

/** A refusal counts against cash for the buyer in the city, and counts no more when it was paid after all. */
const standingWrites = async ({ table, now }: World, step: Step, { buyer, cityCode, orderId }: Payment, by: string) => {
  if (step !== 'refuse' && step !== 'collect') return [];
  const standing = await getCodStanding(table, buyer, cityCode);
  if (step === 'refuse') return [saveCodStanding(withRefusal(standing ?? noRefusals(buyer, cityCode), orderId, now()))];
  const struck = { at: now(), by, reason: 'Sudah dibayar.' };
  return standing && isCounted(standing, orderId) ? [saveCodStanding(struckRefusal(standing, orderId, struck))] : [];
};

/** That public money was paid is an act of the treasurer's office. */
const recordedByOffice = ({ table, now }: World, { cityCode, orderId, agencyId }: Payment, caller: SeatedCaller) => {
  const act = { chain: cityCode, at: now(), by: caller.person, act: 'payment-recorded', person: null } as const;
  return recordAct(
    table,
    { ...act, subjects: [orderId, ...(agencyId === null ? [] : [agencyId])], details: {} },
    caller,
  );
};

/** A picture that is named as proof is one of this order. */
const requireOwnProof = async ({ table }: World, { order }: Current, photoId: string | undefined): Promise<void> => {
  const named = { orderId: order.orderId, purpose: 'proof' as const };
  requireProof(photoId, photoId === undefined ? undefined : await getOrderPhoto(table, { ...named, photoId }));
};

/** Every move: read payment and order, let the table of moves decide, write. A second click finds it done. */
const moveOne = async (ask: Ask<MoveKey>, world: World, step: Step) => {
  const current = await expectPayment(world, ask.params.orderId, ask.caller);
  if (paymentAlreadyMoved(current.payment, step, ask.caller.person)) return viewOf(world, current.payment, ask.caller);
  requireVersion(ask, { version: current.nextVersion - 1 });
  requireOneSideOnly(current.order, ask.caller);
  const said = Said.parse(ask.body ?? {});
  await requireOwnProof(world, current, said.proofId);
  const decided = decide(step, current, said, await momentOf(ask, world, current));
  const after = { ...decided, version: current.nextVersion };
  const writes: Write[] = [
    savePayment(after),
    ...(await standingWrites(world, step, after, ask.caller.person)),
    // Refused at the door is said of an order that nobody received meanwhile: what the clock takes for received is a sale.
    ...(step === 'refuse' ? [orderStands(current.order)] : []),
    ...(step === 'record' ? await recordedByOffice(world, after, ask.caller) : []),
  ];
  await commit(world.table, writes);
  return viewOf(world, after, ask.caller);
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
  const facts = await wayFacts(world, current);
  const chosen = pay.chooseWay(current.payment, ask.body.way, facts, await momentOf(ask, world, current));
  const after = { ...chosen, version: current.nextVersion };
  if (current.payment.way !== after.way) await commit(world.table, [savePayment(after)]);
  return viewOf(world, current.payment.way === after.way ? current.payment : after, ask.caller);
});
