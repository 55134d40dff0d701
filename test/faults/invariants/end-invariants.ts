import { flawIn } from '../../../shared/domain/audit/chain.ts';
import { addMonths, monthEnd, monthOf } from '../../../shared/domain/basics/month.ts';
import { feeOf } from '../../../shared/domain/deliveries/order-delivery.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { carriesRight, stillCarries } from '../../../shared/domain/equity/standing/carry-over.ts';
import { MONTHS_BEFORE } from '../../../shared/domain/equity/standing/past-line.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { endedUndelivered } from '../../../shared/domain/orders/order-states.ts';
import { idOf, kindOf } from '../../../shared/domain/people/caller.ts';
import { isAdmin, needsAdmin } from '../../../shared/domain/people/seat.ts';
import { applicantOf } from '../../../shared/domain/register/merchant.ts';
import type { Sim } from '../sim.ts';
import { cities, cityCodes, TOWNSFOLK } from '../town/cities.ts';
import type { Intent } from '../town/intent.ts';
import type { Books } from './books.ts';
import { checkConsents } from './capital.ts';
import { checkComplaints } from './complaints.ts';
import { checkDeliveries } from './deliveries.ts';
import { describe } from './events.ts';
import { checkFeeds } from './feeds.ts';
import { checkMoney } from './money.ts';
import { checkNotices } from './notices.ts';
import { checkPapers } from './papers.ts';
import { checkReviews } from './reviews.ts';
import { checkSeats } from './seats.ts';
import { checkSpending, shopYears } from './spending.ts';
import { checkTargets, officeMonths } from './targets.ts';
import type { Triggers } from './triggers.ts';
import { checkVisits } from './visits.ts';

const zoneOf = (city: string) => cities[city as keyof typeof cities].zone;
const sum = <T>(list: readonly T[], value: (one: T) => number): number =>
  list.reduce((total, one) => total + value(one), 0);
const tally = () => {
  const totals = new Map<string, number>();
  return {
    add: (key: string, value: number) => void totals.set(key, (totals.get(key) ?? 0) + value),
    of: (key: string) => totals.get(key) ?? 0,
    keys: () => [...totals.keys()],
  };
};
const isOver = ({ state }: Order): boolean => state === 'received' || endedUndelivered.includes(state);
/** Pieces an order still holds of a day, and money of a budget: all while it lives, what was received when it is over. */
const holds = (order: Order, line: Order['lines'][number]): number => (isOver(order) ? line.received : line.quantity);
/** Pieces still on a shelf for an order: none once they were sent, or it is over. */
const onShelf = (order: Order, line: Order['lines'][number]): number => {
  const before = order.history.findLast(({ state }) => state !== 'disputed')?.state;
  return isOver(order) || before === 'delivered' ? 0 : line.quantity - line.received;
};

/** taken = Σ pieces of living and received orders, per shelf and per day of a capacity. */
const shelves = (sim: Books): void => {
  const taken = tally();
  for (const order of sim.ledger.all('Order'))
    for (const line of order.lines)
      if (line.supply === 'stock') taken.add(`${line.productId} null`, onShelf(order, line));
      else taken.add(`${line.productId} ${order.deliverOn}`, holds(order, line));
  const known = new Set<string>();
  for (const stock of sim.ledger.all('Stock')) {
    const key = `${stock.productId} ${stock.day}`;
    known.add(key);
    if (stock.taken !== taken.of(key))
      sim.violated(`shelf ${key} says ${stock.taken} taken, its orders hold ${taken.of(key)}`);
  }
  for (const key of taken.keys())
    if (!known.has(key)) sim.violated(`orders hold pieces of shelf ${key}, which does not exist`);
};

/** The counters beside the seats say how many there are, and no place that needs an admin is without one. */
const seats = (sim: Books): void => {
  const count = tally();
  for (const membership of sim.ledger.all('Membership')) {
    count.add(`members of SCOPE#${membership.scope}`, 1);
    count.add(`admins of SCOPE#${membership.scope}`, isAdmin(membership) ? 1 : 0);
    count.add(`seats of PERSON#${membership.person}`, 1);
  }
  for (const { pk, shops = new Set() } of sim.ledger.all('PersonSeats')) {
    const works = sim.ledger.all('Membership').filter((one) => `PERSON#${one.person}` === pk);
    const real = works.flatMap(({ scope }) => (kindOf(scope) === 'merchant' ? [idOf(scope)] : []));
    if ([...shops].sort().join(' ') !== real.sort().join(' '))
      sim.violated(`${pk} works at ${[...shops]}, has seats at ${real}`);
  }
  for (const { scope } of sim.ledger.all('Invitation')) count.add(`invited of SCOPE#${scope}`, 1);
  for (const merchant of sim.ledger.all('Merchant'))
    count.add(`unverified of PERSON#${applicantOf(merchant)}`, merchant.verifiedAt === undefined ? 1 : 0);
  const told = [...sim.ledger.all('ScopeSeats'), ...sim.ledger.all('PersonSeats')];
  for (const item of told)
    for (const name of ['members', 'admins', 'invited', 'seats', 'unverified']) {
      const [counted, said] = [count.of(`${name} of ${item.pk}`), Number((item as Record<string, unknown>)[name] ?? 0)];
      if (counted !== said) sim.violated(`${item.pk} says ${said} ${name}, there are ${counted}`);
      if (name === 'admins' && item.pk.startsWith('SCOPE#') && needsAdmin(item.pk.slice(6)) && counted < 1)
        sim.violated(`${item.pk} has nobody to keep it`);
    }
  const known = new Set(told.map(({ pk }) => pk));
  for (const { scope, person } of sim.ledger.all('Membership'))
    if (!known.has(`SCOPE#${scope}`) || !known.has(`PERSON#${person}`))
      sim.violated(`${scope} or ${person} counts no seats`);
};

/** A city's list of disputes is its disputed orders, each by its deadline. */
const disputes = (sim: Books): void => {
  const of = ({ cityCode, dueAt, orderId }: { cityCode: string; dueAt: string | null; orderId: string }) =>
    `${cityCode} ${dueAt} ${orderId}`;
  const listed = sim.ledger.all('Dispute').map(of).sort().join(', ');
  const real = sim.ledger
    .all('Order')
    .filter(({ state }) => state === 'disputed')
    .map(of)
    .sort()
    .join(', ');
  if (listed !== real) sim.violated(`listed as disputed: ${listed}; are: ${real}`);
};

/** The trail of every place is whole: nothing lost, twice, or out of its place, whatever died meanwhile. */
const trails = (sim: Books): void => {
  for (const head of sim.ledger.all('AuditHead')) {
    const acts = sim.ledger.all('AuditEntry').filter(({ chain }) => chain === head.chain);
    const flaw = flawIn(
      acts.sort((a, b) => a.seq - b.seq),
      head,
    );
    if (flaw) sim.violated(`the trail of ${head.chain} is ${flaw.flaw} at ${flaw.seq}`);
  }
};

/** committed = Σ money of living orders and of what was received, per budget line. */
const budgets = (sim: Books): void => {
  const committed = tally();
  for (const order of sim.ledger.all('Order'))
    if (order.agency) {
      const lineOf = (year: string) => `${order.agencyId} ${year} ${order.agency?.budgetCode}`;
      for (const { at, rupiah } of order.handovers)
        committed.add(lineOf(monthOf(at, zoneOf(order.cityCode)).slice(0, 4)), rupiah);
      const rest = sum(order.lines, (line) => line.priceRupiah * (holds(order, line) - line.received));
      committed.add(lineOf(order.agency.budgetYear), rest);
      // The fee is owed with the first handover of anything, and held until then.
      const first = order.handovers.find(({ rupiah }) => rupiah > 0);
      const year = first ? monthOf(first.at, zoneOf(order.cityCode)).slice(0, 4) : order.agency.budgetYear;
      if (first || !isOver(order)) committed.add(lineOf(year), feeOf(order));
    }
  for (const line of sim.ledger.all('BudgetLine')) {
    const key = `${line.agencyId} ${line.year} ${line.budgetCode}`;
    if (line.committedRupiah !== committed.of(key))
      sim.violated(`budget ${key} says ${line.committedRupiah} committed, its orders hold ${committed.of(key)}`);
  }
};

type Month = { turnover: number; orders: number; agencies: Set<string> };
/** The naive fold of every handover into its merchant's month. */
const fold = (sim: Books): { months: Map<string, Month>; spent: ReturnType<typeof tally> } => {
  const months = new Map<string, Month>();
  const spent = tally();
  for (const order of sim.ledger.all('Order'))
    order.handovers.forEach((handover, place) => {
      const month = monthOf(handover.at, zoneOf(order.cityCode));
      const key = `${order.merchantId} ${month}`;
      const entry = months.get(key) ?? { turnover: 0, orders: 0, agencies: new Set() };
      months.set(key, entry);
      entry.turnover += sum(
        handover.lines,
        ({ productId, quantity }) =>
          quantity * (order.lines.find((line) => line.productId === productId)?.priceRupiah ?? 0),
      );
      entry.orders += place === 0 ? 1 : 0;
      if (order.agencyId === null) return;
      entry.agencies.add(order.agencyId);
      spent.add(`${order.agencyId} ${key}`, handover.rupiah);
    });
  return { months, spent };
};

const standings = (sim: Books): void => {
  const { months, spent } = fold(sim);
  const known = new Set<string>();
  for (const standing of sim.ledger.all('Standing')) {
    const key = `${standing.merchantId} ${standing.month}`;
    known.add(key);
    const { turnover = 0, orders = 0, agencies = new Set() } = months.get(key) ?? {};
    const told = [standing.turnoverRupiah, standing.orders, standing.agencies].join(', ');
    const real = [turnover, orders, agencies.size].join(', ');
    if (told !== real)
      sim.violated(`standing ${key} says ${told} (turnover, orders, agencies), the handovers say ${real}`);
    const reports = sim.ledger
      .all('Turnover')
      .filter((one) => one.merchantId === standing.merchantId && one.month === standing.month)
      .sort((a, b) => a.revision - b.revision);
    if (reports.some(({ revision }, place) => revision !== place + 1)) sim.violated(`reports of ${key} have a gap`);
    if ((reports.at(-1)?.outsideRupiah ?? null) !== standing.reportedRupiah)
      sim.violated(
        `standing ${key} says ${standing.reportedRupiah} reported, the last report says ${reports.at(-1)?.outsideRupiah}`,
      );
  }
  for (const key of months.keys()) if (!known.has(key)) sim.violated(`handovers of ${key} are in no standing`);
  const spendings = tally();
  for (const one of sim.ledger.all('Spending'))
    spendings.add(`${one.agencyId} ${one.merchantId} ${one.month}`, one.rupiah);
  for (const key of new Set([...spendings.keys(), ...spent.keys()]))
    if (spendings.of(key) !== spent.of(key))
      sim.violated(`spending ${key} says ${spendings.of(key)}, the receipts say ${spent.of(key)}`);
};

/** The unsold are in every closed month: whoever was verified before its end and is still a shop has a standing. */
const register = (sim: Sim, closed: readonly string[]): void => {
  for (const merchant of sim.ledger.all('Merchant')) {
    if (merchant.status !== 'verified' || merchant.verifiedAt === undefined) continue;
    if (merchant.history.some(({ status }) => status === 'suspended')) continue;
    for (const month of closed) {
      const late = merchant.verifiedAt >= monthEnd(month, zoneOf(merchant.cityCode));
      if (!late && !sim.ledger.find('Standing', `MERCHANT#${merchant.merchantId} STANDING#${month}`))
        sim.violated(`${merchant.merchantId} is in no standing of ${month}`);
    }
  }
};

/** A verified shop's newest month says whether it has an offer in the catalogue. */
const offers = (sim: Sim): void => {
  for (const { merchantId, status } of sim.ledger.all('Merchant')) {
    if (status !== 'verified') continue;
    const standing = sim.ledger
      .all('Standing')
      .filter((one) => one.merchantId === merchantId)
      .sort((a, b) => (a.month < b.month ? 1 : -1))[0];
    const listed = sim.ledger.all('Product').some((one) => one.merchantId === merchantId && one.listed);
    if (standing && standing.offering !== listed)
      sim.violated(`${merchantId} has ${listed ? 'an offer' : 'no offer'}, its ${standing.month} says otherwise`);
  }
};

/** A file has an account exactly when its trail says so, and the trail tells every step: given, changed, removed. */
const accounts = (sim: Sim): void => {
  for (const { merchantId, account, accountChange } of sim.ledger.all('Merchant')) {
    const trail = sim.ledger
      .all('AccountChange')
      .filter((one) => one.merchantId === merchantId)
      .sort((a, b) => a.merchantVersion - b.merchantVersion);
    let held = false;
    for (const { change } of trail) {
      if ((change === 'given') === held) sim.violated(`${merchantId}: an account was ${change} out of turn`);
      held = change !== 'removed';
    }
    const last = trail.at(-1);
    if (held !== (account !== undefined)) sim.violated(`${merchantId}: its account and the trail of it differ`);
    if (last?.change !== accountChange?.change || last?.at !== accountChange?.at)
      sim.violated(`${merchantId}: the last change of its account is not the file's`);
  }
};

/** Its twelve months are everybody who was in the register of any of them, with all they sold, whoever left since. */
const year = (sim: Sim, { place, month, year: { total } }: Snapshot, months: ReadonlyMap<string, Month>): void => {
  const first = addMonths(month, -MONTHS_BEFORE);
  const there = sim.ledger
    .all('Standing')
    .filter((one) => one.month >= first && one.month <= month && !one.gone)
    .filter((one) => place === 'ID' || one.cityCode.startsWith(place));
  const folded = there.map(({ merchantId, month: when }) => months.get(`${merchantId} ${when}`));
  const said = [total.merchants, total.turnoverRupiah, total.orders].join(', ');
  const real = [
    new Set(there.map(({ merchantId }) => merchantId)).size,
    sum(folded, (one) => one?.turnover ?? 0),
    sum(folded, (one) => one?.orders ?? 0),
  ].join(', ');
  if (said !== real) sim.violated(`the twelve months to ${month} of ${place} say ${said}, the ledger says ${real}`);
};

/** The last result of a closed month is the fold of the ledger; provinces and the country are the sum of their cities. */
const snapshots = (sim: Sim, closed: readonly string[]): void => {
  const last = new Map<string, ReturnType<typeof sim.ledger.all<'Snapshot'>>[number]>();
  for (const one of sim.ledger.all('Snapshot').sort((a, b) => a.revision - b.revision))
    last.set(`${one.place} ${one.month}`, one);
  const { months } = fold(sim);
  const told = ({
    merchants,
    sold,
    turnoverRupiah,
    orders,
    reportedRupiah,
  }: {
    merchants: number;
    sold: number;
    turnoverRupiah: string | null;
    orders: number | null;
    reportedRupiah: string | null;
  }) => [merchants, sold, turnoverRupiah, orders, reportedRupiah].join(', ');
  for (const month of closed)
    for (const place of [...cityCodes, '35', '91', 'ID']) {
      const snapshot = last.get(`${place} ${month}`);
      if (!snapshot) throw sim.violated(`${place} has no result of ${month}`);
      if (snapshot.missing.length > 0 || snapshot.phase !== 'final')
        sim.violated(`the last result of ${place} ${month} is ${snapshot.phase}, missing ${snapshot.missing}`);
      const mine = sim.ledger
        .all('Standing')
        .filter((one) => one.month === month && !one.gone && (place === 'ID' || one.cityCode.startsWith(place)));
      const folded = mine.map(({ merchantId }) => months.get(`${merchantId} ${month}`));
      const real = told({
        merchants: mine.length,
        sold: folded.filter((one) => (one?.turnover ?? 0) > 0).length,
        turnoverRupiah: String(sum(folded, (one) => one?.turnover ?? 0)),
        orders: sum(folded, (one) => one?.orders ?? 0),
        reportedRupiah: String(sum(mine, ({ reportedRupiah }) => reportedRupiah ?? 0)),
      });
      if (told(snapshot.total) !== real)
        sim.violated(
          `result ${place} ${month} r${snapshot.revision} says ${told(snapshot.total)}, the ledger says ${real}`,
        );
      year(sim, snapshot, months);
      const parts = [snapshot.districts, snapshot.categories, snapshot.cities].filter((cells) => cells.length > 0);
      for (const cells of parts)
        if (
          sum(cells, ({ merchants }) => merchants) !== snapshot.total.merchants ||
          sum(cells, ({ turnoverRupiah }) => Number(turnoverRupiah)) !== Number(snapshot.total.turnoverRupiah)
        )
          sim.violated(`the cells of ${place} ${month} are not its whole`);
    }
};

/** Each wish has its effect once or not at all, as its answers said. */
const effects = (sim: Sim, intents: readonly Intent[]): void => {
  const orders = Map.groupBy(sim.ledger.all('Order'), ({ buyerName }) => buyerName);
  const tags = new Map(intents.map((intent) => [intent.tag, intent]));
  for (const [tag, made] of orders)
    if (tag !== TOWNSFOLK && !tags.has(tag)) sim.violated(`nobody wished for ${made.map(({ orderId }) => orderId)}`);
  const marks = tally();
  for (const order of sim.ledger.all('Order')) {
    for (const { receivedBy, by } of order.handovers) if (by !== 'clock') marks.add(receivedBy, 1);
    for (const { reason, by } of order.history) if (reason !== undefined && by !== 'clock') marks.add(reason, 1);
  }
  for (const { name } of sim.ledger.all('Merchant')) if (tags.has(name)) marks.add(name, 1);
  for (const { name } of sim.ledger.all('Product')) if (tags.has(name)) marks.add(name, 1);
  // What follows by itself carries the reason of the step it follows from.
  for (const { history } of sim.ledger.all('Payment'))
    for (const [place, { reason }] of history.entries())
      if (reason !== undefined && reason !== history[place - 1]?.reason) marks.add(reason, 1);
  for (const tag of tags.keys())
    if (marks.of(tag) > 1) sim.violated(`${tags.get(tag)?.key} ${tag} had ${marks.of(tag)} effects`);
  for (const intent of intents) {
    if (intent.key !== 'POST /orders') continue;
    const made = (orders.get(intent.tag) ?? []).map(({ orderId }) => orderId).sort();
    if (made.length !== 0 && made.length !== intent.shops)
      sim.violated(`${intent.tag} made ${made.length} orders of ${intent.shops}`);
    for (const { status, code, body, began } of intent.answers) {
      const ids = status === 201 ? (body as { orders: Order[] }).orders.map(({ orderId }) => orderId).sort() : made;
      if (String(ids) !== String(made)) sim.violated(`${intent.tag} was answered ${ids}, but made ${made}`);
      const refused = status >= 400 && status < 500 && !['agency_not_found', 'own_order'].includes(code ?? '');
      if (refused && made.length > 0 && (intent.made ?? 0) < began)
        sim.violated(`${intent.tag} was refused (${code}) but made ${made}`);
    }
  }
};

/** Exactly one event per change, none without a change; the last word of the catalogue is the register's. */
const events = (sim: Sim, triggers: Triggers): void => {
  const expected = tally();
  const wishes = new Set<string>();
  for (const change of triggers.changes) {
    const type = describe(change);
    // The same wish to close, put there once more by a resent command, is no other wish.
    const wish = `${change.key} ${change.after?.['at']}`;
    if (type === undefined || (type === 'CloseRequested' && wishes.has(wish))) continue;
    wishes.add(wish);
    expected.add(type, 1);
  }
  const ids = new Map(triggers.taken.map((event) => [event.detail.eventId, event.type]));
  const told = tally();
  for (const type of ids.values()) told.add(type, 1);
  for (const type of new Set([...expected.keys(), ...told.keys()]))
    if (expected.of(type) !== told.of(type))
      sim.violated(`${expected.of(type)} changes announce ${type}, ${told.of(type)} different events arrived`);
};

const catalogue = (sim: Sim): void => {
  const verified = new Set(
    sim.ledger
      .all('Merchant')
      .filter(({ status }) => status === 'verified')
      .map(({ merchantId }) => merchantId),
  );
  for (const { productId, merchantId, active, listed } of sim.ledger.all('Product'))
    if (listed !== (active && verified.has(merchantId)))
      sim.violated(
        `${productId} is ${listed ? '' : 'not '}listed; its shop is ${verified.has(merchantId) ? '' : 'not '}verified, it is ${active ? '' : 'not '}active`,
      );
};

/** Somebody always holds the role that seats others. */
/** Where a month's version says that nothing before it changed, nothing has; and a month that was closed carries right. */
const carries = (books: Books, closed: readonly string[] = []): void => {
  const shops = Map.groupBy(books.ledger.all('Standing'), ({ merchantId }) => merchantId);
  for (const [merchantId, months] of shops)
    for (const standing of months) {
      const before = months.find(({ month }) => month === addMonths(standing.month, -1));
      const isSaid = stillCarries(standing, before);
      if ((isSaid || standing.month === closed.at(-1)) && !carriesRight(standing, months))
        books.violated(`${merchantId} ${standing.month} carries ${isSaid ? 'by its version what' : 'what'} is not so`);
    }
};

const admins = (sim: Sim): void => {
  const held = new Set(sim.ledger.all('Membership').map(({ scope, role }) => `${scope} ${role}`));
  for (const { merchantId } of sim.ledger.all('Merchant'))
    if (!held.has(`merchant:${merchantId} owner`)) sim.violated(`${merchantId} has no owner left`);
  for (const city of cityCodes) if (!held.has(`city:${city} city-admin`)) sim.violated(`${city} has no admin left`);
};

/** What must hold of goods and money at any moment at which nothing is half done, which is every moment. */
export const checkBooks = (books: Books): void => {
  shelves(books);
  seats(books);
  disputes(books);
  trails(books);
  budgets(books);
  standings(books);
  shopYears(books);
  officeMonths(books);
  carries(books);
};

/** Everything that must hold when the dust has settled. */
export const checkAll = (sim: Sim, triggers: Triggers, intents: readonly Intent[], closed: readonly string[]): void => {
  checkBooks(sim);
  register(sim, closed);
  offers(sim);
  accounts(sim);
  snapshots(sim, closed);
  carries(sim, closed);
  effects(sim, intents);
  events(sim, triggers);
  catalogue(sim);
  admins(sim);
  checkMoney(sim, intents);
  checkConsents(sim, intents);
  checkDeliveries(sim, intents);
  checkSpending(sim);
  checkFeeds(sim, intents);
  checkTargets(sim);
  checkPapers(sim);
  checkReviews(sim);
  checkVisits(sim);
  checkSeats(sim, intents);
  checkComplaints(sim, intents);
  checkNotices(sim, triggers);
};
export const monthsUntil = (from: number, until: number): string[] => {
  const months: string[] = [];
  const last = monthOf(new Date(until), 'Asia/Jakarta');
  for (let month = monthOf(new Date(from), 'Asia/Jakarta'); month < last; month = addMonths(month, 1))
    months.push(month);
  return months;
};
