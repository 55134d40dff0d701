import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { PartnerId } from '../../domain/partners/partner.ts';
import { pointsOf, Quarter, type UsabilityGroup, UsabilityTally } from '../../domain/partners/usability.ts';
import { list } from '../engine/pages.ts';
import { getMany } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, upsert, type Write } from '../engine/writes.ts';

/** That an owner was asked about a partner’s app in a quarter, whether they answered or not; what they said is nowhere. */
const UsabilityAsked = z.object({ partnerId: PartnerId, quarter: Quarter, ownerId: z.string(), at: Instant });
type UsabilityAsked = z.infer<typeof UsabilityAsked>;
type Of = Pick<UsabilityAsked, 'partnerId' | 'quarter' | 'ownerId'>;

// | entity         | pk         | sk                               |
// | UsabilityAsked | PARTNER#id | USABILITY-ASKED#2026-Q4#ownerId  |
// | UsabilityTally | PARTNER#id | USABILITY#2026-Q4#merchant       |
const key = ({ partnerId, quarter, ownerId }: Of) => ({
  pk: `PARTNER#${partnerId}`,
  sk: `USABILITY-ASKED#${quarter}#${ownerId}`,
});
const asked = entity({ type: 'UsabilityAsked', schema: UsabilityAsked, key });

/** Whether an owner was asked, by partner in the order given. At most 100. */
export const wereAsked = async (table: Table, of: readonly Of[]): Promise<boolean[]> =>
  (await getMany(table, asked, of.map(key))).map((one) => one !== undefined);
export const insertAsked = (one: UsabilityAsked): Write => insert(asked, one, true);

const TALLY = 'USABILITY#';
type Counted = { readonly partnerId: string; readonly quarter: Quarter; readonly group: UsabilityGroup };
/** Adds one person’s answers to all of a quarter. */
export const countAnswers = ({ partnerId, quarter, group }: Counted, answers: readonly number[]): Write =>
  upsert(
    'UsabilityTally',
    { pk: `PARTNER#${partnerId}`, sk: `${TALLY}${quarter}#${group}` },
    { set: { quarter, group }, add: { answers: 1, points: pointsOf(answers) } },
  );
/** The last of a partner, newest first. */
export const usabilityTallies = async (table: Table, partnerId: string): Promise<UsabilityTally[]> =>
  (
    await list(table, UsabilityTally, undefined, {
      pk: `PARTNER#${partnerId}`,
      prefix: TALLY,
      descending: true,
      limit: 24,
    })
  ).items;
