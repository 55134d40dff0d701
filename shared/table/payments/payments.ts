import * as z from 'zod';
import type { Day, Instant } from '../../domain/basics/month.ts';
import { CodStanding, PhoneStanding } from '../../domain/payments/cash-on-delivery/cod-standing.ts';
import { Payment, PaymentCard } from '../../domain/payments/payment.ts';
import { isOpenPayment } from '../../domain/payments/payment-clock.ts';
import type { PaymentState } from '../../domain/payments/payment-states.ts';
import { existsNot, is } from '../engine/fields.ts';
import { everyPage, list, type PageRequest } from '../engine/pages.ts';
import { type Freshness, get, getMany, type Read, readOf } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { check, save, type Write } from '../engine/writes.ts';

// | entity      | pk         | sk        | list 1                                                        | list 2                                |
// | Payment     | ORDER#id   | PAYMENT   | AGENCY#id / PAYMENT#<open or settled>, handedOverAt (offices) | MERCHANT#id / PAYMENT#state, placedAt |
// | CodStanding | PERSON#sub | COD#35.73 |                                                               |                                       |
// | PhoneStanding | CITY#35.73#CASH-PHONE#<keyed hash> | CASH-PHONE |                                    |                                       |
const paymentKey = (orderId: string) => ({ pk: `ORDER#${orderId}`, sk: 'PAYMENT' });
const payments = entity({
  type: 'Payment',
  schema: Payment,
  key: ({ orderId }: Pick<Payment, 'orderId'>) => paymentKey(orderId),
  list1: ({ agencyId, state, handedOverAt, placedAt, orderId }) =>
    agencyId === null
      ? undefined
      : {
          pk: `AGENCY#${agencyId}`,
          // Handed over first: of what waits, the oldest stands in front.
          sk: `PAYMENT#${openness({ state, handedOverAt })}#${handedOverAt ?? placedAt}#${orderId}`,
        },
  list2: ({ merchantId, state, placedAt, orderId }) => ({
    pk: `MERCHANT#${merchantId}`,
    sk: `PAYMENT#${state}#${placedAt}#${orderId}`,
  }),
  card: namesIn(PaymentCard),
});

/** Waiting for its money, goods still to come, or settled. */
type Openness = 'waiting' | 'coming' | 'settled';
const openness = (payment: Pick<Payment, 'state' | 'handedOverAt'>): Openness => {
  if (!isOpenPayment(payment)) return 'settled';
  return payment.handedOverAt === null ? 'coming' : 'waiting';
};

const codKey = (person: string, cityCode: string) => ({ pk: `PERSON#${person}`, sk: `COD#${cityCode}` });
const codStandings = entity({
  type: 'CodStanding',
  schema: CodStanding,
  key: ({ person, cityCode }: Pick<CodStanding, 'person' | 'cityCode'>) => codKey(person, cityCode),
});

const phoneKey = ({ cityCode, phoneKey: hash }: Pick<PhoneStanding, 'cityCode' | 'phoneKey'>) => ({
  pk: `CITY#${cityCode}#CASH-PHONE#${hash}`,
  sk: 'CASH-PHONE',
});
/** A refusal closes nothing after ninety days: a week later nothing is kept of the phone. */
const PHONE_KEPT_SECONDS = 97 * 86_400;
const phoneStandings = entity({
  type: 'PhoneStanding',
  schema: PhoneStanding.extend({ ttl: z.int() }),
  key: phoneKey,
});

export const paymentAt = (orderId: string): Read<Payment> => readOf(payments, paymentKey(orderId));
export const getPayment = (table: Table, orderId: string, freshness?: Freshness) =>
  get(table, payments, paymentKey(orderId), freshness);

/** Of many orders at once, in the order asked. At most 100. */
export const getPayments = (table: Table, orderIds: readonly string[]) =>
  getMany(table, payments, orderIds.map(paymentKey));

type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
/** Payments of an office that wait, or are settled: the longest handed over first. */
export const paymentsOfAgency = (table: Table, agencyId: string, which: Openness, request: Paging) =>
  list(table, PaymentCard, 'list1', {
    pk: `AGENCY#${agencyId}`,
    prefix: `PAYMENT#${which}#`,
    descending: which === 'settled',
    ...request,
  });
/** Payments of an office whose goods came from an instant on and before another, oldest first: nothing else of it is read. */
export const paymentsHandedOver = async (
  table: Table,
  agencyId: string,
  which: Exclude<Openness, 'coming'>,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<PaymentCard[]> => {
  const prefix = `PAYMENT#${which}#`;
  const found: PaymentCard[] = [];
  const read = (after: string | undefined) =>
    list(table, PaymentCard, 'list1', { pk: `AGENCY#${agencyId}`, prefix, limit: 500, after });
  const before = ({ handedOverAt, placedAt }: PaymentCard) => (handedOverAt ?? placedAt) < until;
  for await (const page of everyPage(read, `${prefix}${from}`)) {
    found.push(...page.filter(before));
    if (!page.every(before)) break;
  }
  return found;
};
/** Payments of a shop, newest first within a state. */
export const paymentsOfMerchant = (
  table: Table,
  merchantId: string,
  state: PaymentState | undefined,
  request: Paging,
) =>
  list(table, PaymentCard, 'list2', {
    pk: `MERCHANT#${merchantId}`,
    prefix: state === undefined ? 'PAYMENT#' : `PAYMENT#${state}#`,
    descending: true,
    ...request,
  });
/** Payments of a shop in a state whose orders were placed on or after a day and before an instant, oldest first. */
export const paymentsPlacedFrom = async (
  table: Table,
  merchantId: string,
  state: PaymentState,
  { from, until }: { readonly from: Day; readonly until: Instant },
): Promise<PaymentCard[]> => {
  const prefix = `PAYMENT#${state}#`;
  const found: PaymentCard[] = [];
  const read = (after: string | undefined) =>
    list(table, PaymentCard, 'list2', { pk: `MERCHANT#${merchantId}`, prefix, limit: 500, after });
  for await (const page of everyPage(read, `${prefix}${from}`)) {
    found.push(...page.filter(({ placedAt }) => placedAt < until));
    if (page.some(({ placedAt }) => placedAt >= until)) break;
  }
  return found;
};
export const savePayment = (payment: Payment): Write => save(payments, payment);

/** Refuses the other writes when the payment of an order is no longer as it was read, or came to be. */
export const paymentStands = (orderId: string, payment: Payment | undefined): Write =>
  check('Payment', paymentKey(orderId), payment ? is('version', payment.version) : existsNot);

/** How a person stands with cash on delivery, in every city where they ever refused. */
export const codStandingsOf = async (table: Table, person: string): Promise<CodStanding[]> =>
  (await list(table, CodStanding, undefined, { pk: `PERSON#${person}`, prefix: 'COD#', limit: 100 })).items;
export const getCodStanding = (table: Table, person: string, cityCode: string) =>
  get(table, codStandings, codKey(person, cityCode));
export const saveCodStanding = (standing: CodStanding): Write => save(codStandings, standing);

/** How a phone stands with cash on delivery in a city: by its hash, so that no list of numbers is kept. */
export const getPhoneStanding = (table: Table, of: Pick<PhoneStanding, 'cityCode' | 'phoneKey'>) =>
  get(table, phoneStandings, phoneKey(of));
export const savePhoneStanding = (standing: PhoneStanding): Write => {
  const last = Math.max(...standing.refusals.map(({ at }) => Date.parse(at)));
  return save(phoneStandings, { ...standing, ttl: Math.floor(last / 1000) + PHONE_KEPT_SECONDS });
};
