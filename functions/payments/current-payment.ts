import { NOTHING_OPEN, type OpenOrders } from '../../shared/domain/orders/open-orders.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { followOrder } from '../../shared/domain/payments/follow-order.ts';
import { howToPay, type PaymentView, wayChoices } from '../../shared/domain/payments/how-to-pay.ts';
import { partiesOfPayment, requirePaymentParty } from '../../shared/domain/payments/move-payment.ts';
import { type Payment, withoutQuestions } from '../../shared/domain/payments/payment.ts';
import { isOpenPayment } from '../../shared/domain/payments/payment-clock.ts';
import { paymentOf } from '../../shared/domain/payments/payment-of.ts';
import type { WayFacts } from '../../shared/domain/payments/way-rule.ts';
import { NO_WAYS } from '../../shared/domain/payments/ways.ts';
import type { Caller } from '../../shared/domain/people/caller.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { openOrdersOf } from '../../shared/table/orders/open-orders.ts';
import { orderOf } from '../../shared/table/orders/orders.ts';
import { paymentAt } from '../../shared/table/payments/payments.ts';
import { getWays } from '../../shared/table/payments/ways.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import { expectCity } from '../http/access.ts';
import { cashClosed, openCash } from '../reads/buyers/cash-of-buyer.ts';
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

/** What a buyer has open: what a choice of cash is decided from. */
export const openOrders = async ({ table }: World, person: string): Promise<OpenOrders> =>
  (await readTogether(table, { open: openOrdersOf(person) })).open ?? NOTHING_OPEN;

/** What decides which ways a buyer may choose for an order. */
export const wayFacts = async (
  world: World,
  { payment, order }: Pick<Current, 'payment' | 'order'>,
  open: OpenOrders,
): Promise<WayFacts> => {
  const office = payment.agencyId !== null;
  const [ways, city] = await Promise.all([
    getWays(world.table, payment.merchantId),
    expectCity(world, payment.cityCode),
  ]);
  const [closed, openCashRupiah] = office
    ? [{ codClosedUntil: null }, 0]
    : await Promise.all([cashClosed(world, order, city, open), openCash(world, open, order)]);
  return {
    ways: ways ?? NO_WAYS,
    office,
    totalRupiah: payment.totalRupiah,
    district: payment.district,
    pickedUp: payment.pickedUp,
    ...closed,
    openCashRupiah,
  };
};

/** The payment as this person may see it: to the buyer also how, and among what to choose. */
export const viewOf = async (
  world: World,
  { payment: known, order }: Pick<Current, 'payment' | 'order'>,
  caller: Caller,
): Promise<PaymentView> => {
  const parties = partiesOfPayment(known, caller);
  const payment = parties.includes('merchant') ? known : withoutQuestions(known);
  const buys = parties.some((party) => party !== 'merchant');
  if (!buys || !isOpenPayment(payment)) return { ...payment, howToPay: null, choices: [] };
  const [facts, merchant] = await Promise.all([
    openOrders(world, payment.buyer).then((open) => wayFacts(world, { payment, order }, open)),
    payment.way === 'transfer' || payment.way === 'treasury' ? getMerchant(world.table, payment.merchantId) : undefined,
  ]);
  const account = merchant && openSecrets(merchant, world.identitySealer(merchant.cityCode)).account;
  return { ...payment, howToPay: howToPay(payment, facts.ways, account), choices: wayChoices(facts) };
};
