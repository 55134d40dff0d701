import { type Month, monthOf, previousMonth } from '../../../shared/domain/basics/month.ts';
import type { Attainable } from '../../../shared/domain/equity/attainable/attainable.ts';
import { attainableInSteps } from '../../../shared/domain/equity/attainable/attainable-of.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { LedgerState } from '../../../shared/domain/ranking/ledger/ledger-state.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getAttainable, insertAttainable } from '../../../shared/table/equity/attainables.ts';
import { cachedFor } from '../../reads/cached-for.ts';
import { inTurns } from '../../reads/in-turns.ts';
import { putPacked } from '../../reads/packed-files.ts';
import type { World } from '../../world.ts';
import { inputsOf } from './attainable-inputs.ts';
import type { Kept } from './attainable-offers.ts';

/** Whether a month is there is asked once a container and day. */
const DAY_SECONDS = 86_400;

const computed = async (
  world: World,
  city: City,
  month: Month,
  kept: Kept,
  state: LedgerState,
): Promise<Attainable> => {
  const inputs = await inputsOf(world, city, month, kept, state);
  const key = await putPacked(world.files, `ledgers/${city.cityCode}/attainables`, inputs);
  const attainable = await inTurns(attainableInSteps(inputs, { inputs: { key }, takenAt: world.now() }));
  await commit(world.table, [insertAttainable(attainable)]);
  return attainable;
};

/**
 * Computes what could have been attained in the month that ended last, once: offers are told as they stand when the first
 * ledger of the next month is made, minutes after its end.
 */
export const keepAttainable = async (world: World, city: City, kept: Kept, state: LedgerState): Promise<void> => {
  const month = previousMonth(monthOf(world.now(), city.zone));
  if (month < monthOf(city.foundedAt, city.zone)) return;
  await cachedFor(
    world,
    `attainable ${city.cityCode} ${month}`,
    DAY_SECONDS,
    async () =>
      (await getAttainable(world.table, city.cityCode, month)) ?? (await computed(world, city, month, kept, state)),
  );
};
