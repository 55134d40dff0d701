import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act, AuditEntry } from '../../../shared/domain/audit/act.ts';
import { chainOf } from '../../../shared/domain/audit/act.ts';
import { EMPTY, flawIn, type Head, linked } from '../../../shared/domain/audit/chain.ts';

const act = (number: number): Act => ({
  chain: '35.73',
  at: new Date(1_790_000_000_000 + number * 1000).toISOString(),
  by: `petugas-${number % 3}`,
  act: 'merchant-verified',
  subjects: [`mrc_${number}`],
  person: null,
  details: number % 2 ? { role: 'staff', month: '2026-11' } : {},
});
const chainOfLength = (length: number) => {
  const entries: AuditEntry[] = [];
  let head: Head = EMPTY;
  for (let number = 0; number < length; number++) {
    const entry = linked(act(number), head);
    entries.push(entry);
    head = entry;
  }
  return { entries, head: { seq: head.seq, hash: head.hash } };
};

describe('a chain of acts', () => {
  test('is whole as it was written, also when it is empty', () => {
    for (const length of [0, 1, 2, 50]) {
      const { entries, head } = chainOfLength(length);
      expect(flawIn(entries, head)).toBeUndefined();
    }
  });

  test('tells of any act that was changed, taken out, put in twice, or moved', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(0, 1, 2, 3, 4, 5, 6),
        (length, a, b, how) => {
          const { entries, head } = chainOfLength(length);
          const [at, to] = [a % length, b % length];
          const one = entries[at] as AuditEntry;
          if (how === 0) entries[at] = { ...one, by: 'orang-lain' };
          if (how === 1) entries[at] = { ...one, details: { ...one.details, role: 'owner' } };
          if (how === 2) entries.splice(at, 1);
          if (how === 3) entries.splice(at, 0, one);
          if (how === 4) entries[at] = { ...one, subjects: [] };
          if (how === 5) entries[at] = { ...linked(act(99), { seq: one.seq - 1, hash: one.previous }) };
          if (how === 6 && at !== to) [entries[at], entries[to]] = [entries[to] as AuditEntry, one];
          if (how === 6 && at === to) entries.pop();
          expect(flawIn(entries, head)).toBeDefined();
        },
      ),
    );
  });

  test('written anew from some act on is found by whoever kept an act and its hash', () => {
    const { entries, head } = chainOfLength(6);
    const seen = { seq: 4, hash: entries[3]?.hash ?? '' };
    expect(flawIn(entries, head, seen)).toBeUndefined();
    const rewritten = entries.slice(0, 2);
    let last: Head = entries[1] as AuditEntry;
    for (const number of [2, 77, 4, 5]) {
      const entry = linked(act(number), last);
      rewritten.push(entry);
      last = entry;
    }
    expect(flawIn(rewritten, last)).toBeUndefined();
    expect(flawIn(rewritten, last, seen)).toEqual({ seq: 4, flaw: 'rewritten' });
    expect(flawIn(entries.slice(0, 3), { seq: 3, hash: entries[2]?.hash ?? '' }, seen)).toEqual({
      seq: 4,
      flaw: 'cut',
    });
  });
});

describe('a place', () => {
  test.each([
    ['merchant:mrc_1', '35.73', '35.73'],
    ['agency:agc_1', '35.78', '35.78'],
    ['city:35.73', null, '35.73'],
    ['province:35', null, '35'],
    ['country', null, 'ID'],
  ])('%s has its acts in the chain %s', (scope, city, chain) => {
    expect(chainOf(scope, city)).toBe(chain);
  });
});
