import { createHash } from 'node:crypto';
import { dayOf } from '../../shared/domain/basics/month.ts';
import type { City } from '../../shared/domain/places/city.ts';
import type { RankingPolicy } from '../../shared/domain/ranking/policy/policy.ts';
import type { PolicyTrial } from '../../shared/domain/ranking/policy/policy-change.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { getRuleTrial, saveRuleTrial } from '../../shared/table/ranking/rule-trials.ts';
import { presentLedger } from '../reads/city-ledger.ts';
import { isLarge } from '../reads/large-city.ts';
import { beingPrepared } from '../reads/prepared/being-prepared.ts';
import { trialName } from '../reads/prepared/names.ts';
import type { World } from '../world.ts';
import { simulateRule } from './simulate-rule.ts';

const DAY_SECONDS = 86_400;

/** What came of a trial, and what counts it against the day's, where that was not done when it was asked for. */
type Tried = { readonly outcome: PolicyTrial; readonly counted: readonly Write[] };

/**
 * Both rules over a city's own past: tried at once where the city is small, by `city-ranking/try-rules` where it is not.
 * @throws Problem being_prepared of a large city, until they were tried; limit_reached
 */
export const triedRule = async (
  world: World,
  city: City,
  present: RankingPolicy,
  proposed: RankingPolicy,
): Promise<Tried> => {
  const { table, now } = world;
  const { cityCode } = city;
  const counted = countToday('simulation', cityCode, now());
  if (!isLarge((await presentLedger(world, city)).ledger))
    return { outcome: await simulateRule(world, city, present, proposed), counted: [counted] };
  const asked = JSON.stringify([dayOf(now(), city.zone), present, proposed]);
  const trial = createHash('sha256').update(asked).digest('hex').slice(0, 32);
  const known = await getRuleTrial(table, { cityCode, trial });
  if (known?.outcome) return { outcome: known.outcome, counted: [] };
  const ttl = Math.floor(Date.parse(now()) / 1000) + 2 * DAY_SECONDS;
  const wanted = { cityCode, trial, present, proposed, outcome: null, version: 1, ttl };
  if (!known) await commit(table, [saveRuleTrial(wanted), counted]);
  const told = 'Kedua aturan sedang dicoba pada semua pesanan lalu kota ini';
  return beingPrepared(world, { cityCode, what: trialName(trial), told });
};
