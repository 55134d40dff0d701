import * as z from 'zod';
import { Line } from '../basics/text.ts';
import type { PaperSettings } from './paper.ts';
import { DEFAULT_PATTERN, NumberPattern } from './paper-number.ts';
import { MOST_SIGNATORIES } from './signing-parts.ts';

/** What a city says once for the papers of all its offices; each office may say otherwise. Its address is its own. */
export const PaperDefaults = z
  .strictObject({
    pattern: NumberPattern.optional(),
    government: Line(80).optional().describe('First line of every letterhead; left out, the city’s own name'),
    contact: Line(160).optional().describe('Telephone, mail, site of who answers for all offices'),
    roles: z
      .array(Line(60))
      .max(MOST_SIGNATORIES)
      .default([])
      .describe('Who signs, by title; an office that names nobody signs by hand'),
    terms: z
      .array(Line(300))
      .max(20)
      .default([])
      .describe('What both sides of a work order (SPK) promise; empty, the market’s own, by the rule of the day'),
  })
  .meta({ id: 'PaperDefaults' });
export type PaperDefaults = z.infer<typeof PaperDefaults>;

/** Settings as papers are written by: nothing is left open. */
export type SettledPapers = PaperSettings & { readonly pattern: string; readonly terms: readonly string[] };

/** What an office said, and where it said nothing what its city said. */
export const settledPapers = (own: PaperSettings, city: PaperDefaults): SettledPapers => ({
  ...own,
  pattern: own.pattern ?? city.pattern ?? DEFAULT_PATTERN,
  letterhead: {
    ...(city.government === undefined ? {} : { government: city.government }),
    ...(city.contact === undefined ? {} : { contact: city.contact }),
    ...own.letterhead,
  },
  terms: city.terms,
  signatories: own.signatories.length > 0 ? own.signatories : city.roles.map((role) => ({ role, name: '' })),
});
