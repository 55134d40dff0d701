import { makeWorld } from '../../functions/world.ts';
import { seatOperator } from '../../infra/local/first-operator.ts';
import type { Item } from '../../shared/table/engine/table.ts';
import { testClock, testWorld } from '../engine.ts';
import { marketOf } from '../market.ts';
import { type Print, print, ratio, table } from './kit/figures.ts';
import { pageUnits } from './kit/page-units.ts';
import { application, type Cart, cart, offer, openCity, openOffice, openStalls, type Stall } from './kit/stalls.ts';
import { itemBytes, meter, readUnits, type Sent, writeUnits } from './kit/units.ts';

/**
 * How many items an operation changes or must find unchanged, and what that does to lists: an entry made, changed or taken
 * out 1, moved 2. Of orders also how many items must be known before: each is one unit, read consistently.
 */
type Least = { readonly items: number; readonly entries: number; readonly known?: number };
export type Row = {
  readonly name: string;
  readonly units: number;
  readonly reads: number;
  readonly leastReads: number | undefined;
} & Record<'least' | 'sized', number>;

/** One item is a plain write; several are a transaction, which doubles the table's side and not the lists'. */
const unitsOf = ({ items, entries }: Least, kilobytes: number): number => (items > 1 ? 2 : 1) * kilobytes + entries;

/** Kilobytes of everything written: puts by their size; updates touch small items only. */
const kilobytesOf = (sent: readonly Sent[]): number => {
  const puts = sent.flatMap(({ name, input }) =>
    name === 'TransactWriteCommand'
      ? (input['TransactItems'] as { Put?: { Item: Item } }[]).map(({ Put }) => Put?.Item)
      : /^(Put|Update|Delete)/.test(name)
        ? [input['Item'] as Item | undefined]
        : [],
  );
  return puts.reduce((sum: number, item) => sum + (item ? Math.ceil(itemBytes(item) / 1024) : 1), 0);
};

/** An order's entries: with the buyer, with the shop (sorted by state), and its clock. */
const PLACED = 3;
/** Its payment is written with it: an item, and its entries with the shop and with an office. */
const PAYMENT = 1;
const PAYMENT_OF_OFFICE = 2;
const MOVED_AT_SHOP = 2;
const SHOWN_TO_BUYER = 1;
const CLOCK_STARTS_OR_ENDS = 1;
const MOVE = MOVED_AT_SHOP + SHOWN_TO_BUYER + CLOCK_STARTS_OR_ENDS;
/** Every open state has its clock: from one to the next its entry moves, which ends one and starts another. */
const CLOCK_MOVES = MOVE + CLOCK_STARTS_OR_ENDS;
/** A sale moves the shop in both standing lists, of the month and of twelve months; a report is shown in the second. */
const [OPENED, SOLD, REPORTED] = [2, 4, 1];
/** An act is listed under who decided. */
const ON_RECORD = 1;

/**
 * Every writing operation once, on the real engine, beside the least it could write, which is
 * counted by hand from what must be true afterwards.
 */
export const writeRows = async (): Promise<Row[]> => {
  const clock = testClock();
  const base = await testWorld({ now: clock.now });
  const { client, take } = meter(base.table);
  const { logger } = base;
  const world = makeWorld({ client, tableName: base.table.name, secret: 'bench', now: clock.now, logger });
  const { as } = marketOf(world);
  await seatOperator(world.table, 'operator', world.now());
  await openCity(as);
  const [stall] = (await openStalls(as, { shops: 1, products: 5, stock: 1000 })) as [Stall];
  const office = await openOffice(as, clock.now());
  const { merchantId, owner } = stall;

  const rows: Row[] = [];
  const row = async <T>(name: string, least: Least, work: () => Promise<T>): Promise<T> => {
    take();
    const answer = await work();
    const sent = take();
    const sizes = { least: unitsOf(least, least.items), sized: unitsOf(least, kilobytesOf(sent)) };
    rows.push({ name, units: writeUnits(sent), reads: readUnits(sent), leastReads: least.known, ...sizes });
    return answer;
  };
  const place = async (buyer: string, body: Cart) =>
    (await as(buyer)('POST /orders', { body })).orders[0]?.orderId ?? '';
  const move = (person: string, to: 'accept' | 'deliver' | 'approve', orderId: string) =>
    as(person)(`POST /orders/{orderId}/${to}`, { params: { orderId } });

  // What a container keeps for seconds (the city, its price lines) is known by now.
  let orderId = await place('ani', cart(stall, 1, clock.now()));
  for (const lines of [1, 2, 3, 4, 5]) {
    const name = `place, ${lines} ${lines > 1 ? 'lines' : 'line'}`;
    // Beside the order and its shelves, what its buyer has open; known before are also the shop and what it says of bringing.
    orderId = await row(name, { items: 3 + lines, entries: PLACED + PAYMENT, known: 4 + lines }, () =>
      place('ani', cart(stall, lines, clock.now())),
    );
  }
  const called = { params: { orderId }, body: { reason: 'Salah tanggal.' } };
  // Also the city may call an order off, in a dispute: its seat is looked at. What was open is so no longer.
  await row('cancel, 5 lines', { items: 7, entries: MOVE, known: 3 }, () =>
    as('ani')('POST /orders/{orderId}/cancel', called),
  );

  // Accepting finds the shop open in the same transaction; delivering takes the pieces out of what the shelf promised.
  const mine = await place('ani', cart(stall, 1, clock.now()));
  await row('accept', { items: 2, entries: CLOCK_MOVES, known: 3 }, () => move(owner, 'accept', mine));
  await row('deliver', { items: 2, entries: CLOCK_MOVES, known: 2 }, () => move(owner, 'deliver', mine));
  const asked = { params: { orderId: mine }, body: {} };
  await row('receive', { items: 3, entries: MOVE + SOLD, known: 3 }, () =>
    as('ani')('POST /orders/{orderId}/receive', asked),
  );

  const bought = cart(stall, 1, clock.now(), office);
  const theirs = await row('office: place, 1 line', { items: 4, entries: PLACED + PAYMENT_OF_OFFICE, known: 6 }, () =>
    place('office-buyer', bought),
  );
  // Order, two seats, shop, and where its maker and its approver work.
  await row('office: approve', { items: 3, entries: CLOCK_MOVES, known: 6 }, () =>
    move('office-approver', 'approve', theirs),
  );
  await row('office: accept', { items: 2, entries: CLOCK_MOVES, known: 4 }, () => move(owner, 'accept', theirs));
  await row('office: deliver', { items: 2, entries: CLOCK_MOVES, known: 3 }, () => move(owner, 'deliver', theirs));
  const handover = { params: { orderId: theirs }, body: { receivedBy: 'Budi Santoso' } };
  await row('office: receive (BAST)', { items: 3, entries: MOVE + SOLD, known: 5 }, () =>
    as('office-buyer')('POST /orders/{orderId}/receive', handover),
  );

  const report = { params: { merchantId, month: clock.now().slice(0, 7) } };
  const outside = [{ channel: 'market-stall' as const, rupiah: 250_000 }];
  await row('turnover, saved', { items: 2, entries: REPORTED }, () =>
    as(owner)('PUT /merchants/{merchantId}/turnover/{month}', { ...report, body: { outside } }),
  );
  const applied = await as('new')('POST /merchants', { body: application(50) });
  // The shop moves from applications to shops and its owner's list shows it; its month opens; its identity becomes its
  // owner's; the decision is on record, an act and the head of its chain; its applicant waits for one shop less.
  await row('verify a shop', { items: 6, entries: MOVED_AT_SHOP + 1 + OPENED + ON_RECORD }, () =>
    as('admin')('POST /merchants/{merchantId}/verify', { params: { merchantId: applied.merchantId } }),
  );
  const body = offer(9, 10);
  // Product and shelf; the shop must still be verified when it is listed, which a check pays for, and its month must still
  // say that it offers: else two who put up and take down at once would leave it saying what is not so.
  await row('product', { items: 4, entries: 1 }, () =>
    as(owner)('POST /merchants/{merchantId}/products', { params: { merchantId }, body }),
  );
  return rows;
};

export const run = async (print: Print): Promise<void> => {
  const writes = (await writeRows()).map(({ name, units, least, sized, reads, leastReads }) => [
    name,
    units,
    least,
    ratio(units / least),
    ratio(units / sized),
    reads,
    leastReads ?? '–',
    leastReads === undefined ? '–' : ratio(reads / leastReads),
  ]);
  const written = ['write units', 'least', 'ratio', 'ratio for its bytes'];
  print(table(['operation', ...written, 'read units', 'least', 'ratio'], writes));
  const pages = (await pageUnits()).map(({ name, units, query, entries, least, bytes }) => [
    name,
    units,
    entries,
    query,
    least,
    ratio(query / least),
    bytes,
  ]);
  const head = ['a page of 50', 'read units', 'entries queried', 'units of the query', 'least', 'ratio (goal ≤ 1.25)'];
  print(table([...head, 'bytes an entry'], pages));
};

if (import.meta.main) await run(print);
