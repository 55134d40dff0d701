import * as z from 'zod';
import type { Day } from '../basics/month.ts';
import { LEAST_ANSWERS, usabilityGroupWords, usabilityStatements } from './usability-words.ts';

export const UsabilityAnswers = z.array(z.int().min(1).max(5)).length(usabilityStatements.length).meta({
  id: 'UsabilityAnswers',
  description: 'From 1 (disagree strongly) to 5 (agree strongly), in the order asked',
});
export type UsabilityAnswers = z.infer<typeof UsabilityAnswers>;

/** 0 to 40: a praise counts what lies above 1, a blame what lies below 5. A score is two and a half times as much. */
export const pointsOf = (answers: readonly number[]): number =>
  answers.reduce((sum, answer, at) => sum + (at % 2 === 0 ? answer - 1 : 5 - answer), 0);
const SCORE_OF_POINT = 2.5;

export const UsabilityGroup = z.enum(Object.keys(usabilityGroupWords) as [keyof typeof usabilityGroupWords]);
export type UsabilityGroup = z.infer<typeof UsabilityGroup>;

export const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/, 'Pilih triwulan, misalnya 2026-Q4.');
export type Quarter = z.infer<typeof Quarter>;
export const quarterOf = (day: Day): Quarter => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** What is kept of all answers of a quarter: how many, and their points together; no answer and nobody. */
export const UsabilityTally = z.object({
  quarter: Quarter,
  group: UsabilityGroup,
  answers: z.int(),
  points: z.int(),
});
export type UsabilityTally = z.infer<typeof UsabilityTally>;

export const UsabilityFigure = z
  .object({
    quarter: Quarter,
    group: UsabilityGroup,
    statedBy: z
      .enum(['owners', 'partner'])
      .describe('`partner`: answers came by a link that the partner hands out, and nobody can tell whose they are'),
    state: z.enum(['collecting', 'few', 'shown']),
    answers: z.int().nullable(),
    score: z.number().nullable().describe('Mean of all scores, 0 to 100, to a tenth'),
  })
  .meta({ id: 'UsabilityFigure' });
export type UsabilityFigure = z.infer<typeof UsabilityFigure>;

/**
 * What may be told of a quarter. While it runs nothing is, so that no answer is found by looking twice; quarters and groups
 * are never told together, so that none is found by taking one from the other. Owners are asked by the market, each once; who
 * answers for drivers the partner chooses and may be itself, so that figure is what the partner states, and is said to be.
 */
export const usabilityFigure = ({ quarter, group, answers, points }: UsabilityTally, now: Quarter): UsabilityFigure => {
  const statedBy = group === 'driver' ? ('partner' as const) : ('owners' as const);
  const untold = { quarter, group, statedBy, answers: null, score: null };
  if (quarter >= now) return { ...untold, state: 'collecting' };
  if (answers < LEAST_ANSWERS) return { ...untold, state: 'few' };
  const score = Math.round((points * SCORE_OF_POINT * 10) / answers) / 10;
  return { quarter, group, statedBy, answers, score, state: 'shown' };
};
