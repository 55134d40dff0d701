/*
 * How the queue of a programme is ordered. The rule is published with its date (docs/programmes.md), and a series keeps by
 * which it was drawn: another rule is another row, never a change of this one.
 */

/** From so many months on a shop is on the list of whom to visit; twice as long and more is the greatest need. */
export const needRules = [
  {
    rule: 1,
    from: '2025-01-01',
    classes: [
      { need: 3, unsold: 6, words: 'enam bulan atau lebih belum menjual' },
      { need: 2, unsold: 2, words: 'dua sampai lima bulan belum menjual' },
      { need: 1, unsold: 0, words: 'menjual dalam dua bulan terakhir' },
    ],
  },
] as const;
export type Need = 1 | 2 | 3;

export const needRule = needRules[0];
const least = needRule.classes[2];

/** How great an owner's need is by the whole months in a row without a sale, over all their shops. */
export const needOf = (monthsUnsold: number): Need =>
  (needRule.classes.find(({ unsold }) => monthsUnsold >= unsold) ?? least).need;

export const needWords = (need: Need): string => (needRule.classes.find((one) => one.need === need) ?? least).words;
