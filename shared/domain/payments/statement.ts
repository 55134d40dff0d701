import * as z from 'zod';
import { Rupiah, RupiahTotal } from '../basics/money.ts';
import { dayOf, type Instant, monthOf, type Zone } from '../basics/month.ts';
import { Day, Month } from '../basics/month-schema.ts';
import { PaymentWay } from '../basics/payment-way.ts';
import { earnedFee, feeOf } from '../deliveries/order-delivery.ts';
import { type Order, OrderId } from '../orders/order.ts';
import { endedUndelivered } from '../orders/order-states.ts';
import { MerchantId } from '../register/merchant.ts';
import { followOrder } from './follow-order.ts';
import type { Payment } from './payment.ts';
import { daysWaiting } from './payment-clock.ts';
import { PaymentState } from './payment-states.ts';
import { Withheld } from './treasury-record.ts';

/**
 * What one order brought its shop. `dueRupiah` is goods and fee; of it `paidRupiah` less what went back is there, and
 * `openRupiah` is still to come: `due = paid − back − owed back + open`, to the rupiah. People are not named: a statement
 * is shown to banks and tax offices.
 */
export const StatementRow = z
  .object({
    orderId: OrderId,
    code: z.string().describe('As it was written with the money'),
    on: Day.describe('When the goods first came; of an order that brought none, the day it was placed'),
    office: z.string().nullable().describe('The buyer, when it is an office'),
    goodsRupiah: Rupiah,
    feeRupiah: Rupiah.describe('For bringing the goods'),
    dueRupiah: Rupiah,
    way: PaymentWay.nullable(),
    state: PaymentState,
    paidOn: Day.nullable(),
    paidRupiah: Rupiah.describe('Gross: what the treasurer withheld is in it'),
    withheld: z.array(Withheld).describe('Taxes as the treasurer recorded them; the market withholds nothing'),
    proof: z.string().nullable().describe('Number of the treasurer’s paper'),
    backRupiah: Rupiah.describe('Given back to the buyer'),
    owedBackRupiah: Rupiah.describe('Still to be given back'),
    openRupiah: Rupiah.describe('Still to come'),
    daysWaiting: z.int().nullable().describe('Since the goods came; null where nothing is open'),
  })
  .meta({ id: 'StatementRow' });
export type StatementRow = z.infer<typeof StatementRow>;

const sums = [
  'goodsRupiah',
  'feeRupiah',
  'dueRupiah',
  'paidRupiah',
  'backRupiah',
  'owedBackRupiah',
  'openRupiah',
] as const;
type Sum = (typeof sums)[number];

export const StatementTotals = z
  .object({
    goodsRupiah: RupiahTotal,
    feeRupiah: RupiahTotal,
    dueRupiah: RupiahTotal,
    paidRupiah: RupiahTotal,
    backRupiah: RupiahTotal,
    owedBackRupiah: RupiahTotal,
    openRupiah: RupiahTotal,
    withheldRupiah: RupiahTotal,
    netRupiah: z
      .string()
      .regex(/^-?\d{1,30}$/, 'Isi dengan rupiah bulat, tanpa titik.')
      .describe('What stayed with the shop: paid, less withheld, less given back; below zero when it gave back gross'),
  })
  .meta({ id: 'StatementTotals' });
export type StatementTotals = z.infer<typeof StatementTotals>;

/** A shop's month: every order whose goods came in it, and what became of its money until now. */
export const Statement = z
  .object({
    merchantId: MerchantId,
    merchantName: z.string(),
    month: Month,
    today: Day,
    rows: z.array(StatementRow).describe('Oldest first'),
    totals: StatementTotals,
  })
  .meta({ id: 'Statement' });
export type Statement = z.infer<typeof Statement>;

/**
 * Between an order and the coming of its goods: the farthest day a city may allow (366), and every clock on the way at its
 * longest (shared/domain/places/policies.ts).
 */
export const LONGEST_WAY_DAYS = 366 + 30 + 7 + 30 + 60 + 60 + 60;

type Known = { readonly order: Order; readonly payment: Payment; readonly zone: Zone; readonly now: Instant };
type Dated = Pick<Payment, 'handedOverAt' | 'placedAt'>;

const dated = ({ handedOverAt, placedAt }: Dated): Instant => handedOverAt ?? placedAt;
/** The one month in whose statement an order stands. */
export const statementMonth = (payment: Dated, zone: Zone): Month => monthOf(dated(payment), zone);

/** The fee within what is due: whole while the order runs, earned once it is over. */
const feeDue = (order: Order): number =>
  order.state === 'received' || endedUndelivered.includes(order.state) ? earnedFee(order) : feeOf(order);

/**
 * The row of an order, with its payment as the order now asks for it; undefined for one that neither brought nor owes
 * anything, or whose goods are still to come.
 */
export const statementRow = ({ order, payment: known, zone, now }: Known): StatementRow | undefined => {
  const payment = followOrder(known, order, now) ?? known;
  const { state, dueRupiah, paidRupiah, returnRupiah, treasury } = payment;
  if (paidRupiah === 0 && (payment.handedOverAt === null || dueRupiah === 0)) return undefined;
  const feeRupiah = feeDue(order);
  const openRupiah = Math.max(0, dueRupiah - (paidRupiah - returnRupiah));
  const isPaid = paidRupiah > 0 && treasury !== undefined;
  return {
    orderId: order.orderId,
    code: payment.code,
    on: dayOf(dated(payment), zone),
    office: order.agency?.name ?? null,
    goodsRupiah: dueRupiah - feeRupiah,
    feeRupiah,
    dueRupiah,
    way: payment.way,
    state,
    paidOn: payment.paidOn,
    paidRupiah,
    withheld: isPaid ? treasury.withheld : [],
    proof: isPaid ? treasury.number : null,
    backRupiah: state === 'returned' ? returnRupiah : 0,
    owedBackRupiah: state === 'returned' ? 0 : returnRupiah,
    openRupiah,
    daysWaiting: openRupiah > 0 ? daysWaiting(payment, dayOf(now, zone), zone) : null,
  };
};

/** What the treasurer kept back of an order's money for the tax office. */
export const withheldOf = ({ withheld }: Pick<StatementRow, 'withheld'>): number =>
  withheld.reduce((sum, { rupiah }) => sum + rupiah, 0);

/** Sums over many rows, exact however many: BigInt, told as decimal strings. */
export const statementTotals = (rows: readonly StatementRow[]): StatementTotals => {
  const over = (of: (row: StatementRow) => number): bigint => rows.reduce((sum, row) => sum + BigInt(of(row)), 0n);
  const withheld = over(withheldOf);
  const net = over(({ paidRupiah, backRupiah }) => paidRupiah - backRupiah) - withheld;
  const all = Object.fromEntries(sums.map((name) => [name, String(over((row) => row[name]))])) as Record<Sum, string>;
  return { ...all, withheldRupiah: String(withheld), netRupiah: String(net) };
};

/** Rows in the order of a book: by day, then by order. */
export const inBookOrder = (rows: readonly StatementRow[]): StatementRow[] =>
  [...rows].sort((a, b) => (a.on + a.orderId < b.on + b.orderId ? -1 : 1));
