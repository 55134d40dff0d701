import { idPattern } from '../../shared/domain/basics/id.ts';
import { applyNotice, type Outcome } from '../../shared/domain/payments/notices/apply-notice.ts';
import { Notice, type ParkedReason } from '../../shared/domain/payments/notices/notice.ts';
import { withUnplaced } from '../../shared/domain/payments/notices/unplaced.ts';
import type { Payment } from '../../shared/domain/payments/payment.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getPaymentNotice, type PaymentNoticeRecord, savePaymentNotice } from '../../shared/table/payments/notices.ts';
import { savePayment } from '../../shared/table/payments/payments.ts';
import { expectCity } from '../http/access.ts';
import type { World } from '../world.ts';
import { type Current, currentPayment } from './current-payment.ts';

const ORDER = idPattern('ord');
/** Whether what a provider calls a payment can be one of our orders. */
export const isOrderId = (reference: string): boolean => ORDER.test(reference);

const isMoney = ({ status }: Notice): boolean => status === 'paid' || status === 'refunded';

const applied = async (world: World, notice: Notice, current: Current | undefined): Promise<Outcome> => {
  // A shop may sell elsewhere through the same account: of that only money is worth a look.
  if (!isOrderId(notice.reference))
    return isMoney(notice) ? { kind: 'parked', reason: 'reference' } : { kind: 'noted' };
  if (!current) return { kind: 'early' };
  const { zone } = await expectCity(world, current.payment.cityCode);
  return applyNotice(current.payment, notice, world.now(), zone);
};

const read = (world: World, { reference }: Notice) =>
  isOrderId(reference) ? currentPayment(world, reference) : Promise.resolve(undefined);

const paymentAfter = (world: World, notice: Notice, outcome: Outcome, { payment }: Current): Payment | undefined =>
  'payment' in outcome ? outcome.payment : withUnplaced(payment, notice, outcome, world.now());

/** Writes what a notice did and the payment it moved, together: a notice never counts without its effect, or twice. */
const write = async (world: World, record: PaymentNoticeRecord, outcome: Outcome, current: Current | undefined) => {
  const after = current && paymentAfter(world, record, outcome, current);
  const moved = after ? [{ ...after, version: current.nextVersion }] : [];
  await commit(world.table, [...savePaymentNotice(record), ...moved.map(savePayment)]);
};

/** Why a person should look at it; money for an order that nobody knows may be money of another shop's order. */
const reasonOf = (notice: Notice, outcome: Outcome): ParkedReason | undefined => {
  if (outcome.kind === 'early') return isMoney(notice) ? 'unknown-order' : undefined;
  return 'reason' in outcome ? outcome.reason : undefined;
};

const recordOf = (notice: Notice, outcome: Outcome, version: number): PaymentNoticeRecord => {
  const reason = reasonOf(notice, outcome);
  return { ...Notice.parse(notice), outcome: outcome.kind, ...(reason ? { reason } : {}), version };
};

/** Applies a notice once. One that was kept because its order was unknown is tried again; any other is done. */
export const settleNotice = async (world: World, notice: Notice): Promise<void> => {
  const known = await getPaymentNotice(world.table, notice);
  if (known && known.outcome !== 'early') return;
  const current = await read(world, notice);
  const outcome = await applied(world, notice, current);
  if (known && outcome.kind === 'early') return;
  await write(world, recordOf(known ?? notice, outcome, (known?.version ?? 0) + 1), outcome, current);
  // The order may have been placed between the look and the write: who comes second, this or the follower, sees both.
  if (outcome.kind === 'early' && (await read(world, notice))) await settleNotice(world, notice);
};
