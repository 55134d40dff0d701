import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { Month } from '../basics/month-schema.ts';
import { CityCode } from '../places/region.ts';

/** Below so many people a figure could tell of one of them. */
export const LEAST_PEOPLE = 5;

/** What the city asks of its offices from a month on: this share of their people buys from small businesses each month. */
export const NewGoal = z.strictObject({ percent: z.int().min(1).max(100) }).meta({ id: 'NewGoal' });
export const Goal = z
  .object({ cityCode: CityCode, month: Month, ...NewGoal.shape, version: z.int() })
  .meta({ id: 'Goal' });
export type Goal = z.infer<typeof Goal>;

/** The goal of a month: the latest that was set for it or before it. */
export const goalIn = (goals: readonly Goal[], month: Month): number | null =>
  goals
    .filter((goal) => goal.month <= month)
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
    .at(-1)?.percent ?? null;

/** That a civil servant took part in a month: once, however often they bought. What they bought is not in it. */
export const TookPart = z
  .object({ cityCode: CityCode, month: Month, nipKey: z.string(), how: z.enum(['market', 'proof']) })
  .meta({ id: 'TookPart' });
export type TookPart = z.infer<typeof TookPart>;

/** How many of an office took part in a month. */
export const OfficeMonth = z
  .object({
    agencyId: AgencyId,
    cityCode: CityCode,
    month: Month,
    participants: z.int().min(0),
    members: z.int().describe('The most it had while the month was counted: who is struck off later raises no share'),
    version: z.int(),
  })
  .meta({ id: 'OfficeMonth' });
export type OfficeMonth = z.infer<typeof OfficeMonth>;

/** Why a number of people is not told: too few there, too few took part, or too few did not. */
export const HiddenReason = z.enum(['small-office', 'few', 'almost-all']).meta({ id: 'HiddenReason' });
export type HiddenReason = z.infer<typeof HiddenReason>;

export const OfficeParticipation = z
  .object({
    agencyId: AgencyId,
    name: z.string(),
    members: z.int(),
    participants: z.int().nullable().describe('Null where it is not told'),
    share: z.number().nullable(),
    hidden: HiddenReason.nullable(),
  })
  .meta({ id: 'OfficeParticipation' });
export type OfficeParticipation = z.infer<typeof OfficeParticipation>;

type Counted = {
  readonly agencyId: string;
  readonly name: string;
  readonly members: number;
  readonly participants: number;
};

const reasonFor = ({ members, participants }: Counted): HiddenReason | null => {
  // Of fewer either too few took part or too few did not, and saying which would tell of them.
  if (members < 2 * LEAST_PEOPLE) return 'small-office';
  if (participants < LEAST_PEOPLE) return 'few';
  return members - participants < LEAST_PEOPLE ? 'almost-all' : null;
};

/** In steps of five: who looks every day sees no single person come. */
const inSteps = (people: number): number => people - (people % LEAST_PEOPLE);

/** Between what numbers an office lies, as why it is not told says already. */
const boundsOf = ({ members }: Counted, reason: HiddenReason): { readonly least: number; readonly most: number } => {
  if (reason === 'small-office') return { least: 0, most: members };
  return reason === 'few' ? { least: 0, most: LEAST_PEOPLE - 1 } : { least: members - LEAST_PEOPLE + 1, most: members };
};

/**
 * How many took part at least in all offices that are not told: from the least that they can be together in steps of five, and
 * never the most. So each of them, by whatever the others are, may still be one of several numbers.
 */
const hiddenTotal = (hidden: readonly (readonly [Counted, HiddenReason])[]): number => {
  const bounds = hidden.map(([office, reason]) => boundsOf(office, reason));
  const least = bounds.reduce((sum, one) => sum + one.least, 0);
  const beyond = bounds.reduce((sum, one) => sum + one.most, 0) - least;
  const people = hidden.reduce((sum, [{ participants }]) => sum + participants, 0);
  return least + Math.min(inSteps(people - least), inSteps(Math.max(0, beyond - 1)));
};

/**
 * What may be told of a month, office by office and in all. A running month is told in steps of five. The total is the sum of
 * what is told and of how many took part elsewhere at least (`hiddenTotal`): nobody's number follows from the others'.
 */
export const toldParticipation = (offices: readonly Counted[], running: boolean) => {
  const hidden: (readonly [Counted, HiddenReason])[] = [];
  const told = offices.map((office): OfficeParticipation => {
    const { agencyId, name, members } = office;
    const reason = reasonFor(office);
    if (reason !== null) {
      hidden.push([office, reason]);
      return { agencyId, name, members, participants: null, share: null, hidden: reason };
    }
    const participants = running ? inSteps(office.participants) : office.participants;
    return { agencyId, name, members, participants, share: participants / members, hidden: null };
  });
  const members = offices.reduce((sum, office) => sum + office.members, 0);
  const all = told.reduce((sum, { participants }) => sum + (participants ?? 0), hiddenTotal(hidden));
  const total = members < 2 * LEAST_PEOPLE ? null : all;
  return { offices: told, total: { members, participants: total, share: total === null ? null : total / members } };
};
