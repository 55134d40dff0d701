import * as z from 'zod';
import { Day, Instant } from '../basics/month-schema.ts';
import { decidedBys } from '../ranking/rule/ranking.ts';
import { MerchantId } from '../register/merchant.ts';

/** A shop that asked for a stall, with every figure that decided its rank. */
export const RosterRow = z
  .object({
    merchantId: MerchantId,
    merchantName: z.string(),
    ownerId: z.string(),
    verified: z.boolean(),
    rank: z.int().nullable().describe('Null for a shop that may not sell, and behind another one of its owner'),
    stall: z.int().nullable().describe('Number of its stall; null while it waits'),
    stepsBack: z.boolean().describe('Gave its stall, or its wait, up'),
    stallsHad: z.int().describe('Stalls its owner had at this centre in the twelve months before: fewest first'),
    step: z
      .int()
      .describe(
        'How many rungs V of its owner passed (until rule version 3: ⌊V/u⌋); of who waits for a visit they count on after all others',
      ),
    exposure: z.int().describe('X: how much it was shown, in millionths of one impression at rank 1'),
    salesOrder: z.int().describe('Among owners equal in step and X: which V comes first'),
    decidedBy: z.enum(decidedBys).nullable(),
  })
  .meta({ id: 'RosterRow' });
export type RosterRow = z.infer<typeof RosterRow>;

/** Who stands where, and what it was decided from: enough to draw it again. */
export const Roster = z
  .object({
    drawnAt: Instant,
    drawnOn: Day.describe('The day whose key breaks ties: the first after shops could ask'),
    ruleVersion: z.int(),
    ledgerVersion: z.string(),
    policyVersion: z.int(),
    unitRupiah: z.int(),
    rentRupiah: z.int(),
    dayKeyHash: z.string(),
    offersDigest: z.string(),
    listDigest: z.string(),
    rows: z.array(RosterRow),
  })
  .meta({ id: 'Roster' });
export type Roster = z.infer<typeof Roster>;
