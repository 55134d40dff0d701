import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assigned,
  type FollowUp,
  MOST_STEPS,
  monthsSince,
  stepped,
} from '../../../shared/domain/follow-ups/follow-up.ts';
import { type FollowUpState, isOpen, stateWords } from '../../../shared/domain/follow-ups/state-words.ts';

const shop = {
  merchantId: 'mrc_00000000000000000000000001',
  cityCode: '35.73',
  name: 'Dapur Bu Sari',
  district: '35.73.02',
  category: 'meeting-food' as const,
};
const [retno, joko] = [
  { officer: 'retno', officerName: 'Bu Retno' },
  { officer: 'joko', officerName: 'Pak Joko' },
];
const moment = { at: '2026-11-10T02:00:00.000Z', month: '2026-11', seen: false };
const taken = assigned(undefined, shop, retno, moment);
const at = '2026-11-12T02:00:00.000Z';

describe('a follow-up', () => {
  test('is its first officer’s; a colleague who has not seen that is told who has it', () => {
    expect(taken).toMatchObject({ state: 'todo', officer: 'retno', month: '2026-11', version: 1 });
    expect(() => assigned(taken, shop, joko, moment)).toThrow('Dapur Bu Sari sedang ditangani Bu Retno');
    expect(assigned(taken, shop, joko, { ...moment, seen: true })).toMatchObject({ officer: 'joko', version: 2 });
    expect(assigned(taken, shop, retno, moment)).toBe(taken);
  });

  test('is told further by its officer alone, and the same words twice are one step', () => {
    const visited = stepped(taken, { state: 'visited', note: 'Harga akan diturunkan.' }, 'retno', at);
    expect(visited).toMatchObject({ state: 'visited', note: 'Harga akan diturunkan.', version: 2 });
    expect(stepped(visited, { state: 'visited', note: 'Harga akan diturunkan.' }, 'retno', at)).toBe(visited);
    expect(() => stepped(visited, { state: 'solved', note: 'Beres.' }, 'joko', at)).toThrow('ditangani Bu Retno');
  });

  test('that is over is taken up anew by anybody, with what was found before, and its months are counted anew', () => {
    const solved = stepped(taken, { state: 'solved', note: 'Sudah menjual.' }, 'retno', at);
    const anew = assigned(solved, shop, joko, { ...moment, at: '2027-02-03T00:00:00.000Z', month: '2027-02' });
    expect(anew).toMatchObject({ officer: 'joko', state: 'todo', month: '2027-02', note: null, version: 3 });
    expect(anew.steps).toEqual(solved.steps);
  });

  test('is followed for three months after, as far as they have begun', () => {
    expect(monthsSince('2026-11', '2026-11')).toEqual([]);
    expect(monthsSince('2026-11', '2027-01')).toEqual(['2026-12', '2027-01']);
    expect(monthsSince('2026-11', '2027-09')).toEqual(['2026-12', '2027-01', '2027-02']);
  });

  test('never is two officers’, grows without end, or skips a version, in whatever order they act', () => {
    const person = fc.constantFrom(retno, joko);
    const act = fc.oneof(
      fc.record({ who: person, seen: fc.boolean() }),
      fc.record({
        who: person,
        state: fc.constantFrom(...(Object.keys(stateWords) as FollowUpState[])),
        note: fc.string(),
      }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let now: FollowUp = taken;
        for (const one of acts) {
          const before = now;
          try {
            now =
              'seen' in one
                ? assigned(before, shop, one.who, { ...moment, seen: one.seen })
                : stepped(before, one, one.who.officer, at);
          } catch {
            expect(before.officer).not.toBe(one.who.officer);
          }
          expect(now.version - before.version).toBe(now === before ? 0 : 1);
          expect(now.steps.length).toBeLessThanOrEqual(MOST_STEPS);
          if (now.officer !== before.officer && isOpen(before.state)) expect('seen' in one && one.seen).toBe(true);
        }
      }),
    );
  });
});
