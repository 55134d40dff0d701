import type { Download } from '../../shared/contract/route/download.ts';
import type { Participation, ParticipationFile } from '../../shared/contract/targets.ts';
import { type Month, monthOf } from '../../shared/domain/basics/month.ts';
import { percent } from '../../shared/domain/basics/wording.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { hiddenWords } from '../../shared/domain/targets/hidden-words.ts';
import { goalIn, type OfficeParticipation, toldParticipation } from '../../shared/domain/targets/participation.ts';
import { Problem } from '../../shared/problem.ts';
import { agenciesOfCity } from '../../shared/table/agencies.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { officeMembersAt } from '../../shared/table/targets/civil-servants.ts';
import { goalsOf, officeMonthAt, saveGoal } from '../../shared/table/targets/participation.ts';
import { expectCity, requireCityAdmin, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { type Column, columnCsv, columnXlsx } from '../print/column-sheet.ts';
import type { World } from '../world.ts';

type Office = { readonly agencyId: string; readonly name: string };

const participationOf = async (world: World, { cityCode, zone }: City, month: Month): Promise<Participation> => {
  const at = world.now();
  const agencies = await everyEntry<Office>((after) => agenciesOfCity(world.table, cityCode, { limit: 1000, after }));
  const [{ members, months }, goals] = await Promise.all([
    readTogether(world.table, {
      members: agencies.map(({ agencyId }) => officeMembersAt(agencyId)),
      months: agencies.map(({ agencyId }) => officeMonthAt(agencyId, month)),
    }),
    goalsOf(world.table, cityCode),
  ]);
  const running = month >= monthOf(at, zone);
  const listed = agencies.flatMap(({ agencyId, name }, index) => {
    const [counted, now] = [months[index], members[index]?.members ?? 0];
    // A month that is over keeps the people it was counted with; in one that runs nobody is struck off to raise the share.
    const many = running ? Math.max(counted?.members ?? 0, now) : (counted?.members ?? now);
    const participants = Math.min(counted?.participants ?? 0, many);
    return many === 0 ? [] : [{ agencyId, name, members: many, participants }];
  });
  return {
    city: cityCode,
    month,
    at,
    running,
    goalPercent: goalIn(goals, month),
    goal: goals.find((goal) => goal.month === month) ?? null,
    ...toldParticipation(listed, running),
  };
};

export const readParticipation = endpoint(
  'GET /cities/{city}/participation/{month}',
  async ({ params, caller }, world) => {
    const city = await expectCity(world, params.city);
    requireCityReader(caller, city.cityCode);
    return participationOf(world, city, params.month);
  },
);

type Row = Pick<OfficeParticipation, 'name' | 'members' | 'participants' | 'share' | 'hidden'>;
const columns: readonly Column<Row>[] = [
  ['Dinas', ({ name }) => name],
  ['ASN', ({ members }) => members],
  ['Ikut belanja', ({ participants }) => participants],
  ['Bagian', ({ share }) => share],
  ['Keterangan', ({ hidden }) => (hidden === null ? '' : hiddenWords[hidden])],
];
const types: Record<ParticipationFile, string> = {
  'partisipasi-asn.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'partisipasi-asn.csv': 'text/csv; charset=utf-8',
};

/** The page's own numbers as a file: what it hides is in neither. */
export const printParticipation = endpoint(
  'GET /cities/{city}/participation/{month}/{file}',
  async ({ params, caller }, world): Promise<Download> => {
    const { month, file } = params;
    const city = await expectCity(world, params.city);
    requireCityReader(caller, city.cityCode);
    const { offices, total, goalPercent } = await participationOf(world, city, month);
    const name = `Seluruh dinas${goalPercent === null ? '' : `, target ${percent(goalPercent / 100)}`}`;
    const sheet = { columns, rows: [...offices, { ...total, name, hidden: null }] };
    const bytes = file.endsWith('.csv') ? columnCsv<Row>(sheet) : await columnXlsx<Row>(`ASN ${month}`, sheet);
    return { name: file.replace('.', `-${city.cityCode}-${month}.`), type: types[file], bytes };
  },
);

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
