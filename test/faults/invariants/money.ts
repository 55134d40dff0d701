import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../../infra/local/memory/lists.ts';
import { DAY_MS } from '../../../shared/domain/basics/month.ts';
import { earnedFee, feeOf } from '../../../shared/domain/deliveries/order-delivery.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { CLOCK } from '../../../shared/domain/orders/order-clocks.ts';
import type { CodStanding } from '../../../shared/domain/payments/cash-on-delivery/cod-standing.ts';
import type { Payment } from '../../../shared/domain/payments/payment.ts';
import { paymentMoves } from '../../../shared/domain/payments/payment-states.ts';
import type { PaymentNoticeRecord } from '../../../shared/table/payments/notices.ts';
import type { Observer, Running, Sim } from '../sim.ts';
import type { Intent } from '../town/intent.ts';
import type { Books } from './books.ts';

const NINETY_DAYS = 90 * DAY_MS;
/** Clocks of containers are minutes apart. */
const CLOCKS_APART = 5 * 60_000;
const begins = (whole: readonly unknown[], part: readonly unknown[]) =>
  isDeepStrictEqual(whole.slice(0, part.length), part);
const orderOf = ({ ledger }: Pick<Books, 'ledger'>, orderId: string): Order | undefined =>
  ledger.find('Order', `ORDER#${orderId} ORDER`);

const fixed = ['orderId', 'cityCode', 'merchantId', 'buyer', 'agencyId', 'totalRupiah', 'code', 'placedAt'] as const;
/** What is said of an order's money holds together, whoever said it last. */
const payment = (before: Payment | undefined, after: Payment): string | undefined => {
  const { history, state, totalRupiah: total, dueRupiah: due, paidRupiah: paid, returnRupiah: back } = after;
  if (after.version !== (before?.version ?? 0) + 1) return 'it skipped a version';
  if (history.at(-1)?.state !== state) return `stands at ${state}, its trail ends at ${history.at(-1)?.state}`;
  if (before && !begins(history, before.history)) return 'its trail was rewritten';
  for (const [index, step] of history.entries()) {
    const from = history[index - 1];
    const ways = from ? Object.values(paymentMoves[from.state] as Record<string, { to: string }>) : [];
    if (from && !ways.some(({ to }) => to === step.state)) return `moved from ${from.state} to ${step.state}`;
  }
  if (due < 0 || due > total) return `${due} is due of ${total}`;
  if (paid < 0 || paid > total) return `${paid} was paid of ${total}`;
  if (back < 0 || back > paid) return `${back} goes back of ${paid}`;
  const confirmed = history.filter((step) => step.state === 'confirmed').length;
  if (confirmed > 1) return `it was confirmed ${confirmed} times`;
  if ((confirmed === 1) !== paid > 0) return `${paid} was paid, it was confirmed ${confirmed} times`;
  if (confirmed === 1 && paid < due) return `${paid} was taken for ${due}`;
  if (!before) return undefined;
  const changed = fixed.find((name) => before[name] !== after[name]);
  if (changed) return `its ${changed} changed`;
  if (before.paidRupiah > 0 && before.paidRupiah !== paid) return `${before.paidRupiah} paid became ${paid}`;
  if (before.transaction !== undefined && before.transaction !== after.transaction) return 'its transaction changed';
  const fits = [before.dueRupiah, due, total];
  if (before.paidRupiah === 0 && paid > 0 && !fits.includes(paid)) return `${paid} was taken for ${due} of ${total}`;
  const { treasury } = after;
  const withheld = treasury?.withheld.reduce((sum, { rupiah }) => sum + rupiah, 0) ?? 0;
  return treasury && withheld >= treasury.rupiah ? `${withheld} was withheld of ${treasury.rupiah}` : undefined;
};

/** Two deliveries in ninety days that were not paid close cash, for ninety days from the second. */
const closedSince = (standing: CodStanding | undefined, now: number): number | undefined => {
  const times = (standing?.refusals ?? []).filter(({ struck }) => !struck).map(({ at }) => Date.parse(at));
  const closing = times.sort((a, b) => a - b).filter((at, index) => at - (times[index - 1] ?? 0) <= NINETY_DAYS);
  const last = closing.at(-1);
  return last !== undefined && now < last + NINETY_DAYS - CLOCKS_APART ? closing[0] : undefined;
};
const cashOpen = (sim: Sim, { buyer, cityCode, way }: Payment, before: Payment | undefined, process?: Running) => {
  if (way !== 'cod' || before?.way === 'cod') return undefined;
  const since = closedSince(sim.ledger.find('CodStanding', `PERSON#${buyer} COD#${cityCode}`), sim.now);
  // Who began before it closed may still end.
  const late = since !== undefined && (process?.beganAt ?? sim.now) > since + CLOCKS_APART;
  return late ? `cash was chosen by ${buyer}, to whom it is closed` : undefined;
};

const refusals = (sim: Sim, before: CodStanding | undefined, after: CodStanding): string | undefined => {
  if (after.version !== (before?.version ?? 0) + 1) return 'it skipped a version';
  const ids = after.refusals.map(({ orderId }) => orderId);
  if (new Set(ids).size < ids.length) return 'an order counts twice';
  for (const [index, was] of (before?.refusals ?? []).entries()) {
    const is = after.refusals[index];
    if (is?.orderId !== was.orderId || is.at !== was.at) return 'a refusal was lost or rewritten';
    if (was.struck && !isDeepStrictEqual(was.struck, is.struck)) return 'a refusal that was struck counts again';
  }
  const odd = ids.find((orderId) => {
    const order = orderOf(sim, orderId);
    return order?.buyer !== after.person || order.cityCode !== after.cityCode;
  });
  return odd ? `${odd} is not an order of ${after.person} there` : undefined;
};

/** A notice has its outcome once. One that came early has it later. */
const notice = (before: PaymentNoticeRecord | undefined, after: PaymentNoticeRecord): string | undefined => {
  if (after.version !== (before?.version ?? 0) + 1) return 'it skipped a version';
  if (before && before.outcome !== 'early') return `it was ${before.outcome} and became ${after.outcome}`;
  return before && after.outcome === 'early' ? 'it was early twice' : undefined;
};

const typed = <T>(changes: readonly Change[], type: string) =>
  changes
    .filter(({ before, after }) => (after ?? before)?.['type'] === type)
    .map(({ key, before, after }) => ({ key, before: before as T | undefined, after: after as T }));

/** A notice that counts and the payment it counts for are one write, and say the same. */
const together = (payments: readonly Payment[], notices: readonly PaymentNoticeRecord[]): string | undefined => {
  const counts = notices.find(({ outcome }) => outcome === 'confirmed' || outcome === 'matched');
  const [moved] = payments;
  if (counts && (moved?.transaction !== counts.transaction || moved.paidRupiah !== counts.rupiah))
    return `a notice of ${counts.rupiah} is ${counts.outcome}, its payment has ${moved?.paidRupiah}`;
  return undefined;
};

/** What a buyer would not take at the door was not sold: the clock never receives it for them. */
const takenByClock = (sim: Sim, before: Order | undefined, after: Order | undefined): string | undefined => {
  if (after?.state !== 'received' || before?.state !== 'delivered' || after.history.at(-1)?.by !== CLOCK)
    return undefined;
  const refused = sim.ledger.find('Payment', `ORDER#${after.orderId} PAYMENT`)?.state === 'refused';
  return refused ? 'was refused at the door, and received by the clock' : undefined;
};

/** After every commit: payments, refused cash, notices. */
export const keepsMoney: Observer = (sim, changes, process) => {
  const payments = typed<Payment>(changes, 'Payment');
  const notices = typed<PaymentNoticeRecord>(changes, 'PaymentNotice');
  for (const { key, before, after } of payments) {
    const wrong = after ? (payment(before, after) ?? cashOpen(sim, after, before, process)) : 'it was removed';
    if (wrong) sim.violated(`Payment ${key}: ${wrong}`);
    const provider = before && before.transaction !== after.transaction && notices.length === 0;
    if (provider) sim.violated(`Payment ${key}: has a transaction that no notice told`);
  }
  for (const { key, before, after } of notices) {
    const wrong = after ? notice(before, after) : 'it was removed';
    if (wrong) sim.violated(`PaymentNotice ${key}: ${wrong}`);
  }
  for (const { key, before, after } of typed<Order>(changes, 'Order')) {
    const taken = takenByClock(sim, before, after);
    if (taken) sim.violated(`Order ${key}: ${taken}`);
  }
  const apart = together(
    payments.map(({ after }) => after),
    notices.map(({ after }) => after),
  );
  if (apart) sim.violated(apart);
  for (const { key, before, after } of typed<CodStanding>(changes, 'CodStanding')) {
    const wrong = after ? refusals(sim, before, after) : 'it was removed';
    if (wrong) sim.violated(`CodStanding ${key}: ${wrong}`);
  }
};

const isOver = ({ state }: Order): boolean =>
  ['received', 'rejected', 'declined', 'cancelled', 'lapsed'].includes(state);

/** Every order has its payment, which asks for what the order came to; what came and did not stay is owed or went back. */
const follows = (sim: Books, order: Order): void => {
  const { orderId, totalRupiah, receivedRupiah, version } = order;
  const known = sim.ledger.find('Payment', `ORDER#${orderId} PAYMENT`);
  if (!known) throw sim.violated(`${orderId} has no payment`);
  const due = isOver(order) ? receivedRupiah + earnedFee(order) : totalRupiah;
  if (known.orderVersion !== version || known.dueRupiah !== due)
    sim.violated(
      `the payment of ${orderId} follows version ${known.orderVersion} of ${version}: ${known.dueRupiah} of ${due}`,
    ); // prettier-ignore
  if ((known.handedOverAt !== null) !== order.handovers.length > 0)
    sim.violated(`the payment of ${orderId} says ${known.handedOverAt}, there are ${order.handovers.length} handovers`);
  const { state, paidRupiah: paid, returnRupiah: back } = known;
  if (paid > 0 && paid - back !== Math.min(due, paid))
    sim.violated(`${orderId}: ${paid} came, ${back} goes back, ${due} is due`);
  if (due === 0 && ['unpaid', 'not_found', 'refused', 'confirmed'].includes(state))
    sim.violated(`${orderId} ended, and its payment is ${state}`);
  if (back > 0 !== ['return_owed', 'returned'].includes(state))
    sim.violated(`${orderId}: ${back} goes back of a payment that is ${state}`);
};

/** Lines, handovers and orders add up to the rupiah. */
const sums = (sim: Books, order: Order): void => {
  const { orderId, lines, handovers, totalRupiah } = order;
  const price = new Map(lines.map((line) => [line.productId, line.priceRupiah]));
  const ordered = lines.reduce((sum, { quantity, priceRupiah }) => sum + quantity * priceRupiah, 0);
  if (ordered + feeOf(order) !== totalRupiah)
    sim.violated(`${orderId} is ${totalRupiah}, its lines are ${ordered} and its fee ${feeOf(order)}`);
  for (const { rupiah, lines: handed } of handovers) {
    const parts = handed.reduce((sum, one) => sum + one.quantity * (price.get(one.productId) ?? 0), 0);
    if (parts !== rupiah) sim.violated(`a handover of ${orderId} is ${rupiah}, its lines are ${parts}`);
  }
};

/**
 * A delivery that its buyer did not pay counts once against cash, in the buyer's own city and nowhere else; no more once
 * it was paid after all. Money for an order that ended goes back, and pays for nothing.
 */
const cash = (sim: Books, { orderId, buyer, cityCode, history, orderEnded }: Payment): void => {
  const counted = sim.ledger
    .all('CodStanding')
    .filter(({ refusals: all }) => all.some((one) => one.orderId === orderId));
  const steps = history.map(({ state }) => state);
  const refused = steps.includes('refused');
  const right = refused
    ? counted.length === 1 && counted[0]?.person === buyer && counted[0].cityCode === cityCode
    : counted.length === 0;
  if (!right) sim.violated(`${orderId} was ${refused ? '' : 'not '}refused, and counts ${counted.length} times`);
  const { struck } = counted[0]?.refusals.find((one) => one.orderId === orderId) ?? {};
  const paid = steps.indexOf('confirmed') > steps.indexOf('refused') && !steps.includes('void') && !orderEnded;
  if (refused && paid && !struck) sim.violated(`${orderId} was paid after all, and still counts against ${buyer}`);
};

/** Notices delivered three times in any order: each is kept once, one of an order counts, none waits for what is known. */
const providers = (sim: Books, intents: readonly Intent[]): void => {
  const all = sim.ledger.all('PaymentNotice');
  const counting = Map.groupBy(
    all.filter(({ outcome }) => outcome === 'confirmed' || outcome === 'matched'),
    ({ reference }) => reference,
  );
  for (const [reference, counted] of counting)
    if (counted.length > 1) sim.violated(`${counted.length} notices counted for ${reference}`);
  for (const { noticeId, reference, outcome, merchantId } of all)
    if (outcome === 'early' && orderOf(sim, reference)?.merchantId === merchantId)
      sim.violated(`${noticeId} waits for ${reference}, which is known`);
  for (const { notice: said, answers, tag } of intents) {
    if (!said || !answers.some(({ status }) => status === 200)) continue;
    const same = (one: PaymentNoticeRecord) =>
      (['provider', 'merchantId', 'reference', 'transaction', 'rupiah'] as const).every(
        (name) => one[name] === said[name],
      ) && (one.status === 'paid') === said.paid;
    const kept = all.filter(same);
    if (kept.length === 0) sim.violated(`${tag} was taken, and is not kept`);
    if (said.paid && kept.length > 1) sim.violated(`${tag} is kept ${kept.length} times`);
    const order = orderOf(sim, said.reference);
    if (!said.paid || !order || order.merchantId !== said.merchantId) continue;
    const money = sim.ledger.find('Payment', `ORDER#${said.reference} PAYMENT`);
    const whole = said.rupiah === order.totalRupiah && order.agencyId === null;
    if (whole && money?.paidRupiah === 0 && !money.history.some(({ state }) => state === 'refused'))
      sim.violated(`${tag} told of ${said.rupiah} for ${said.reference}, whose payment is ${money.state}`);
  }
};

/** When the dust has settled. */
export const checkMoney = (sim: Books, intents: readonly Intent[]): void => {
  for (const order of sim.ledger.all('Order')) {
    sums(sim, order);
    follows(sim, order);
  }
  for (const one of sim.ledger.all('Payment')) cash(sim, one);
  providers(sim, intents);
};
