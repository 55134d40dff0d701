import type { Cell, NamedCell } from '../snapshot/cell.ts';
import { unionOf } from './sensitive-sums.ts';

/** The code of the cell that hidden parts are merged into. */
export const OTHERS = 'lainnya';
const NAME = 'Lainnya';

/** Counts that add up over parts. */
const counted = [
  'merchants',
  'newcomers',
  'departed',
  'sold',
  'unsold',
  'withoutOffer',
  'reports',
  'reportsMissing',
  'activated',
  'dropped',
  'unsoldOne',
  'unsoldTwo',
  'unsoldThreeOrMore',
] as const satisfies (keyof Cell)[];

/** What a part never tells, whether or not there is any: prices and reports of few are told of a whole alone. */
export const KEPT_BACK = {
  reportedRupiah: null,
  platformOfReportersRupiah: null,
  reportedMinusPlatformRupiah: null,
  pricesPaid: null,
} as const;

/**
 * Hidden parts as one: their sums, which anybody could have by subtracting the shown parts from the whole, so that what
 * is shown adds up. `known` is false where the whole is hidden too: then its sums are.
 */
export const othersOf = (parts: readonly NamedCell[], known: boolean): NamedCell[] => {
  if (parts.length === 0) return [];
  const sum = (name: (typeof counted)[number]) => parts.reduce((total, part) => total + part[name], 0);
  const counts = Object.fromEntries(counted.map((name) => [name, sum(name)])) as Record<
    (typeof counted)[number],
    number
  >;
  return [
    {
      ...counts,
      ...KEPT_BACK,
      code: OTHERS,
      name: NAME,
      mergedFrom: parts.map(({ code, name }) => ({ code, name })),
      turnoverRupiah: known ? unionOf(parts).turnoverRupiah : null,
      orders: known ? parts.reduce((total, { orders }) => total + (orders ?? 0), 0) : null,
      topTwoShare: null,
      spread: null,
    },
  ];
};
