import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetOf } from '../../../shared/domain/ranking/ledger/owner-offset.ts';
import { boundsOf, toldBy } from '../../../shared/domain/ranking/ledger/rungs.ts';
import { stepOf } from '../../../shared/domain/ranking/ledger/unvisited-sales.ts';
import { RULE_VERSION } from '../../../shared/domain/ranking/rule/ranking.ts';

/*
 * Lists tell anybody on which step an owner stands, in every category with its own usual order, as often as somebody looks.
 * The attacker knows the rule and the rungs, and not the market's key.
 */

type Range = { readonly least: number; readonly most: number };
const everything: Range = { least: 0, most: Number.POSITIVE_INFINITY };
const both = (a: Range, b: Range): Range => ({ least: Math.max(a.least, b.least), most: Math.min(a.most, b.most) });
/** Both ends within a tenth of V, as in the attack on published sums. */
const isFound = (sold: number, { least, most }: Range): boolean => least > 0.9 * sold && most < 1.1 * sold;

/** What a step tells whoever knows the version's rule. */
const told = (step: number, unitRupiah: number, ruleVersion: number): Range => {
  if (ruleVersion < 4) return { least: step * unitRupiah, most: (step + 1) * unitRupiah };
  const { from, to } = toldBy(step, unitRupiah);
  return { least: from, most: to };
};
const rangeOf = (sold: number, looks: readonly { unitRupiah: number; offset: number }[], ruleVersion: number): Range =>
  looks
    .map(({ unitRupiah, offset }) =>
      told(stepOf({ recentSalesRupiah: sold, offset }, unitRupiah, ruleVersion), unitRupiah, ruleVersion),
    )
    .reduce(both, everything);

const amount = fc.integer({ min: 2, max: 9 }).chain((digits) => fc.integer({ min: 1, max: 10 ** digits }));
const looks = fc.array(fc.record({ unitRupiah: amount, offset: fc.nat(65_535) }), { minLength: 1, maxLength: 40 });

describe('an attacker who looks at an owner’s steps', () => {
  test('finds no V to within a tenth, whatever lists, months and usual orders he reads', () => {
    fc.assert(
      fc.property(amount, looks, (sold, seen) => {
        const range = rangeOf(sold, seen, RULE_VERSION);
        if (sold < range.least || sold >= range.most) throw new Error('what is told is not so');
        if (isFound(sold, range)) throw new Error(`${sold} is between ${range.least} and ${range.most}`);
      }),
      { numRuns: 20_000 },
    );
  });

  test('would find it by one look where steps were usual orders, or by two lists of unlike ones', () => {
    expect(isFound(2_050_000, rangeOf(2_050_000, [{ unitRupiah: 100_000, offset: 0 }], 3))).toBe(true);
    const two = [100_000, 130_000].map((unitRupiah) => ({ unitRupiah, offset: 0 }));
    expect(isFound(280_000, rangeOf(280_000, two, 3))).toBe(true);
  });

  test('finds none by watching it step up: where it does is another place for each owner and month', () => {
    // He knows that V is the edge now. Of the edge he knows between which rungs it lies.
    fc.assert(
      fc.property(amount, fc.nat(65_535), fc.integer({ min: 1, max: 30 }), (unitRupiah, offset, step) => {
        const { from: sold } = boundsOf(step, unitRupiah, offset);
        const [before, now] = [toldBy(step - 1, unitRupiah), toldBy(step, unitRupiah)];
        expect([sold >= now.from, sold <= before.to]).toEqual([true, true]);
        expect(isFound(sold, { least: now.from, most: before.to })).toBe(false);
      }),
    );
  });

  test('and who guesses then is right to within a tenth less than half of the time; always, where steps were usual orders', () => {
    const [unitRupiah, orderRupiah] = [100_000, 100_000];
    const hits = (guess: number, sold: number) => (Math.abs(guess - sold) <= 0.1 * sold ? 1 : 0);
    let [right, before, all] = [0, 0, 0];
    for (let owner = 0; owner < 2000; owner++) {
      const step = 4 + (owner % 4);
      const edge = boundsOf(step, unitRupiah, offsetOf('2026-12', String(owner))).from;
      const { from } = toldBy(step, unitRupiah);
      const { to } = toldBy(step - 1, unitRupiah);
      right += hits(Math.sqrt(from * to), edge + orderRupiah * ((owner % 7) / 7));
      before += hits(20.5 * unitRupiah, 20 * unitRupiah + orderRupiah * ((owner % 7) / 7));
      all += 1;
    }
    expect(before / all).toBe(1);
    expect(right / all).toBeLessThan(0.5);
    expect(right / all).toBeGreaterThan(0.1);
  });

  test('who stands on the same step, and knows his own V and where he steps up himself, knows no more', () => {
    fc.assert(
      fc.property(amount, amount, fc.nat(65_535), fc.nat(65_535), amount, (mine, sold, own, offset, unitRupiah) => {
        const step = stepOf({ recentSalesRupiah: mine, offset: own }, unitRupiah, RULE_VERSION);
        if (stepOf({ recentSalesRupiah: sold, offset }, unitRupiah, RULE_VERSION) !== step) return;
        const { from, to } = toldBy(step, unitRupiah);
        expect(isFound(sold, { least: from, most: to })).toBe(false);
      }),
    );
  });
});

describe('where an owner steps up', () => {
  test('is another place for each owner and month, the same whenever it is asked for', () => {
    const places = Array.from({ length: 400 }, (_, owner) => offsetOf(`key ${owner % 2}`, `own-${owner >> 1}`));
    expect(new Set(places).size).toBeGreaterThan(380);
    expect(offsetOf('key 0', 'own-7')).toBe(offsetOf('key 0', 'own-7'));
    const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
    expect(Math.abs(mean - 32_768)).toBeLessThan(4000);
  });

  test('is told its owner as the bounds of its step', () => {
    fc.assert(
      fc.property(amount, amount, fc.nat(65_535), (sold, unitRupiah, offset) => {
        const step = stepOf({ recentSalesRupiah: sold, offset }, unitRupiah, RULE_VERSION);
        const { from, to } = boundsOf(step, unitRupiah, offset);
        if (sold < from || sold >= to) throw new Error(`${sold} is not from ${from} to ${to}`);
      }),
      { numRuns: 10_000 },
    );
  });
});
