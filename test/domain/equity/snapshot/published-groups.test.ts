import { describe, expect, test } from 'vitest';
import { measuresOf } from '../../../../shared/domain/equity/measures/ascending-pass.ts';
import { decompose } from '../../../../shared/domain/equity/measures/decompose.ts';
import { known } from '../measures/lists.ts';

/*
 * Output per head of the 32 Mexican states in 1940, 1960 and 2000, and their region after Hanson (1998): the example of
 * pysal/inequality (mexico.csv, BSD 3-Clause), from Rey and Sastre Gutiérrez, Spatial Economic Analysis 5 (2010). The
 * figures are the ones its documentation and tests publish, to the eight digits they give.
 */
const mexico = `
  2,10384,8714,27782 1,22361,17865,29855 2,9573,16707,26103 5,3758,5925,36163 5,2934,5280,8684 1,8578,16265,30735 1,8537,12318,28460 3,6909,6036,21358
  4,17816,23174,54349 2,12132,9323,17379 3,4359,8209,15585 5,2181,4991,11820 3,4414,6399,12348 3,5309,9953,21610 4,3408,9053,16322 3,3327,5244,11838
  3,6936,10499,18170 2,4836,7621,11478 1,9073,20117,38672 5,1892,4140,9010 3,3569,6542,15685 3,11016,7110,26149 5,21965,9677,33442 2,4372,6440,15866
  2,4840,9613,15242 1,6399,12134,24068 5,2459,6494,13360 1,7508,8383,23546 3,3605,4357,11701 3,5203,11404,12191 5,7990,10067,17509 2,3734,5821,11130
`
  .trim()
  .split(/\s+/)
  .map((row) => row.split(',').map(Number) as [region: number, in1940: number, in1960: number, in2000: number]);

describe('output per head in the Mexican states', () => {
  test.for([
    [1940, 1, 0.20894344, 0.17435454, 0.0345889],
    [1960, 2, 0.10472941, 0.0521202, 0.05260921],
    [2000, 3, 0.10660832, 0.0702496, 0.03635872],
  ] as const)('in %d: Theil, within and between regions as published', ([, column, total, within, between]) => {
    const regions = Map.groupBy(mexico, ([region]) => region);
    const { theil } = decompose(
      [...regions].map(([region, rows]) => ({
        name: `${region}`,
        measures: measuresOf(rows.map((row) => row[column])),
      })),
    );
    expect(known(theil.total)).toBeCloseTo(total, 8);
    expect(known(theil.within)).toBeCloseTo(within, 8);
    expect(known(theil.between)).toBeCloseTo(between, 8);
    expect(known(measuresOf(mexico.map((row) => row[column])).theil)).toBeCloseTo(total, 8);
  });

  test('in 1940: the Gini index as published, to sixteen digits', () => {
    expect(known(measuresOf(mexico.map(([, in1940]) => in1940)).gini)).toBeCloseTo(0.3537237117345285, 15);
  });
});
