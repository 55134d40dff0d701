import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointsOf, quarterOf, UsabilityAnswers, usabilityFigure } from '../../../shared/domain/partners/usability.ts';
import { LEAST_ANSWERS } from '../../../shared/domain/partners/usability-words.ts';

const answered = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 10 });

/** Brooke's score of one person, as it is told where ten answer alike. */
const usabilityScore = (answers: readonly number[]) => {
  const points = pointsOf(answers) * LEAST_ANSWERS;
  return usabilityFigure({ quarter: '2026-Q1', group: 'driver', answers: LEAST_ANSWERS, points }, '2026-Q2').score;
};

describe('the usability scale', () => {
  test('scores as its author’s own example does: 22 points, 55', () => {
    const example = [5, 4, 2, 1, 2, 3, 2, 4, 5, 2];
    expect(pointsOf(example)).toBe(22);
    expect(usabilityScore(example)).toBe(55);
  });

  test('is 100 for praise alone, 0 for blame alone, 50 for who says neither', () => {
    expect(usabilityScore([5, 1, 5, 1, 5, 1, 5, 1, 5, 1])).toBe(100);
    expect(usabilityScore([1, 5, 1, 5, 1, 5, 1, 5, 1, 5])).toBe(0);
    expect(usabilityScore([3, 3, 3, 3, 3, 3, 3, 3, 3, 3])).toBe(50);
  });

  test('lies between 0 and 100 in steps of two and a half, and takes ten answers from 1 to 5', () => {
    fc.assert(
      fc.property(answered, (answers) => {
        const score = usabilityScore(answers) ?? Number.NaN;
        expect(score >= 0 && score <= 100 && Number.isInteger(score / 2.5)).toBe(true);
        expect(UsabilityAnswers.safeParse(answers).success).toBe(true);
      }),
    );
    for (const wrong of [[], [3], Array(11).fill(3), [0, 1, 2, 3, 4, 5, 1, 1, 1, 1], Array(10).fill(2.5)])
      expect(UsabilityAnswers.safeParse(wrong).success).toBe(false);
  });

  test('belongs to a quarter by the day', () => {
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
  });

  test('tells of an ended quarter with ten answers, and of no other not even how many', () => {
    const tally = { quarter: '2026-Q3', group: 'driver', answers: LEAST_ANSWERS, points: 275 } as const;
    expect(usabilityFigure(tally, '2026-Q4')).toMatchObject({ state: 'shown', answers: 10, score: 68.8 });
    expect(usabilityFigure(tally, '2026-Q3')).toMatchObject({ state: 'collecting', answers: null, score: null });
    const few = usabilityFigure({ ...tally, answers: LEAST_ANSWERS - 1 }, '2026-Q4');
    expect(few).toMatchObject({ state: 'few', answers: null, score: null });
  });
});
