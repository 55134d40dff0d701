import { former, newestStandard, type RankingPolicy, standardPolicy } from '../../ranking/policy/policy.ts';

/** A rule that was tried, by what sets it apart from the one before it in the table. */
export type Candidate = { readonly name: string; readonly policy: RankingPolicy };

const chosen = newestStandard('35.73');
const before: RankingPolicy = { ...chosen, ...former };
const candidate = (name: string, numbers: Partial<RankingPolicy>): Candidate => ({
  name,
  policy: { ...before, ...numbers },
});

const wide = { tolerancePercent: 30 };
const steep = { ...wide, pricePowerAbove: 4, pricePowerBelow: 3 };
const split = { ...steep, splitFromUnits: chosen.splitFromUnits };
const rated = { ...split, ratingPower: 2 };

/**
 * From the rule before to the one chosen, a number at a time; forms of the power that were not taken stand among them. A kink
 * is a power above the reference alone.
 */
export const candidates: readonly Candidate[] = [
  candidate('before', {}),
  candidate('power 3 above (a kink)', { pricePowerAbove: 3 }),
  candidate('power 3', { pricePowerAbove: 3, pricePowerBelow: 3 }),
  candidate('30% tolerated', wide),
  candidate('30%, power 3 above (a kink)', { ...wide, pricePowerAbove: 3 }),
  candidate('30%, power 3', { ...wide, pricePowerAbove: 3, pricePowerBelow: 3 }),
  candidate('30%, power 4 above, 3 below', steep),
  candidate('… and split sooner', split),
  candidate('… and rating weighs', rated),
  candidate('… and silence ends', { ...rated, silenceDays: chosen.silenceDays }),
  { name: '… and newcomers, frozen reference, known buyers, visits', policy: standardPolicy('35.73', '2026-12') },
  { name: '**chosen**: … and worse goods stay below', policy: chosen },
];
