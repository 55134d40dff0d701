import { noRefusals, withRefusal } from '../../shared/domain/payments/cash-on-delivery/cod-standing.ts';
import type { Payment } from '../../shared/domain/payments/payment.ts';
import type { PaymentMove } from '../../shared/domain/payments/payment-states.ts';
import type { SeatedCaller } from '../../shared/domain/people/caller.ts';
import { recordAct } from '../../shared/table/audit.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import {
  getCodStanding,
  getPhoneStanding,
  saveCodStanding,
  savePhoneStanding,
} from '../../shared/table/payments/payments.ts';
import { phoneKeyOf } from '../reads/buyers/cash-of-buyer.ts';
import type { World } from '../world.ts';
import type { Current } from './current-payment.ts';
import { PAID_AFTER_ALL, strikeRefusal } from './strike-refusal.ts';

export type Step = Exclude<PaymentMove, 'end'>;

/** A refusal counts against cash for the buyer, and for the phone they gave, in the city; no more when it was paid after all. */
export const standingWrites = async (world: World, step: Step, { order }: Current, by: string): Promise<Write[]> => {
  if (step !== 'refuse' && step !== 'collect') return [];
  const { buyer, cityCode, orderId, ownerId } = order;
  const at = world.now();
  if (step === 'collect') return strikeRefusal(world, order, { at, by, reason: PAID_AFTER_ALL });
  const phone = phoneKeyOf(world, order);
  const [own, ofPhone] = await Promise.all([
    getCodStanding(world.table, buyer, cityCode),
    getPhoneStanding(world.table, phone),
  ]);
  return [
    saveCodStanding(withRefusal(own ?? noRefusals(buyer, cityCode), { orderId, at })),
    savePhoneStanding(withRefusal(ofPhone ?? { ...phone, refusals: [], version: 0 }, { orderId, at, ownerId })),
  ];
};

/** That public money was paid is an act of the treasurer's office. */
export const recordedByOffice = (
  { table, now }: World,
  { cityCode, orderId, agencyId }: Payment,
  caller: SeatedCaller,
) => {
  const act = { chain: cityCode, at: now(), by: caller.person, act: 'payment-recorded', person: null } as const;
  return recordAct(
    table,
    { ...act, subjects: [orderId, ...(agencyId === null ? [] : [agencyId])], details: {} },
    caller,
  );
};
