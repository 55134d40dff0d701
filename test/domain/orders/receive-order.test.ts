import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import { shelfChanges } from '../../../shared/domain/orders/holdings.ts';
import { ledgerEntryOf } from '../../../shared/domain/orders/ledger-entry.ts';
import { moved } from '../../../shared/domain/orders/move-order.ts';
import type { Order, Receipt } from '../../../shared/domain/orders/order.ts';
import { clockTermsOf } from '../../../shared/domain/orders/order-clocks.ts';
import { type Received, receiveOrder } from '../../../shared/domain/orders/receiving/receive-order.ts';
import { countsFrom } from '../../../shared/domain/ranking/ledger/sure-orders.ts';
import { idOf, malang, officeOrderIn, orderIn } from '../examples.ts';

const at = '2026-11-12T03:00:00.000Z';
const terms = clockTermsOf(malang());
const marks = { by: 'ani', parties: ['buyer'] as const, at, handoverId: 'hnd_1', ...terms };
const whole: Receipt = { condition: 'good', rest: 'given-up' };
const [nasi, teh] = [idOf('prd', 'nasi'), idOf('prd', 'teh')];
const receipt = (lines: [string, number][], rest: Receipt['rest'] = 'later'): Receipt => ({
  condition: 'good',
  rest,
  lines: lines.map(([productId, quantity]) => ({ productId, quantity })),
});

const pieces = (order: Order, of: (line: Order['lines'][number]) => number) =>
  order.lines.reduce((sum, line) => sum + of(line), 0);

/** An order of up to six lines and up to five handovers, each with its quantities and what becomes of the rest. */
const history = fc.record({
  lines: fc.array(
    fc.record({ priceRupiah: fc.integer({ min: 1, max: 50_000 }), quantity: fc.integer({ min: 1, max: 30 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
  handovers: fc.array(
    fc.record({
      share: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 6, maxLength: 6 }),
      rest: fc.constantFrom('later' as const, 'given-up' as const),
      everything: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

const play = ({ lines, handovers }: History) => {
  const totalRupiah = lines.reduce((sum, line) => sum + line.priceRupiah * line.quantity, 0);
  let order = orderIn('delivered', {
    lines: lines.map((line, index) => ({
      ...line,
      productId: idOf('prd', `${index}`),
      name: 'x',
      unit: 'y',
      received: 0,
      supply: 'stock',
    })),
    totalRupiah,
  });
  const steps: Received[] = [];
  for (const [index, { share, rest, everything }] of handovers.entries()) {
    if (order.state === 'received') break;
    const wanted = order.lines.map((line, at) => [line.productId, share[at] ?? 0] as [string, number]);
    try {
      steps.push(
        receiveOrder(order, everything ? whole : receipt(wanted, rest), { ...marks, handoverId: `hnd_${index}` }),
      );
      order = (steps.at(-1) as Received).order;
    } catch (error) {
      expect(error).toMatchObject({ code: 'quantity_not_possible' });
    }
  }
  return { order, steps };
};

describe('receiving', () => {
  test('never takes more than was ordered, loses no rupiah and no piece, over any run of handovers', () => {
    fc.assert(
      fc.property(history, (given) => {
        const { order, steps } = play(given);
        for (const line of order.lines) expect(line.received).toBeLessThanOrEqual(line.quantity);
        expect(order.handovers.reduce((sum, { rupiah }) => sum + rupiah, 0)).toBe(order.receivedRupiah);
        expect(steps.reduce((sum, { rupiah }) => sum + rupiah, 0)).toBe(order.receivedRupiah);
        expect(pieces(order, (line) => line.received * line.priceRupiah)).toBe(order.receivedRupiah);
        for (const line of order.lines) {
          const handed = order.handovers
            .flatMap(({ lines }) => lines)
            .filter(({ productId }) => productId === line.productId);
          expect(handed.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(line.received);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('gives back what was not received when it ends, and nothing while the rest is to come', () => {
    fc.assert(
      fc.property(history, (given) => {
        const { order, steps } = play(given);
        // Before it was sent, every piece was promised; whatever is neither promised nor gone went back to the shelf.
        const sent = play({ ...given, handovers: [] }).order;
        const changes = new Map(shelfChanges(sent, order).map((change) => [change.productId, change]));
        for (const line of order.lines) {
          const { promised = 0, gone = 0 } = changes.get(line.productId) ?? {};
          const rest = line.quantity - line.received;
          const out = order.state === 'delivered' && steps.length === 0;
          expect([promised, gone]).toEqual(out ? [0, 0] : [order.state === 'received' ? 0 : rest, 0 - rest]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('says of the first handover, and only of it, that it is the first', () => {
    fc.assert(
      fc.property(history, (given) => {
        const { steps } = play(given);
        expect(steps.map(({ first }) => first)).toEqual(steps.map((_, index) => index === 0));
      }),
    );
  });

  test('without lines takes everything still to come', () => {
    const half = receiveOrder(orderIn('delivered'), receipt([[nasi, 1]]), marks);
    expect(half.order.state).toBe('partly_received');
    expect(half.rupiah).toBe(10_000);
    const rest = receiveOrder(half.order, whole, { ...marks, handoverId: 'hnd_2' });
    expect(rest.order).toMatchObject({ state: 'received', receivedRupiah: 61_000, dueAt: null });
    expect(rest.order.handovers.map(({ rupiah }) => rupiah)).toEqual([10_000, 51_000]);
  });

  test('given up: the missing pieces go back', () => {
    const before = orderIn('delivered');
    const { order, rupiah } = receiveOrder(before, receipt([[nasi, 3]], 'given-up'), marks);
    expect(order.state).toBe('received');
    expect(rupiah).toBe(30_000);
    expect(shelfChanges(before, order)).toEqual([
      { productId: nasi, day: null, promised: 0, gone: -1 },
      { productId: teh, day: null, promised: 0, gone: -3 },
    ]);
  });

  test('given up: the shop’s recent sales are what was taken, or who takes one piece would sink it by all', () => {
    const accepted = { state: 'accepted', at, by: 'sri' } as const;
    const before = { ...orderIn('delivered'), history: [accepted] };
    const entryOf = (order: Order) => ledgerEntryOf(order, { category: 'culinary', buyer: 'ani' });
    expect(entryOf(before)).toMatchObject({ valueRupiah: 61_000 });
    const { order } = receiveOrder(before, receipt([[nasi, 1]], 'given-up'), marks);
    expect(entryOf(order)).toMatchObject({ valueRupiah: 10_000, units: 1, lines: [[expect.anything(), 1, 10_000, 0]] });
  });

  test('in parts: the shop’s recent sales are what came so far, or a piece now and then would hold all the rest open against it', () => {
    const entryOf = (order: Order) => ledgerEntryOf(order, { category: 'culinary', buyer: 'ani' });
    const accepted = { state: 'accepted', at, by: 'sri' } as const;
    const before = { ...orderIn('delivered'), history: [accepted] };
    const first = receiveOrder(before, receipt([[nasi, 1]]), { ...marks, at }).order;
    expect(entryOf(first)).toMatchObject({ state: 'accepted', valueRupiah: 10_000, units: 1 });
    expect(entryOf(first)?.lastReceivedAt).toBeUndefined();
    // In whatever it ends, what was received was sold, and nothing else.
    for (const [state, side] of [
      ['disputed', 'buyer'],
      ['cancelled', 'clock'],
      ['cancelled', 'city'],
      ['cancelled', 'merchant'],
      ['lapsed', 'clock'],
    ] as const) {
      const over = { ...first, state, history: [...first.history, { state, at, by: 'x', side }] } as Order;
      expect(entryOf(over), `${state} ${side}`).toMatchObject({ state: 'accepted', valueRupiah: 10_000 });
      expect(entryOf(over)?.cancelledBy).toBeUndefined();
    }
    // It counts from when the last of it came, or who confirms late would have it count nowhere.
    const late = later(at, 100 * DAY_MS);
    const ended = receiveOrder(first, whole, { ...marks, handoverId: 'hnd_2', at: late }).order;
    expect(entryOf(ended)).toMatchObject({ valueRupiah: 61_000, receivedAt: at, lastReceivedAt: late });
    expect(countsFrom({ at, deliverOn: '2026-01-01', receivedAt: at, lastReceivedAt: late }, { provenOwners: 3 })).toBe(
      late,
    );
  });

  test('disputed in whole: who disputes what it does not take costs the shop no turn, however the dispute ends', () => {
    const entryOf = (order: Order) => ledgerEntryOf(order, { category: 'culinary', buyer: 'ani' });
    const steps = (...all: [state: string, side: string][]) =>
      all.map(([state, side]) => ({ state, side, at, by: side })) as Order['history'];
    const before = steps(['accepted', 'merchant'], ['delivered', 'merchant'], ['disputed', 'buyer']);
    const disputed = { ...orderIn('disputed'), history: before };
    expect(entryOf(disputed)).toMatchObject({ state: 'accepted', unproven: true });
    const ended = (side: string) => ({
      ...orderIn('cancelled'),
      history: [...before, ...steps(['cancelled', side])],
    });
    for (const side of ['merchant', 'city'])
      expect(entryOf(ended(side)), side).toMatchObject({ state: 'cancelled', cancelledBy: 'city' });
    expect(entryOf(ended('clock'))?.cancelledBy).toBe('buyer');
    const without = { ...orderIn('cancelled'), history: steps(['accepted', 'merchant'], ['cancelled', 'merchant']) };
    expect(entryOf(without)).toMatchObject({ cancelledBy: 'merchant' });
    expect(entryOf(receiveOrder(disputed, whole, marks).order)?.unproven).toBeUndefined();
  });

  test('still to be fetched: who does not come costs the shop no turn, neither until it lapses nor after', () => {
    const entryOf = (order: Order) => ledgerEntryOf(order, { category: 'culinary', buyer: 'ani' });
    const steps = (...states: string[]) => states.map((state) => ({ state, at, by: 'sri' })) as Order['history'];
    const pickUp = { way: 'pick-up', feeRupiah: 0 } as const;
    const courier = { way: 'courier', feeRupiah: 0 } as const;
    for (const [delivery, unproven, side] of [
      [pickUp, true, 'city'],
      [courier, undefined, 'merchant'],
    ] as const) {
      expect(entryOf({ ...orderIn('accepted'), delivery, history: steps('accepted') })?.unproven).toBe(unproven);
      const handed = { ...orderIn('delivered'), delivery, history: steps('accepted', 'delivered') };
      expect(entryOf(handed)?.unproven).toBeUndefined();
      const lapsed = { ...orderIn('lapsed'), delivery, history: steps('accepted', 'lapsed') };
      expect(entryOf(lapsed)).toMatchObject({ state: 'cancelled', cancelledBy: side });
    }
  });

  test('of everything ends the order even when the rest was promised for later', () => {
    expect(receiveOrder(orderIn('delivered'), { ...whole, rest: 'later' }, marks).order.state).toBe('received');
  });

  test.each([
    ['more than was ordered', receipt([[nasi, 5]])],
    [
      'more than is left, in two lines of one product',
      receipt([
        [nasi, 2],
        [nasi, 3],
      ]),
    ],
    ['what was not ordered', receipt([[idOf('prd', 'kopi'), 1]])],
    ['nothing', receipt([[nasi, 0]])],
  ])('refuses %s', (_, wanted) => {
    expect(() => receiveOrder(orderIn('delivered'), wanted, marks)).toThrow(
      expect.objectContaining({ code: 'quantity_not_possible' }),
    );
  });

  test('piece by piece ends: the thirtieth settles the rest, and the record stays short', () => {
    let order: Order = orderIn('delivered', {
      lines: orderIn('delivered').lines.map((line) => ({ ...line, quantity: 100 })),
    });
    const [first] = order.lines;
    const one = receipt([[first?.productId ?? '', 1]]);
    for (let time = 1; time < 30; time++) order = receiveOrder(order, one, marks).order;
    expect(() => receiveOrder(order, one, marks)).toThrow(expect.objectContaining({ code: 'quantity_not_possible' }));
    expect(receiveOrder(order, { ...one, rest: 'given-up' }, marks).order.state).toBe('received');
    expect(receiveOrder(order, whole, marks).order.handovers).toHaveLength(30);
  });

  test('adds up two lines of one product', () => {
    expect(
      receiveOrder(
        orderIn('delivered'),
        receipt([
          [nasi, 2],
          [nasi, 2],
        ]),
        marks,
      ).rupiah,
    ).toBe(40_000);
  });

  test('by an office names who took the goods', () => {
    const act = (receivedBy?: string) =>
      receiveOrder(officeOrderIn('delivered'), { ...whole, ...(receivedBy ? { receivedBy } : {}) }, marks);
    expect(() => act()).toThrow(
      expect.objectContaining({
        code: 'invalid_request',
        flaws: [expect.objectContaining({ pointer: '/receivedBy' })],
      }),
    );
    expect(act('Bu Tuti').order.handovers[0]?.receivedBy).toBe('Bu Tuti');
  });

  test('with remarks needs the remarks', () => {
    expect(() => receiveOrder(orderIn('delivered'), { ...whole, condition: 'with-remarks' }, marks)).toThrow(
      expect.objectContaining({ flaws: [expect.objectContaining({ pointer: '/remarks' })] }),
    );
  });

  test('is the buyer’s part, or the clock’s when it settles', () => {
    expect(() => receiveOrder(orderIn('delivered'), whole, { ...marks, parties: ['merchant'] })).toThrow(
      expect.objectContaining({ code: 'not_allowed' }),
    );
    expect(() => receiveOrder(orderIn('accepted'), whole, marks)).toThrow(
      expect.objectContaining({ code: 'order_moved_on' }),
    );
    expect(
      receiveOrder(orderIn('delivered'), whole, { ...marks, parties: ['clock'], move: 'settle' }).order.state,
    ).toBe('received');
  });

  test('leaves the order it was given as it was', () => {
    const before = moved(orderIn('accepted'), 'delivered', { by: 'sri', at, ...terms });
    const copy = structuredClone(before);
    receiveOrder(before, whole, marks);
    expect(before).toEqual(copy);
  });
});
