import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Channel, channelOf } from '../../../shared/domain/ranking/ledger/channel.ts';
import { exposureAt } from '../../../shared/domain/ranking/ledger/exposure.ts';
import {
  type ImpressionCounter,
  noState,
  withImpressions,
} from '../../../shared/domain/ranking/ledger/ledger-state.ts';
import type { Decision } from '../../../shared/domain/ranking/list/decision-record.ts';

const NOV = '2026-11';
const list = (request: Partial<Decision['request']>, similarTo: string | null = null) =>
  channelOf({ request: { category: null, quantity: 1, place: '35.73', ...request }, similarTo });

describe('the kind of a list', () => {
  test('is told by what was asked: words before likeness, likeness before category, category before district', () => {
    expect(list({})).toBe('default');
    expect(list({ category: 'batik' })).toBe('category');
    expect(list({ shopsIn: '35.73.01' })).toBe('district');
    expect(list({ text: 'nasi', category: 'batik' })).toBe('search');
    expect(list({ category: 'batik' }, 'prd_1')).toBe('similar');
  });
});

describe('what was shown, by kind of list', () => {
  const counters = fc.uniqueArray(
    fc.record({
      key: fc.nat(40).map((number) => `2026-11-0${1 + (number % 9)} dec_${number}`),
      month: fc.constantFrom('2026-10', NOV),
      channel: fc.constantFrom(...Channel.options),
      from: fc.nat(5),
      shops: fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 6 }),
      count: fc.nat(9),
    }),
    { selector: ({ key }) => key, maxLength: 12 },
  );
  const sum = (rows: readonly (readonly [string, number])[]) =>
    rows.reduce((total, [, exposure]) => total + exposure, 0);

  test('adds up to all that was shown, however often it is counted', () => {
    fc.assert(
      fc.property(counters, (shown) => {
        const once = withImpressions(noState('35.73', NOV), shown, NOV);
        const kinds = Object.values(once.shown).flatMap((channels) => Object.values(channels).flat());
        expect(sum(kinds)).toBe(sum(once.exposures));
        expect(withImpressions(once, shown, NOV)).toEqual(once);
      }),
    );
  });

  test('is of the month it was shown in, kept until that month was told, and not faded', () => {
    const seen: ImpressionCounter = {
      key: '2026-10-31 dec_1',
      month: '2026-10',
      channel: 'search',
      from: 0,
      shops: ['a'],
      count: 3,
    };
    const october = withImpressions(noState('35.73', '2026-10'), [seen], '2026-10');
    const november = withImpressions(october, [seen, { ...seen, key: '2026-11-01 dec_1', month: NOV }], NOV);
    const worth = 3 * exposureAt(1);
    expect(november.shown).toEqual({ '2026-10': { search: [['a', worth]] }, [NOV]: { search: [['a', worth]] } });
    expect(Object.keys(withImpressions(november, [], '2026-12').shown)).toEqual([NOV]);
  });

  test('of a counter that does not say its kind counts for the shop alone', () => {
    const old: ImpressionCounter = { key: '2026-11-01 dec_1', month: NOV, from: 0, shops: ['a'], count: 1 };
    const { exposures, shown } = withImpressions(noState('35.73', NOV), [old], NOV);
    expect([exposures, shown]).toEqual([[['a', exposureAt(1)]], {}]);
  });
});
