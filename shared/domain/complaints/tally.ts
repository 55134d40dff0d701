import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import type { Complaint } from './complaint.ts';

/** What became of the complaints an office was given, counted with every move. */
export const ComplaintTally = z
  .object({
    agencyId: AgencyId,
    agencyName: z.string(),
    assigned: z.int(),
    answered: z.int(),
    late: z.int().describe('Answers after the five working days'),
    fixed: z.int().describe('Answers by which something was done'),
    notFixed: z.int(),
    reopened: z.int().describe('Opened again by who complained'),
    rated: z.int(),
    stars: z.int().describe('All stars added up'),
  })
  .meta({ id: 'ComplaintTally' });
export type ComplaintTally = z.infer<typeof ComplaintTally>;
export type Counted = Partial<Omit<ComplaintTally, 'agencyId' | 'agencyName'>>;

/** What a move adds to the tally of the office it is about; nothing for one without an office. */
export const countedBy = (before: Complaint | undefined, after: Complaint): Counted => {
  if (before === after || after.agencyId === null) return {};
  if (after.state === 'assigned' && before?.agencyId !== after.agencyId) return { assigned: 1 };
  if (after.state === 'reopened') return { reopened: 1 };
  if (after.state === 'answered' && after.answer) {
    const late = before?.dueAt != null && after.answer.at >= before.dueAt ? 1 : 0;
    return { answered: 1, late, ...(after.answer.outcome === 'fixed' ? { fixed: 1 } : { notFixed: 1 }) };
  }
  return after.stars !== null && before?.stars === null ? { rated: 1, stars: after.stars } : {};
};

/** Of fewer ratings no mean is told: each would be somebody's. */
export const LEAST_RATED = 5;
