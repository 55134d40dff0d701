import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../../shared/domain/deliveries/delivery.ts';
import {
  type DeliveryStateCode,
  deliveryStates,
  isEnd,
  ownMoves,
} from '../../../shared/domain/deliveries/delivery-states.ts';
import { type DeliveryNotice, requireOwnMove, withNotice } from '../../../shared/domain/deliveries/move-delivery.ts';
import { idOf } from '../examples.ts';

const START = '2026-11-10T02:00:00.000Z';
const states = Object.keys(deliveryStates) as DeliveryStateCode[];
const fresh: Delivery = {
  orderId: idOf('ord', '1'),
  attempt: 1,
  merchantId: idOf('mrc', '1'),
  cityCode: '35.73',
  by: 'grab',
  partnerId: 'g1',
  feeRupiah: 12_000,
  state: 'allocating',
  at: START,
  decidedBy: 'requested.1',
  courier: null,
  trackingUrl: null,
  proofs: [],
  steps: [{ noticeId: 'requested.1', state: 'allocating', at: START }],
  reason: null,
  requestedBy: 'sari',
  requestedAt: START,
  version: 1,
};
const at = (minutes: number): string => new Date(Date.parse(START) + minutes * 60_000).toISOString();
/** Few times and few ids, so that notices meet. A notice is named by what it says. */
const anyNotice: fc.Arbitrary<DeliveryNotice> = fc
  .record({ state: fc.constantFrom(...states), minutes: fc.nat(6), id: fc.nat(3) })
  .map(({ state, minutes, id }) => ({ noticeId: `${state}.${minutes}.${id}`, state, at: at(minutes) }));
const told = (notices: readonly DeliveryNotice[]): Delivery => notices.reduce(withNotice, fresh);
const outcome = ({ state, at, decidedBy, steps }: Delivery) => ({ state, at, decidedBy, steps });

describe('a delivery', () => {
  test('ends the same whatever order its notices come in, and however often', () => {
    fc.assert(
      fc.property(
        fc.array(anyNotice, { maxLength: 12 }).chain((notices) =>
          fc.record({
            notices: fc.constant(notices),
            shuffled: fc.shuffledSubarray(notices, { minLength: notices.length }),
            again: fc.array(fc.nat(Math.max(notices.length - 1, 0)), { maxLength: 8 }),
          }),
        ),
        ({ notices, shuffled, again }) => {
          const repeated = [...shuffled, ...again.flatMap((index) => notices[index] ?? [])];
          expect(outcome(told(repeated))).toEqual(outcome(told(notices)));
        },
      ),
    );
  });

  test('never leaves an end for a state that is none, and never for an end that happened later', () => {
    fc.assert(
      fc.property(fc.array(anyNotice, { maxLength: 12 }), (notices) => {
        let now = fresh;
        for (const notice of notices) {
          const next = withNotice(now, notice);
          if (isEnd(now.state)) {
            expect(isEnd(next.state)).toBe(true);
            expect(next.at <= now.at).toBe(true);
          }
          now = next;
        }
      }),
    );
  });

  test('takes each notice once: the very same one changes nothing, not even its version', () => {
    fc.assert(
      fc.property(fc.array(anyNotice, { minLength: 1, maxLength: 8 }), (notices) => {
        const after = told(notices);
        for (const notice of notices) expect(withNotice(after, notice)).toBe(after);
        expect(after.version).toBe(1 + new Set(notices.map(({ noticeId }) => noticeId)).size);
      }),
    );
  });

  test('stands by what its partner tells, however far that clock is behind ours', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.integer({ min: 1, max: 600 }), (state, minutes) => {
        const after = withNotice(fresh, { noticeId: 'x', state, at: at(-minutes) });
        expect([after.state, after.decidedBy]).toEqual([state, 'x']);
      }),
    );
  });

  test('that goes to and fro for ever tells its last steps, in any order of notices, and old ones again change nothing', () => {
    const notices = Array.from({ length: 60 }, (_, minute) => ({
      noticeId: `n${minute}`,
      at: at(minute),
      state: minute === 59 ? ('delivered' as const) : minute % 2 ? ('on-hold' as const) : ('in-transit' as const),
    }));
    const after = told(notices);
    expect([after.steps.length, after.steps.at(-1)?.state]).toEqual([40, 'delivered']);
    expect(outcome(told([...notices].reverse()))).toEqual(outcome(after));
    for (const notice of notices) expect(withNotice(after, notice)).toBe(after);
  });

  test('keeps evidence that comes after its end', () => {
    const done = withNotice(fresh, { noticeId: 'a', state: 'delivered', at: at(3) });
    const proof = { kind: 'photo', at: at(4), by: 'grab' } as const;
    const after = withNotice(done, {
      noticeId: 'b',
      state: 'in-transit',
      at: at(4),
      proofs: [proof],
      courier: 'Slamet',
    });
    expect(after).toMatchObject({ state: 'delivered', at: at(3), proofs: [proof], courier: 'Slamet' });
  });

  test('of the shop’s own courier goes along its table alone; a partner’s is not for the shop to say', () => {
    for (const from of states)
      for (const to of states) {
        const may = (ownMoves[from] as readonly DeliveryStateCode[]).includes(to);
        const own = () => requireOwnMove({ ...fresh, by: 'own', state: from }, to);
        if (may) expect(own).not.toThrow();
        else expect(own).toThrow(expect.objectContaining({ code: 'delivery_moved_on' }));
        expect(() => requireOwnMove({ ...fresh, state: from }, to)).toThrow();
        if (isEnd(from)) expect(may).toBe(false);
      }
  });
});
