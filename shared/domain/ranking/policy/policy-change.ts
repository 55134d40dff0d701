import * as z from 'zod';
import { Id } from '../../basics/id-schema.ts';
import { Instant, Month } from '../../basics/month-schema.ts';
import { RankingPolicy } from './policy.ts';

export const PolicyRule = z.object({ ...RankingPolicy.shape }).meta({ id: 'RankingPolicy' });

/** Far wider than any range: a number of any size is told its own range, an absurd one only that. */
const Wide = z.number().min(-1e12).max(1e12);
const number = Wide.optional();
/**
 * A wished change: what is left out stays as it is. Ranges are the policy's own (`checkedPolicy`), so that a number out
 * of range is refused by that name.
 */
export const PolicyChange = z
  .strictObject({
    tolerancePercent: number.describe('τ: percent above the median that is still fair, 0 to 100'),
    ratingFloor: number.describe('The rating an offer needs, 1 to 5'),
    ratingPriorMean: number,
    ratingPriorWeight: number,
    unitRupiah: Wide.nullable().optional().describe('u; null takes the median order value of the category'),
    windowDays: number.describe('How long an order weighs, 30 to 365 days'),
    maxSuppliers: number.describe('K: most suppliers of one split, 1 to 20'),
    splitFromUnits: number,
    freeRefusals: number,
    cancelledDays: number,
    pricePowerAbove: number.describe('k above the reference price, 1 to 5: 1 counts an order as it was paid'),
    pricePowerBelow: number.describe('k below the reference price, 1 to 5'),
    referenceRise: Wide.nullable()
      .optional()
      .describe(
        'Thousandths a month that a reference price may rise, 0 to 50; null holds prices against today’s lists',
      ),
    silenceDays: number.describe('Who has sold nothing for so long stands among the first, 30 to 365 days'),
    ratingPower: number.describe('How strongly the rating weighs sales, 0 to 3, never beyond 0.8 and 1.25'),
    newcomerDays: number.describe('How long a newcomer stands first for its first order, 0 to 90 days'),
    provenOwners: number.describe(
      'An order counts before its day of delivery as far as its buyer received from so many owners, 0 to 10; 0: at once',
    ),
    confirmAfterMonths: number.describe(
      'Who enters so many months after this took effect is to be visited, 0 to 60; 0: nobody',
    ),
    confirmOldMonths: number.describe(
      'Who was there before takes its turn to be visited within so many months more, 0 to 60; 0: none does',
    ),
  })
  .meta({ id: 'PolicyChange' });
export type PolicyChange = z.infer<typeof PolicyChange>;
/** The numbers of a policy a city turns. */
export const policyNumbers = Object.keys(PolicyChange.shape) as readonly (keyof PolicyChange)[];

export const NewPolicy = PolicyChange.extend({
  effectiveFrom: Month.describe('A later month than this one'),
  simulationId: z.string().max(60).optional().describe('The simulation in which these very numbers were tried'),
  stepMonths: z
    .int()
    .min(1)
    .max(6)
    .optional()
    .describe('Begin category by category, one every so many months, in an order drawn by lot; once in a city’s life'),
}).meta({ id: 'NewRankingPolicy' });

/** What a rule would have done with the same demand. Shares are 0 to 1; null where nothing was bought. */
const PolicyOutcome = z
  .object({
    gini: z.number().nullable(),
    neverSold: z.number().nullable(),
    eligibleNeverSold: z.number().nullable(),
    priceToMedian: z.number().nullable(),
    unmet: z.number().nullable(),
    gatedOut: z.number().nullable().describe('Owners who never stood above the line'),
  })
  .meta({ id: 'PolicyOutcome' });

/** The receipt a change needs: the present rule and the proposed one over the city's own recorded demand. */
export const PolicySimulation = z
  .object({
    simulationId: Id('sim'),
    city: z.string(),
    proposed: PolicyRule,
    present: PolicyRule,
    simulated: z.object({
      from: Instant.nullable(),
      to: Instant.nullable(),
      requests: z.int(),
      owners: z.int(),
      categories: z.int(),
      leftOut: z.object({ requests: z.int(), owners: z.int() }),
      note: z.string().describe('What was simulated, and what was not'),
    }),
    before: PolicyOutcome,
    after: PolicyOutcome,
    sentence: z.string(),
    by: z.string(),
    at: Instant,
  })
  .meta({ id: 'PolicySimulation' });
export type PolicySimulation = z.infer<typeof PolicySimulation>;

/** What came of it: all but who asked, and when. */
export const PolicyTrial = PolicySimulation.pick({ simulated: true, before: true, after: true, sentence: true });
export type PolicyTrial = z.infer<typeof PolicyTrial>;
