import { describe, expect, test } from 'vitest';
import { measuresOf } from '../../../../shared/domain/equity/measures/ascending-pass.ts';
import { decompose } from '../../../../shared/domain/equity/measures/decompose.ts';
import type { Measures } from '../../../../shared/domain/equity/measures/measures.ts';
import { known } from '../measures/lists.ts';

/*
 * Real and published lists. The figures beside them were computed from the definitions by programs that share nothing
 * with the engine: Python fractions with 60-digit logarithms, and base R (see docs/equity/README.md).
 */
type Named = Exclude<keyof Measures, 'merchants' | 'sellers' | 'unsold' | 'lorenz' | `${string}Sum` | 'totalRupiah'>;

/** Twelve significant digits: half a unit of the twelfth. */
const agree = (measures: Measures, figures: Partial<Record<Named, number>>) => {
  for (const [name, figure] of Object.entries(figures)) {
    const value = known(measures[name as Named]);
    expect([name, Math.abs(value - figure) <= 5e-13 * Math.abs(figure)]).toEqual([name, true]);
  }
};

/**
 * Turnover in centavos of the thirty sellers with most orders in Olist's public data of 2016 to 2018 (Brazilian
 * E-Commerce Public Dataset, Kaggle; as gathered per seller in sumitup2003/olist_customer_analysis).
 */
const olist = [
  12330483, 20047292, 10428842, 10693921, 16023657, 13517170, 14174553, 3717752, 22947263, 9491420, 18792389, 1753569,
  13896855, 11477450, 10190116, 6400989, 5052560, 4316295, 19404203, 11362897, 4088974, 1190885, 3995195, 2122392,
  12811119, 1541524, 3014895, 3334421, 4603037, 2498253,
];

/** R 4.2 `islands`: areas above 10,000 square miles, in thousands. As heavy a tail as a market's. */
const islands = [
  11506, 5500, 16988, 2968, 16, 184, 23, 280, 84, 73, 25, 43, 21, 82, 3745, 840, 13, 30, 30, 89, 40, 33, 49, 14, 42,
  227, 16, 36, 29, 15, 306, 44, 58, 43, 9390, 32, 13, 29, 6795, 16, 15, 183, 14, 26, 19, 13, 12, 82,
];

/** R 4.2 `state.x77`: people of 1975 in thousands, by `state.region`. */
const states = {
  South: [3615, 2110, 579, 8277, 4931, 3387, 3806, 4122, 2341, 5441, 2715, 2816, 4173, 12237, 4981, 1799],
  West: [365, 2212, 21198, 2541, 868, 813, 746, 590, 1144, 2284, 1203, 3559, 376],
  Northeast: [3100, 1058, 5814, 812, 7333, 18076, 11860, 931, 472],
  'North Central': [11197, 5313, 2861, 2280, 9111, 3921, 4767, 1544, 637, 10735, 681, 4589],
};

describe('lists from outside', () => {
  test('thirty sellers of Olist, alone and among twenty who sold nothing', () => {
    agree(measuresOf(olist), {
      gini: 0.379805727752616,
      giniSmall: 0.392902476985465,
      theil: 0.237019729459812,
      ge2: 0.228028981562416,
      theilL: 0.295453319513987,
      atkinson05: 0.124760543472019,
      atkinson1: 0.255805846742935,
      hoover: 0.293602656808181,
      hhi: 0.048535265437494,
      palma: 10399793 / 6029532,
      topTenPercentShare: 62398758 / 275220371,
      topTenMerchantsShare: 163944984 / 275220371,
      p25: 3717752,
      median: 9491420,
      p75: 13517170,
    });
    const [sellers, unsold] = [measuresOf(olist), measuresOf(Array<number>(20).fill(0))];
    const all = measuresOf([...olist, ...Array<number>(20).fill(0)]);
    agree(all, {
      gini: 0.62788343665157,
      giniSellers: 0.379805727752616,
      theil: 0.747845353225802,
      ge2: 0.71338163593736,
      atkinson05: 0.474856326083212,
      hoover: 0.510193676252257,
      median: 9491420,
    });
    const { theil, ge2 } = decompose([
      { name: 'sellers', measures: sellers },
      { name: 'unsold', measures: unsold },
    ]);
    expect(known(theil.between)).toBeCloseTo(0.510825623765991, 13);
    expect(ge2.between).toMatchObject({ exact: { numerator: '1', denominator: '3' } });
  });

  test('the islands of R', () => {
    const measures = measuresOf(islands);
    expect(measures.gini).toMatchObject({ exact: { numerator: '838189', denominator: '962096' } });
    expect(measures.hoover).toMatchObject({ exact: { numerator: '2309899', denominator: '2886288' } });
    expect(measures.palma).toMatchObject({ exact: { numerator: '49079', denominator: '365' } });
    agree(measures, {
      theil: 1.805916309290198,
      theilL: 2.686738787232289,
      ge2: 3.545416828903178,
      hhi: 0.168559034537632,
      atkinson05: 0.713697353998604,
      atkinson1: 0.931897325075189,
      p25: 19,
      median: 40,
      p75: 183,
    });
  });

  test('the states of R within and between their regions', () => {
    const all = measuresOf(Object.values(states).flat());
    expect(all.gini).toMatchObject({ exact: { numerator: '1069187', denominator: '2123210' } });
    agree(all, {
      theil: 0.431821930289047,
      theilL: 0.49038832547321,
      ge2: 0.541619353750829,
      hhi: 0.041664774150033,
      atkinson05: 0.207137935441755,
      atkinson1: 0.387611458064974,
      hoover: 1947932 / 5308025,
    });
    const { theil, ge2 } = decompose(
      Object.entries(states).map(([name, people]) => ({ name, measures: measuresOf(people) })),
    );
    expect(known(theil.between)).toBeCloseTo(0.023472958296224, 13);
    expect(known(theil.within)).toBeCloseTo(0.408348971992823, 13);
    expect(known(ge2.between)).toBeCloseTo(0.022630821512624, 13);
    expect(known(ge2.within)).toBeCloseTo(0.518988532238205, 13);
  });

  test("pysal/inequality's own expectations (test_schutz.py, test_atkinson.py), to the digits they give", () => {
    expect(measuresOf([20, 50, 80, 100, 100, 100, 100, 120, 150, 180]).hoover).toMatchObject({ value: 0.15 });
    const fifty = measuresOf([10, 20, 30, 40, 50]);
    expect(known(fifty.atkinson05)).toBeCloseTo(0.06315, 5);
    expect(30 * (1 - known(fifty.atkinson05))).toBeCloseTo(28.105398233, 6);
    expect(known(fifty.atkinson1)).toBeCloseTo(0.1316096, 6);
  });
});
