import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import {
  getCivilLink,
  getCivilServant,
  removeCivilLink,
  saveCivilServant,
} from '../../shared/table/targets/civil-servants.ts';
import { expectCity, requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { notListed } from './join.ts';
import { nipKeyOf } from './nip-key.ts';

/** A number that another account took first is given back by the city; what was counted stays. */
export const releaseCivilServant = endpoint('POST /cities/{city}/civil-servants/release', async (ask, world) => {
  const { cityCode } = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, cityCode);
  const servant = await getCivilServant(world.table, cityCode, nipKeyOf(world, cityCode, ask.body.nip));
  if (!servant) throw notListed();
  if (servant.person === null) return { released: false };
  const link = await getCivilLink(world.table, servant.person);
  const act = {
    chain: cityCode,
    at: world.now(),
    by: ask.caller.person,
    act: 'civil-servant-released' as const,
    person: servant.person,
    subjects: [servant.agencyId],
    details: {},
  };
  await commit(world.table, [
    saveCivilServant({ ...servant, person: null, version: servant.version + 1 }),
    ...(link?.nipKey === servant.nipKey ? [removeCivilLink(link)] : []),
    ...(await recordAct(world.table, act, ask.caller)),
  ]);
  return { released: true };
});
