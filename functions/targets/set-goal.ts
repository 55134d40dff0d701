import { monthOf } from '../../shared/domain/basics/month.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { goalsOf, saveGoal } from '../../shared/table/targets/participation.ts';
import { expectCity, requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';

/** A goal is set before its month: nobody moves the mark when they see who reached it. */
export const setGoal = endpoint('PUT /cities/{city}/participation-goals/{month}', async (ask, world) => {
  const { cityCode, zone } = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, cityCode);
  const { month } = ask.params;
  const goals = await goalsOf(world.table, cityCode);
  // The first goal of a city may begin with the month that runs: before it there was no mark to move.
  const now = monthOf(world.now(), zone);
  if (month < now || (month === now && goals.some((goal) => goal.month <= now)))
    throw new Problem('month_invalid', 'Target berlaku mulai bulan depan. Bulan yang sudah berjalan tetap targetnya.', [
      { pointer: '#/path/month', detail: 'Pilih bulan depan atau sesudahnya.' },
    ]);
  const before = goals.find((goal) => goal.month === month);
  requireVersion(ask, before ?? { version: 0 });
  const goal = { cityCode, month, percent: ask.body.percent, version: (before?.version ?? 0) + 1 };
  const act = {
    chain: cityCode,
    at: world.now(),
    by: ask.caller.person,
    act: 'goal-set' as const,
    person: null,
    subjects: [cityCode],
    details: { month, percent: String(goal.percent) },
  };
  await commit(world.table, [saveGoal(goal), ...(await recordAct(world.table, act, ask.caller))]);
  return goal;
});
