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
    late: z.int().describe('Answered, or handed on to another office, after the five working days'),
    fixed: z.int().describe('Standing answers by which something was done: none that was opened again'),
    notFixed: z.int().describe('Standing answers by which nothing was'),
    reopened: z.int().describe('Opened again by who complained'),
    rated: z.int(),
    stars: z.int().describe('All stars added up'),
    toldRated: z.int().describe('Of so many ratings the mean is told'),
    toldStars: z.int().describe('Their stars added up'),
  })
  .meta({ id: 'ComplaintTally' });
export type ComplaintTally = z.infer<typeof ComplaintTally>;
export type Counted = Partial<Omit<ComplaintTally, 'agencyId' | 'agencyName' | 'toldRated' | 'toldStars'>>;

const outcomeOf = ({ answer }: Complaint): 'fixed' | 'notFixed' => (answer?.outcome === 'fixed' ? 'fixed' : 'notFixed');

/** What a move adds to the tally of the office it is about; nothing for one without an office. */
export const countedBy = (before: Complaint | undefined, after: Complaint): Counted => {
  if (before === after || after.agencyId === null) return {};
  if (after.state === 'assigned' && before?.agencyId !== after.agencyId) return { assigned: 1 };
  // An answer that its reporter does not let stand is no case that was dealt with.
  if (after.state === 'reopened') return { reopened: 1, [outcomeOf(after)]: -1 };
  if (after.state === 'answered' && after.answer) {
    const late = before?.dueAt != null && after.answer.at >= before.dueAt ? 1 : 0;
    return { answered: 1, late, [outcomeOf(after)]: 1 };
  }
  return after.stars !== null && before?.stars === null ? { rated: 1, stars: after.stars } : {};
};

/** What the office that a complaint leaves is counted for: who hands on what is overdue was late all the same. */
export const countedOnLeaving = (before: Complaint, after: Complaint): Counted => {
  const leaves = before.agencyId !== null && before.agencyId !== after.agencyId;
  return leaves && before.dueAt !== null && after.updatedAt >= before.dueAt ? { late: 1 } : {};
};

/** Of fewer ratings no mean is told: each would be somebody's. */
const LEAST_RATED = 5;
type Rated = Pick<ComplaintTally, 'rated' | 'stars' | 'toldRated' | 'toldStars'>;
/** The mean is told again with every five ratings: from one look to the next, one more would tell its own stars. */
export const toldAfter = (
  { rated, stars, toldRated, toldStars }: Rated,
  counted: Counted,
): Pick<Rated, 'toldRated' | 'toldStars'> => {
  const [many, sum] = [rated + (counted.rated ?? 0), stars + (counted.stars ?? 0)];
  return many % LEAST_RATED === 0 ? { toldRated: many, toldStars: sum } : { toldRated, toldStars };
};

/** To one decimal; null as long as none is told. */
export const meanStars = ({ toldRated, toldStars }: Pick<Rated, 'toldRated' | 'toldStars'>): number | null =>
  toldRated === 0 ? null : Math.round((10 * toldStars) / toldRated) / 10;
