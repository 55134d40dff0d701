import { describe, expect, test } from 'vitest';
import { DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import { moved, moveOrder } from '../../../shared/domain/orders/move-order.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { CLOCK, clockTermsOf, overdueMove } from '../../../shared/domain/orders/order-clocks.ts';
import { partiesOf, requireParty } from '../../../shared/domain/orders/order-parties.ts';
import { alreadyMoved, requireMove, ruleOf } from '../../../shared/domain/orders/order-rules.ts';
import {
  endedUndelivered,
  type OrderMove,
  type OrderParty,
  type OrderState,
  orderMoves,
  stateLabels,
} from '../../../shared/domain/orders/order-states.ts';
import { rescheduleOrder } from '../../../shared/domain/orders/reschedule-order.ts';
import type { Caller } from '../../../shared/domain/people/caller.ts';
import { startingPolicies } from '../../../shared/domain/places/policies.ts';
import { idOf, malang, nobodySpecial, OFFICE, officeOrderIn, orderIn, orderStates, person } from '../examples.ts';

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
  'reschedule',
  'remind',
  'settle',
  'return',
  'escalate',
  'close',
];
const parties: OrderParty[] = ['buyer', 'approver', 'merchant', 'city', 'clock'];
const at = '2026-11-11T03:00:00.000Z';
const terms = clockTermsOf(malang());
const how = { by: 'x', at, ...terms };

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
  ['placed', 'reschedule', ['buyer'], 'placed'],
  ['awaiting_approval', 'reschedule', ['buyer'], 'awaiting_approval'],
  ['accepted', 'remind', ['clock'], 'accepted'],
  ['accepted', 'lapse', ['clock'], 'lapsed'],
  ['delivered', 'escalate', ['clock'], 'disputed'],
  ['partly_received', 'settle', ['clock'], 'received'],
  ['disputed', 'escalate', ['clock'], 'disputed'],
  ['disputed', 'close', ['clock'], 'cancelled'],
  ['accepted', 'deliver', ['merchant'], 'delivered'],
  ['accepted', 'cancel', ['buyer', 'merchant'], 'cancelled'],
  ['delivered', 'receive', ['buyer'], 'received'],
  ['delivered', 'dispute', ['buyer'], 'disputed'],
  ['delivered', 'settle', ['clock'], 'received'],
  ['delivered', 'return', ['clock'], 'cancelled'],
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
    expect(() =>
      moveOrder(officeOrderIn('awaiting_approval', { buyer: 'agus' }), 'approve', { caller: approver, at, ...terms }),
    ).toThrow(expect.objectContaining({ code: 'own_order' }));
    expect(
      moveOrder(officeOrderIn('awaiting_approval', { buyer: 'rina' }), 'approve', { caller: approver, at, ...terms })
        .state,
    ).toBe('placed');
  });

  test('keeps a trail of who moved it when and why, and counts its versions', () => {
    const after = moveOrder(orderIn('placed'), 'decline', {
      caller: people['the owner'] as Caller,
      at,
      reason: 'habis',
      ...terms,
    });
    expect(after.history.at(-1)).toEqual({ state: 'declined', at, by: 'sri', side: 'merchant', reason: 'habis' });
    expect(after.history).toHaveLength(2);
    expect(after.version).toBe(2);
  });

  test('already stands where a second click would lead, for the same person only', () => {
    const after = moveOrder(orderIn('placed'), 'accept', { caller: people['the owner'] as Caller, at, ...terms });
    expect(alreadyMoved(after, 'accept', 'sri')).toBe(true);
    expect(alreadyMoved(after, 'accept', 'dewi')).toBe(false);
    expect(alreadyMoved(after, 'deliver', 'sri')).toBe(false);
    expect(alreadyMoved(orderIn('placed'), 'accept', 'sri')).toBe(false);
  });
});

describe('the clock of an order', () => {
  const days = (count: number) => later(at, count * DAY_MS);
  // The day of delivery is the 12th in Malang, which is over at 17:00 UTC.
  const over = '2026-11-12T17:00:00.000Z';
  const due: Partial<Record<OrderState, [person: string, office: string]>> = {
    awaiting_approval: [days(7), days(7)],
    placed: [days(1), days(1)],
    accepted: [over, over],
    delivered: [days(3), days(14)],
    partly_received: [days(14), days(14)],
    disputed: [days(14), days(14)],
  };
  test.each(orderStates)('in %s runs as long as the city says, and stands only where an order is over', (state) => {
    const [forPerson = null, forOffice = null] = due[state] ?? [];
    expect(moved(orderIn('placed'), state, how).dueAt).toBe(forPerson);
    expect(moved(officeOrderIn('placed'), state, how).dueAt).toBe(forOffice);
    expect(forPerson === null).toBe(Object.keys(orderMoves[state]).length === 0);
  });

  test('follows the city’s settings', () => {
    const slow = clockTermsOf(malang({ policies: { ...startingPolicies, acceptHours: 36, lateDays: 5 } }));
    expect(moved(orderIn('awaiting_approval'), 'placed', { ...how, ...slow }).dueAt).toBe(later(at, 1.5 * DAY_MS));
    const accepted = moved(orderIn('placed'), 'accepted', { ...how, ...slow });
    const reminded = moved(accepted, 'accepted', { ...slow, by: CLOCK, at: over });
    expect(reminded.dueAt).toBe(later(over, 5 * DAY_MS));
  });

  test('runs out at its very millisecond and not before', () => {
    const order = moved(orderIn('placed'), 'delivered', how);
    expect(overdueMove(order, later(at, 3 * DAY_MS - 1))).toBeUndefined();
    expect(overdueMove(order, later(at, 3 * DAY_MS))).toBe('settle');
    expect(overdueMove({ ...order, dueAt: null }, later(at, 99 * DAY_MS))).toBeUndefined();
  });

  test('takes no goods for received that were refused at the door, and waits as long before they go back', () => {
    for (const state of orderStates)
      for (const order of [orderIn(state, { dueAt: at }), officeOrderIn(state, { dueAt: at })]) {
        const [move, refused] = [overdueMove(order, at), overdueMove(order, at, true)];
        expect(refused).toBe(state === 'delivered' && move === 'settle' ? 'return' : move);
        if (refused && state === 'delivered') expect(ruleOf(state, refused)?.to).not.toBe('received');
      }
    expect(overdueMove(orderIn('delivered', { dueAt: later(at, 1) }), at, true)).toBeUndefined();
  });

  /** Lets the clock alone move an order until it stands still: its moves, and how long it took. */
  const leftAlone = (order: Order): { moves: string[]; state: OrderState; days: number } => {
    const steps: string[] = [];
    let now = at;
    let one = order;
    while (one.dueAt !== null) {
      now = one.dueAt;
      const move = overdueMove(one, now) as OrderMove;
      steps.push(move);
      one = moved(one, ruleOf(one.state, move)?.to as OrderState, { ...terms, by: CLOCK, at: now });
      if (steps.length > 9) throw new Error('the clock never ends');
    }
    return { moves: steps, state: one.state, days: (Date.parse(now) - Date.parse(at)) / DAY_MS };
  };
  test.each([
    ['accepted', ['remind', 'lapse'], 'lapsed', ['remind', 'lapse'], 'lapsed'],
    ['delivered', ['settle'], 'received', ['escalate', 'close'], 'cancelled'],
    ['partly_received', ['settle'], 'received', ['settle'], 'received'],
    ['disputed', ['escalate', 'close'], 'cancelled', ['escalate', 'close'], 'cancelled'],
  ] as const)('left alone, %s comes to an end by itself, and calls the city before it closes', (state, ...rest) => {
    const [forPerson, personEnd, forOffice, officeEnd] = rest;
    const person = leftAlone(moved(orderIn('placed'), state, how));
    const office = leftAlone(moved(officeOrderIn('placed'), state, how));
    expect([person.moves, person.state, office.moves, office.state]).toEqual([
      forPerson,
      personEnd,
      forOffice,
      officeEnd,
    ]);
    expect(Math.max(person.days, office.days)).toBeLessThan(60);
  });

  test('asks both sides anew when a dispute follows another', () => {
    const first = moved(moved(orderIn('delivered'), 'disputed', how), 'disputed', { ...how, by: CLOCK });
    expect(overdueMove({ ...first, dueAt: at }, at)).toBe('close');
    const again = moved(moved(moved(first, 'partly_received', how), 'delivered', how), 'disputed', how);
    expect(overdueMove({ ...again, dueAt: at }, at)).toBe('escalate');
  });

  test('may make only the moves the table gives it', () => {
    for (const state of orderStates)
      for (const order of [orderIn(state, { dueAt: at }), officeOrderIn(state, { dueAt: at })]) {
        const move = overdueMove(order, at);
        if (move) expect(ruleFor(state, move)?.[2]).toEqual(['clock']);
      }
  });
});

describe('another day', () => {
  const buyer = { caller: person('ani'), at, ...terms };
  test('for an order that waits keeps its clock, and is told in its trail', () => {
    const order = moved(orderIn('awaiting_approval'), 'placed', how);
    const after = rescheduleOrder(order, '2026-11-20', buyer);
    expect(after).toMatchObject({ deliverOn: '2026-11-20', state: 'placed', dueAt: order.dueAt });
    expect(after.history.at(-1)).toEqual({ state: 'placed', at, by: 'ani', side: 'buyer', deliverOn: '2026-11-20' });
  });

  test('is refused once the shop has accepted', () => {
    for (const state of orderStates.filter((one) => one !== 'placed' && one !== 'awaiting_approval'))
      expect(() => rescheduleOrder(orderIn(state), '2026-11-20', buyer)).toThrow(
        expect.objectContaining({ code: 'order_moved_on' }),
      );
  });

  test('for what an office approved is chosen by an approver who did not order it', () => {
    const order = officeOrderIn('placed', { buyer: 'rina' });
    const by = (who: string) => () => rescheduleOrder(order, '2027-01-05', { ...buyer, caller: people[who] as Caller });
    expect(by('the office’s buyer')).toThrow(expect.objectContaining({ code: 'not_allowed' }));
    expect(by('the office’s approver')().agency).toMatchObject({ budgetYear: '2027', eventDate: '2027-01-05' });
    const own = { ...order, buyer: 'agus' };
    expect(() =>
      rescheduleOrder(own, '2026-11-20', { ...buyer, caller: people['the office’s approver'] as Caller }),
    ).toThrow(expect.objectContaining({ code: 'own_order' }));
    const waiting = officeOrderIn('awaiting_approval', { buyer: 'rina' });
    expect(
      rescheduleOrder(waiting, '2026-11-20', { ...buyer, caller: people['the office’s buyer'] as Caller }).state,
    ).toBe('awaiting_approval');
  });
});
