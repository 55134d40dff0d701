import { isDeepStrictEqual } from 'node:util';
import type { Item } from '../../../infra/local/memory/item.ts';
import { feeOf } from '../../../shared/domain/deliveries/order-delivery.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { isOpenOrder } from '../../../shared/domain/orders/open-orders.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { clocks } from '../../../shared/domain/orders/order-clocks.ts';
import { orderMoves } from '../../../shared/domain/orders/order-states.ts';
import type { Merchant } from '../../../shared/domain/register/merchant.ts';
import { type MerchantStatus, merchantNext } from '../../../shared/domain/register/merchant.ts';
import type { Observer, Sim } from '../sim.ts';
import { openPolicies } from '../town/cities.ts';
import { delivery } from './deliveries.ts';
import { feed } from './feeds.ts';

const { personOpenOrders: MOST_OPEN, personOpenAtShop: MOST_AT_SHOP } = openPolicies;

type Check = (sim: Sim, before: never, after: never) => string | undefined;
const same = isDeepStrictEqual;
const begins = (whole: readonly unknown[], part: readonly unknown[]) => same(whole.slice(0, part.length), part);
const number = (item: Item, name: string) => item[name] as number;

const stock = (_: Sim, before: Item | undefined, after: Item | undefined): string | undefined => {
  if (!after) return 'a shelf was removed';
  const [given, taken, free] = ['given', 'taken', 'free'].map((name) => number(after, name)) as [
    number,
    number,
    number,
  ];
  if (taken + free !== given) return `taken ${taken} + free ${free} is not given ${given}`;
  // `given` may: whoever counts one piece and then sends four had more than was counted.
  if (taken < 0) return `less than nothing is promised: given ${given}, taken ${taken}, free ${free}`;
  // Only a count may find less than is promised; an order may not promise what is not there.
  const counted = before !== undefined && number(before, 'given') !== given;
  if (free < 0 && !counted && free < (before ? number(before, 'free') : 0))
    return `more was promised than there is: given ${given}, taken ${taken}, free ${free}`;
  if (before && number(before, 'day') !== number(after, 'day')) return 'a shelf changed its day';
  return undefined;
};

const budgetLine = (_: Sim, before: Item | undefined, after: Item | undefined): string | undefined => {
  if (!after) return 'a budget line was removed';
  const [ceiling, committed, left] = ['ceilingRupiah', 'committedRupiah', 'leftRupiah'].map((name) =>
    number(after, name),
  ) as [number, number, number];
  if (committed + left !== ceiling) return `committed ${committed} + left ${left} is not the ceiling ${ceiling}`;
  if (Math.min(committed, left) < 0) return `a budget line went negative: committed ${committed}, left ${left}`;
  if (number(after, 'version') !== (before ? number(before, 'version') : 0) + 1)
    return 'a budget line skipped a version';
  return undefined;
};

const fixed = [
  'orderId',
  'cityCode',
  'merchantId',
  'ownerId',
  'buyer',
  'agencyId',
  'totalRupiah',
  'placedAt',
  'delivery',
] as const;
const order = (_: Sim, before: Order | undefined, after: Order | undefined): string | undefined => {
  if (!after) return 'an order was removed';
  const { history, handovers, lines, state } = after;
  if (after.version !== history.length) return `version ${after.version} but ${history.length} entries in its trail`;
  if (history.at(-1)?.state !== state) return `stands at ${state}, its trail ends at ${history.at(-1)?.state}`;
  if (handovers.reduce((sum, { rupiah }) => sum + rupiah, 0) !== after.receivedRupiah)
    return 'handovers do not add up to receivedRupiah';
  for (const line of lines) {
    const handed = handovers
      .flatMap((one) => one.lines)
      .reduce((sum, one) => sum + (one.productId === line.productId ? one.quantity : 0), 0);
    if (handed !== line.received || line.received > line.quantity || line.received < 0)
      return `received ${line.received} of ${line.quantity}, handed over ${handed}`;
  }
  const goods = lines.reduce((sum, { priceRupiah, quantity }) => sum + priceRupiah * quantity, 0);
  if (goods + feeOf(after) !== after.totalRupiah)
    return `goods of ${goods} and a fee of ${feeOf(after)} are not its total ${after.totalRupiah}`;
  if (after.delivery?.way === 'pick-up' && !after.delivery.centre && feeOf(after) > 0)
    return 'a fee is asked for what is picked up';
  if ((after.dueAt !== null) !== (clocks[state] !== undefined)) return `state ${state}, its clock at ${after.dueAt}`;
  if (!before) {
    const first = after.agencyId === null ? 'placed' : 'awaiting_approval';
    return after.version === 1 && state === first ? undefined : `began as ${state}, version ${after.version}`;
  }
  if (!begins(history, before.history) || history.length !== before.history.length + 1)
    return 'its trail was rewritten or has a gap';
  if (!begins(handovers, before.handovers)) return 'a handover was rewritten';
  const led = Object.values(orderMoves[before.state] as Record<string, { to: string }>).map(({ to }) => to);
  // Part of the goods received: the same move, another end.
  const partly = state === 'partly_received' && 'receive' in orderMoves[before.state];
  if (!led.includes(state) && !partly) return `moved from ${before.state} to ${state}`;
  const changed = fixed.find((name) => !same(before[name], after[name]));
  if (changed) return `its ${changed} changed`;
  const rescheduled = history.at(-1)?.deliverOn !== undefined;
  if (!rescheduled && !(same(before.deliverOn, after.deliverOn) && same(before.agency, after.agency)))
    return 'its day or its office changed without another day chosen';
  if (rescheduled && history.at(-1)?.deliverOn !== after.deliverOn) return 'its trail tells another day';
  const locked = ({ productId, quantity, priceRupiah }: Order['lines'][number]) => [productId, quantity, priceRupiah];
  return same(before.lines.map(locked), lines.map(locked)) ? undefined : 'a locked line changed';
};

const merchant = (_: Sim, before: Merchant | undefined, after: Merchant | undefined): string | undefined => {
  if (!after) return 'a merchant was removed';
  if (!before) return after.status === 'pending' && after.version === 1 ? undefined : 'did not begin as pending';
  if (after.version !== before.version + 1) return `went from version ${before.version} to ${after.version}`;
  if (!begins(after.history, before.history)) return 'its trail was rewritten';
  const moved = before.status !== after.status;
  if (after.history.length !== before.history.length + (moved ? 1 : 0)) return 'its trail has a gap';
  const next: readonly MerchantStatus[] = merchantNext[before.status];
  return !moved || next.includes(after.status) ? undefined : `moved from ${before.status} to ${after.status}`;
};

const standing = (_: Sim, before: Item | undefined, after: Item | undefined): string | undefined => {
  if (!after) return 'a standing was removed';
  if (number(after, 'version') !== (before ? number(before, 'version') : 0) + 1) return 'a standing skipped a version';
  const less = ['turnoverRupiah', 'orders', 'agencies'].find(
    (name) => number(after, name) < (before ? number(before, name) : 0),
  );
  return less ? `its ${less} went down` : undefined;
};

const kept = (_: Sim, before: Item | undefined, after: Item | undefined): string | undefined =>
  before ? `was ${after ? 'rewritten' : 'removed'}, but is kept for ever` : undefined;

/** The next revision of a month knows at least what the one before knew. */
const snapshot = (sim: Sim, before: Snapshot | undefined, after: Snapshot): string | undefined => {
  const never = kept(sim, before as never, after as never);
  if (never || after.revision === 1) return never;
  const earlier = sim.ledger
    .all('Snapshot')
    .find((one) => one.place === after.place && one.month === after.month && one.revision === after.revision - 1);
  if (!earlier) return `revision ${after.revision} without the one before`;
  if (earlier.phase === 'final' && after.phase === 'preliminary') return 'a preliminary result follows a final one';
  if (sim.counts['file corrupt'] > 0) return undefined;
  const lost = after.missing.filter((city) => !earlier.missing.includes(city));
  if (lost.length > 0) return `revision ${after.revision} misses ${lost}, the one before did not`;
  const [was, is] = [earlier.total, after.total];
  if (BigInt(is.turnoverRupiah ?? 0) < BigInt(was.turnoverRupiah ?? 0) || (is.orders ?? 0) < (was.orders ?? 0))
    return `revision ${after.revision} tells less than the one before: ${is.turnoverRupiah} after ${was.turnoverRupiah}`;
  return undefined;
};

const checks = {
  Stock: stock,
  BudgetLine: budgetLine,
  Order: order,
  Delivery: delivery,
  Feed: feed,
  Merchant: merchant,
  Standing: standing,
  Turnover: kept,
  AccountChange: kept,
  Snapshot: snapshot,
} as unknown as Record<string, Check | undefined>;

/** Whatever was just committed, alone: the numbers of each item, its path, its trail. */
export const keepsItems: Observer = (sim, changes) => {
  for (const { key, before, after } of changes) {
    const wrong = checks[String((after ?? before)?.['type'])]?.(sim, before as never, after as never);
    if (wrong) sim.violated(`${(after ?? before)?.['type']} ${key}: ${wrong}`);
  }
};

/** What a person has open is counted at every moment: the same orders, in all and at each shop, and no more than the city says. */
export const countsOpen: Observer = (sim, changes) => {
  const people = new Set(
    changes.flatMap(({ before, after }) => {
      const item = after ?? before;
      if (item?.['type'] === 'OpenOrders') return [String(item['pk']).slice('PERSON#'.length)];
      return item?.['type'] === 'Order' && item['agencyId'] === null ? [item['buyer'] as string] : [];
    }),
  );
  if (people.size === 0) return;
  const open = Map.groupBy(sim.ledger.all('Order').filter(isOpenOrder), ({ buyer }) => buyer);
  const said = (ids: Iterable<string>) => [...ids].sort().join(' ');
  for (const person of people) {
    const orders = open.get(person) ?? [];
    const counted = (sim.ledger.find('OpenOrders', `PERSON#${person} OPEN`) ?? {}) as Record<
      string,
      ReadonlySet<string>
    >;
    const real = said(orders.map(({ orderId }) => orderId));
    if (said(counted['open'] ?? []) !== real)
      sim.violated(`${person} counts ${said(counted['open'] ?? [])}, has ${real} open`);
    const atShops = Object.entries(counted).filter(([name]) => name.startsWith('mrc_'));
    const shops = Map.groupBy(orders, ({ merchantId }) => merchantId);
    for (const shop of new Set([...shops.keys(), ...atShops.map(([name]) => name)])) {
      const [told, has] = [counted[shop] ?? [], (shops.get(shop) ?? []).map(({ orderId }) => orderId)];
      if (said(told) !== said(has)) sim.violated(`${person} counts ${said(told)} at ${shop}, has ${said(has)} open`);
      if (has.length > MOST_AT_SHOP) sim.violated(`${person} has ${has.length} open at ${shop}`);
    }
    if (orders.length > MOST_OPEN) sim.violated(`${person} has ${orders.length} open`);
  }
};

/** What is written together belongs to one tenant. */
export const keepsTenants: Observer = (sim, changes) => {
  const found = new Set(
    changes
      .map(({ before, after }) => sim.ledger.cityOf((after ?? before) as Item))
      .filter((city) => city !== undefined),
  );
  if (found.size > 1) sim.violated(`one write touched ${[...found].join(' and ')}: ${changes.map(({ key }) => key)}`);
};

/** Who writes holds the role for it; who lost it meanwhile is counted. */
export const keepsRoles: Observer = (sim, changes, process) => {
  const intent = process?.intent;
  if (intent?.needs && !sim.ledger.holds(intent)) {
    if (process?.held) sim.inFlight += 1;
    else sim.violated(`${intent.person} wrote by ${intent.key} without a role: ${changes.map(({ key }) => key)}`);
  }
};

/** After a commit: the ledger follows, and whoever gained a role has held it. */
export const followsLedger: Observer = (sim, changes, process) => {
  sim.ledger.follow(changes);
  const intent = process?.intent;
  if (intent && changes.some(({ before, after }) => !before && after?.['type'] === 'Order')) intent.made ??= sim.step;
  if (changes.some(({ after }) => after?.['type'] === 'Membership'))
    for (const process of sim.running) if (process.intent && sim.ledger.holds(process.intent)) process.held = true;
};
