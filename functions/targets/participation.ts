import * as z from 'zod';
import type { Participation } from '../../shared/contract/targets.ts';
import { type Month, monthOf } from '../../shared/domain/basics/month.ts';
import { monthName } from '../../shared/domain/basics/wording.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { goalIn, type OfficeParticipation, toldParticipation } from '../../shared/domain/targets/participation.ts';
import { goalsOf } from '../../shared/table/targets/participation.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { officePage } from '../reads/offices/office-page.ts';
import { OfficeParts, officeParts } from '../reads/offices/office-parts.ts';
import { summedOr } from '../reads/offices/office-sums.ts';
import { participationName } from '../reads/prepared/names.ts';
import type { World } from '../world.ts';

const byShare = (a: OfficeParticipation, b: OfficeParticipation): number =>
  (b.share ?? -1) - (a.share ?? -1) || a.name.localeCompare(b.name, 'id') || (a.agencyId < b.agencyId ? -1 : 1);

const partsOf = (world: World, city: City, month: Month): Promise<OfficeParts[]> =>
  summedOr(world, city, {
    what: participationName(month),
    schema: z.array(OfficeParts),
    told: `ASN yang ikut belanja pada ${monthName(month)}`,
    now: () => officeParts(world, city, month),
  });

export const participationOf = async (world: World, city: City, month: Month): Promise<Participation> => {
  const { cityCode, zone } = city;
  const at = world.now();
  const [parts, goals] = await Promise.all([partsOf(world, city, month), goalsOf(world.table, cityCode)]);
  const running = month >= monthOf(at, zone);
  const listed = parts.flatMap(({ agencyId, name, members: now, counted }) => {
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
