import type { Order } from '../../shared/domain/orders/order.ts';
import { codClosedDay } from '../../shared/domain/payments/cod-standing.ts';
import { followOrder } from '../../shared/domain/payments/follow-order.ts';
import { howToPay, type PaymentView, wayChoices } from '../../shared/domain/payments/how-to-pay.ts';
import { partiesOfPayment, requirePaymentParty } from '../../shared/domain/payments/move-payment.ts';
import { type Payment, paymentOf } from '../../shared/domain/payments/payment.ts';
import { isOpenPayment } from '../../shared/domain/payments/payment-clock.ts';
import type { WayFacts } from '../../shared/domain/payments/way-rule.ts';
import { NO_WAYS } from '../../shared/domain/payments/ways.ts';
import type { Caller } from '../../shared/domain/people/caller.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { orderOf } from '../../shared/table/orders/orders.ts';
import { getCodStanding, paymentAt } from '../../shared/table/payments/payments.ts';
import { getWays } from '../../shared/table/payments/ways.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import { expectCity } from '../http/access.ts';
import { openSecrets } from '../reads/merchant-secrets.ts';
import type { World } from '../world.ts';

/** A payment as its order asks for it now, whether or not the follower has been there, and the version a write puts. */
export type Current = { readonly payment: Payment; readonly order: Order; readonly nextVersion: number };

export const currentPayment = async ({ table, now }: World, orderId: string): Promise<Current | undefined> => {
  const { order, stored } = await readTogether(table, { order: orderOf(orderId), stored: paymentAt(orderId) });
  if (!order) return undefined;
  const payment = stored ?? paymentOf(order);
  const nextVersion = (stored?.version ?? 0) + 1;
  return { payment: followOrder(payment, order, now()) ?? payment, order, nextVersion };
};

/** The same, for its parties; to everybody else it does not exist. */
export const expectPayment = async (world: World, orderId: string, caller: Caller): Promise<Current> => {
  const current = await currentPayment(world, orderId);
  requirePaymentParty(current?.payment, caller);
  return current as Current;
};

/** What decides which ways a buyer may choose for an order. */
export const wayFacts = async (world: World, { payment }: Pick<Current, 'payment'>): Promise<WayFacts> => {
  const { table, now } = world;
  const office = payment.agencyId !== null;
  const [ways, standing, { zone }] = await Promise.all([
    getWays(table, payment.merchantId),
    office ? undefined : getCodStanding(table, payment.buyer, payment.cityCode),
    expectCity(world, payment.cityCode),
  ]);
  return {
    ways: ways ?? NO_WAYS,
    office,
    totalRupiah: payment.totalRupiah,
    district: payment.district,
    pickedUp: payment.pickedUp,
    codClosedUntil: codClosedDay(standing, now(), zone),
  };
};

/** The payment as this person may see it: to the buyer also how, and among what to choose. */
export const viewOf = async (world: World, payment: Payment, caller: Caller): Promise<PaymentView> => {
  const buys = partiesOfPayment(payment, caller).some((party) => party !== 'merchant');
  if (!buys || !isOpenPayment(payment)) return { ...payment, howToPay: null, choices: [] };
  const [facts, merchant] = await Promise.all([
    wayFacts(world, { payment }),
    payment.way === 'transfer' || payment.way === 'treasury' ? getMerchant(world.table, payment.merchantId) : undefined,
  ]);
  const account = merchant && openSecrets(merchant, world.identitySealer(merchant.cityCode)).account;
  return { ...payment, howToPay: howToPay(payment, facts.ways, account), choices: wayChoices(facts) };
};
