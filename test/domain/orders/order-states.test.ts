import { describe, expect, test } from 'vitest';
import { DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import {
  alreadyMoved,
  CLOCK,
  moved,
  moveOrder,
  overdueMove,
  partiesOf,
  requireMove,
  requireParty,
} from '../../../shared/domain/orders/move-order.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import {
  endedUndelivered,
  type OrderMove,
  type OrderParty,
  type OrderState,
  orderMoves,
  stateLabels,
} from '../../../shared/domain/orders/order-states.ts';
import type { Caller } from '../../../shared/domain/people/caller.ts';
import { idOf, nobodySpecial, OFFICE, officeOrderIn, orderIn, orderStates, person } from '../examples.ts';

const moves: OrderMove[] = [
  'approve',
  'reject',
  'cancel',
  'lapse',
  'accept',
  'decline',
  'deliver',
  'receive',
  'dispute',
  'settle',
];
const parties: OrderParty[] = ['buyer', 'approver', 'merchant', 'city', 'clock'];
const at = '2026-11-11T03:00:00.000Z';

/** The market's rules, written a second time and by hand: from → move → who → to. */
const rules: [OrderState, OrderMove, OrderParty[], OrderState][] = [
  ['awaiting_approval', 'approve', ['approver'], 'placed'],
  ['awaiting_approval', 'reject', ['approver'], 'rejected'],
  ['awaiting_approval', 'cancel', ['buyer'], 'cancelled'],
  ['awaiting_approval', 'lapse', ['clock'], 'lapsed'],
  ['placed', 'accept', ['merchant'], 'accepted'],
  ['placed', 'decline', ['merchant'], 'declined'],
  ['placed', 'cancel', ['buyer'], 'cancelled'],
  ['placed', 'lapse', ['clock'], 'lapsed'],
  ['accepted', 'deliver', ['merchant'], 'delivered'],
  ['accepted', 'cancel', ['buyer', 'merchant'], 'cancelled'],
  ['delivered', 'receive', ['buyer'], 'received'],
  ['delivered', 'dispute', ['buyer'], 'disputed'],
  ['delivered', 'settle', ['clock'], 'received'],
  ['partly_received', 'deliver', ['merchant'], 'delivered'],
  ['partly_received', 'receive', ['buyer'], 'received'],
  ['partly_received', 'dispute', ['buyer'], 'disputed'],
  ['disputed', 'receive', ['buyer'], 'received'],
  ['disputed', 'cancel', ['merchant', 'city'], 'cancelled'],
];
const ruleFor = (state: OrderState, move: OrderMove) => rules.find(([from, by]) => from === state && by === move);

describe('the table of an order’s life', () => {
  const all = orderStates.flatMap((state) => moves.flatMap((move) => parties.map((party) => ({ state, move, party }))));
  test.each(all)('$state: $move by $party', ({ state, move, party }) => {
    const rule = ruleFor(state, move);
    const act = () => requireMove(orderIn(state), move, [party]);
    if (!rule) expect(act).toThrow(expect.objectContaining({ code: 'order_moved_on' }));
    else if (!rule[2].includes(party)) expect(act).toThrow(expect.objectContaining({ code: 'not_allowed' }));
    else expect(act().to).toBe(rule[3]);
  });

  test('has an end: every state leads to a final one, and final ones lead nowhere', () => {
    const next = (state: OrderState) =>
      Object.values(orderMoves[state] as Record<string, { to: OrderState }>).map(({ to }) => to);
    const final = orderStates.filter((state) => next(state).length === 0);
    expect(final.sort()).toEqual(['cancelled', 'declined', 'lapsed', 'received', 'rejected']);
    for (const state of orderStates) {
      const reached = new Set([state]);
      for (const one of reached) for (const to of next(one)) reached.add(to);
      expect(
        final.some((end) => reached.has(end)),
        state,
      ).toBe(true);
    }
  });

  test('gives back what was taken in every final state but received', () => {
    expect([...endedUndelivered].sort()).toEqual(['cancelled', 'declined', 'lapsed', 'rejected']);
  });

  test('has an Indonesian name for every state, each another', () => {
    expect(new Set(Object.values(stateLabels)).size).toBe(orderStates.length);
  });
});

const shop = orderIn('placed').merchantId;
const people: Record<string, Caller> = {
  'the buyer': person('ani'),
  'the owner': person('sri', { scope: `merchant:${shop}`, role: 'owner' }),
  staff: person('dewi', { scope: `merchant:${shop}`, role: 'staff' }),
  'another shop’s owner': person('budi', { scope: `merchant:${idOf('mrc', 'lain')}`, role: 'owner' }),
  'the office’s buyer': person('rina', { scope: `agency:${OFFICE}`, role: 'buyer' }),
  'the office’s approver': person('agus', { scope: `agency:${OFFICE}`, role: 'approver' }),
  'the office’s treasurer': person('tuti', { scope: `agency:${OFFICE}`, role: 'treasurer' }),
  'another office’s approver': person('joko', { scope: `agency:${idOf('agc', 'lain')}`, role: 'approver' }),
  'the city admin': person('admin', { scope: 'city:35.73', role: 'city-admin' }),
  'the inspectorate': person('irban', { scope: 'city:35.73', role: 'inspectorate' }),
  'another city’s admin': person('admin2', { scope: 'city:35.78', role: 'city-admin' }),
  'a province admin': person('prov', { scope: 'province:35', role: 'province-admin' }),
  'the operator': person('op', { scope: 'country', role: 'operator' }),
  'a passer-by': nobodySpecial,
};
const sides = (order: Order) =>
  Object.fromEntries(
    Object.entries(people)
      .map(([name, caller]) => [name, partiesOf(order, caller)])
      .filter(([, of]) => (of?.length ?? 0) > 0),
  );

describe('an order', () => {
  test('is invisible to anybody but its parties', () => {
    expect(sides(orderIn('placed'))).toEqual({
      'the buyer': ['buyer'],
      'the owner': ['merchant'],
      staff: ['merchant'],
    });
    expect(sides(officeOrderIn('placed', { buyer: 'rina' }))).toEqual({
      'the owner': ['merchant'],
      staff: ['merchant'],
      'the office’s buyer': ['buyer'],
      'the office’s approver': ['buyer', 'approver'],
      'the office’s treasurer': ['buyer'],
    });
    for (const caller of Object.values(people).filter((one) => partiesOf(orderIn('placed'), one).length === 0))
      expect(() => requireParty(orderIn('placed'), caller)).toThrow(
        expect.objectContaining({ code: 'order_not_found', status: 404 }),
      );
  });

  test('of an office is not visible to a person who placed it and left the office', () => {
    expect(partiesOf(officeOrderIn('placed', { buyer: 'ani' }), person('ani'))).toEqual([]);
  });

  test('is seen by its own city while it is disputed, and only then', () => {
    for (const state of orderStates) {
      expect(partiesOf(orderIn(state), people['the city admin'] as Caller)).toEqual(
        state === 'disputed' ? ['city'] : [],
      );
      for (const other of ['the inspectorate', 'another city’s admin', 'the operator', 'a province admin'])
        expect(partiesOf(orderIn(state), people[other] as Caller)).toEqual([]);
    }
  });

  test('that does not exist is told apart from one that is foreign by nothing', () => {
    const told = (order: Order | undefined) => {
      try {
        requireParty(order, nobodySpecial);
      } catch (error) {
        return { ...(error as object), message: (error as Error).message };
      }
      throw new Error('answered');
    };
    expect(told(undefined)).toEqual(told(orderIn('placed')));
  });

  test('is never approved by its maker', () => {
    const approver = people['the office’s approver'] as Caller;
    expect(() => moveOrder(officeOrderIn('awaiting_approval', { buyer: 'agus' }), 'approve', approver, at)).toThrow(
      expect.objectContaining({ code: 'own_order' }),
    );
    expect(moveOrder(officeOrderIn('awaiting_approval', { buyer: 'rina' }), 'approve', approver, at).state).toBe(
      'placed',
    );
  });

  test('keeps a trail of who moved it when and why, and counts its versions', () => {
    const after = moveOrder(orderIn('placed'), 'decline', people['the owner'] as Caller, at, 'habis');
    expect(after.history.at(-1)).toEqual({ state: 'declined', at, by: 'sri', side: 'merchant', reason: 'habis' });
    expect(after.history).toHaveLength(2);
    expect(after.version).toBe(2);
  });

  test('already stands where a second click would lead, for the same person only', () => {
    const after = moveOrder(orderIn('placed'), 'accept', people['the owner'] as Caller, at);
    expect(alreadyMoved(after, 'accept', 'sri')).toBe(true);
    expect(alreadyMoved(after, 'accept', 'dewi')).toBe(false);
    expect(alreadyMoved(after, 'deliver', 'sri')).toBe(false);
    expect(alreadyMoved(orderIn('placed'), 'accept', 'sri')).toBe(false);
  });
});

describe('the clock of an order', () => {
  const limits: Partial<Record<OrderState, number>> = { awaiting_approval: 7, placed: 1, delivered: 3 };
  test.each(orderStates)('in %s runs as long as the table says', (state) => {
    const days = limits[state];
    expect(moved(orderIn('placed'), state, 'x', at).dueAt).toBe(days === undefined ? null : later(at, days * DAY_MS));
  });

  test('never receives an office’s goods', () => {
    expect(moved(officeOrderIn('accepted'), 'delivered', 'sri', at).dueAt).toBeNull();
    expect(moved(officeOrderIn('awaiting_approval'), 'placed', 'agus', at).dueAt).toBe(later(at, DAY_MS));
  });

  test('runs out at its very millisecond and not before', () => {
    const order = moved(orderIn('placed'), 'delivered', 'sri', at);
    expect(overdueMove(order, later(at, 3 * DAY_MS - 1))).toBeUndefined();
    expect(overdueMove(order, later(at, 3 * DAY_MS))).toBe('settle');
    expect(overdueMove({ ...order, dueAt: null }, later(at, 99 * DAY_MS))).toBeUndefined();
  });

  test('may make only the moves the table gives it', () => {
    for (const state of orderStates) {
      const move = overdueMove(orderIn(state, { dueAt: at }), at);
      if (move) expect(ruleFor(state, move)?.[2]).toEqual(['clock']);
    }
    expect(CLOCK).toBe('clock');
  });
});
