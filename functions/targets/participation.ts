import type { Participation } from '../../shared/contract/targets.ts';
import { type Month, monthOf } from '../../shared/domain/basics/month.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { goalIn, type OfficeParticipation, toldParticipation } from '../../shared/domain/targets/participation.ts';
import { agenciesOfCity } from '../../shared/table/agencies.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { officeMembersAt } from '../../shared/table/targets/civil-servants.ts';
import { goalsOf, officeMonthAt } from '../../shared/table/targets/participation.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { officePage } from '../reads/offices/office-page.ts';
import type { World } from '../world.ts';

type Office = { readonly agencyId: string; readonly name: string };

const byShare = (a: OfficeParticipation, b: OfficeParticipation): number =>
  (b.share ?? -1) - (a.share ?? -1) || a.name.localeCompare(b.name, 'id') || (a.agencyId < b.agencyId ? -1 : 1);

export const participationOf = async (world: World, { cityCode, zone }: City, month: Month): Promise<Participation> => {
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
  const told = toldParticipation(listed, running);
  return {
    city: cityCode,
    month,
    at,
    running,
    goalPercent: goalIn(goals, month),
    goal: goals.find((goal) => goal.month === month) ?? null,
    ...told,
    offices: told.offices.toSorted(byShare),
  };
};

export const readParticipation = endpoint(
  'GET /cities/{city}/participation/{month}',
  async ({ params, query, caller }, world) => {
    const city = await expectCity(world, params.city);
    requireCityReader(caller, city.cityCode);
    const { offices, ...told } = await participationOf(world, city, params.month);
    const list = `participation ${city.cityCode} ${params.month}`;
    return { ...told, officeCount: offices.length, ...(await officePage(world, list, offices, query)) };
  },
);
