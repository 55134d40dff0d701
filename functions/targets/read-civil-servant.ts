import { monthOf } from '../../shared/domain/basics/month.ts';
import { goalIn } from '../../shared/domain/targets/participation.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { getCivilLink, getCivilServant } from '../../shared/table/targets/civil-servants.ts';
import { goalsOf, tookPartAt } from '../../shared/table/targets/participation.ts';
import { proofsOfPerson } from '../../shared/table/targets/purchase-proofs.ts';
import { expectAgency, expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';

const SHOWN = 20;

export const officeOf = async (world: World, { agencyId, since }: { agencyId: string; since: string }) => {
  const { name, cityCode } = await expectAgency(world, agencyId);
  return { agencyId, name, cityCode, since };
};

export const readCivilServant = endpoint('GET /me/civil-servant', async ({ caller: { person } }, world) => {
  const link = await getCivilLink(world.table, person);
  const proofs = (await proofsOfPerson(world.table, person, { limit: SHOWN })).items;
  if (!link) return { office: null, month: null, tookPart: false, goalPercent: null, proofs };
  const { cityCode, zone } = await expectCity(world, link.cityCode);
  const month = monthOf(world.now(), zone);
  // Whose office it is the list says: they may have moved since they joined.
  const servant = await getCivilServant(world.table, cityCode, link.nipKey);
  const [{ part }, goals] = await Promise.all([
    readTogether(world.table, { part: tookPartAt(cityCode, month, link.nipKey) }),
    goalsOf(world.table, cityCode),
  ]);
  const office = await officeOf(world, { agencyId: servant?.agencyId ?? link.agencyId, since: link.since });
  return { office, month, tookPart: part !== undefined, goalPercent: goalIn(goals, month), proofs };
});
