import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { Month } from '../basics/month.ts';
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

/** Why a number of people is not told: too few there, too few took part, too few did not, or another's would follow from it. */
export const HiddenReason = z.enum(['small-office', 'few', 'almost-all', 'others']).meta({ id: 'HiddenReason' });
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
  if (members < LEAST_PEOPLE) return 'small-office';
  if (participants < LEAST_PEOPLE) return 'few';
  return members - participants < LEAST_PEOPLE ? 'almost-all' : null;
};

/** In steps of five: who looks every day sees no single person come. */
const inSteps = (people: number): number => people - (people % LEAST_PEOPLE);

/**
 * What may be told of a month, office by office and in all. A running month is told in steps of five. The total always is,
 * and where a single office is hidden a second one is with it: nobody's number follows from the others'.
 */
export const toldParticipation = (offices: readonly Counted[], running: boolean) => {
  const reasons = new Map(offices.map((office) => [office.agencyId, reasonFor(office)]));
  const hidden = offices.filter(({ agencyId }) => reasons.get(agencyId) !== null);
  if (hidden.length === 1) {
    const [least] = offices
      .filter(({ agencyId }) => reasons.get(agencyId) === null)
      .toSorted((a, b) => a.participants - b.participants || (a.agencyId < b.agencyId ? -1 : 1));
    if (least) reasons.set(least.agencyId, 'others');
  }
  const told = offices.map(({ agencyId, name, members, participants }): OfficeParticipation => {
    const reason = reasons.get(agencyId) ?? null;
    const shown = reason === null ? (running ? inSteps(participants) : participants) : null;
    return {
      agencyId,
      name,
      members,
      participants: shown,
      share: shown === null ? null : shown / members,
      hidden: reason,
    };
  });
  const members = offices.reduce((sum, office) => sum + office.members, 0);
  const all = inSteps(offices.reduce((sum, office) => sum + office.participants, 0));
  const total = members < LEAST_PEOPLE ? null : all;
  return { offices: told, total: { members, participants: total, share: total === null ? null : total / members } };
};
