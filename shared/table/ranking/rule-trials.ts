import * as z from 'zod';
import { CityCode } from '../../domain/places/region.ts';
import { RankingPolicy } from '../../domain/ranking/policy/policy.ts';
import { PolicyTrial } from '../../domain/ranking/policy/policy-change.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

/** Two rules that a large city wants to see side by side, and what came of it once they were tried behind the page. */
const RuleTrial = z.object({
  cityCode: CityCode,
  trial: z.string().describe('Made of both rules and the day'),
  present: z.object(RankingPolicy.shape),
  proposed: z.object(RankingPolicy.shape),
  outcome: PolicyTrial.nullable(),
  version: z.int(),
  ttl: z.int(),
});
export type RuleTrial = z.infer<typeof RuleTrial>;

// | entity    | pk         | sk           |
// | RuleTrial | CITY#35.73 | TRIAL#<hash> |
type Of = Pick<RuleTrial, 'cityCode' | 'trial'>;
const keyOf = ({ cityCode, trial }: Of) => ({ pk: `CITY#${cityCode}`, sk: `TRIAL#${trial}` });
const trials = entity({ type: 'RuleTrial', schema: RuleTrial, key: keyOf });

export const getRuleTrial = (table: Table, of: Of) => get(table, trials, keyOf(of));
export const saveRuleTrial = (trial: RuleTrial): Write => save(trials, trial);
