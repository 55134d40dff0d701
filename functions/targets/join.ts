import { monthOf } from '../../shared/domain/basics/month.ts';
import { goalIn } from '../../shared/domain/targets/participation.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import {
  getCivilLink,
  getCivilServant,
  removeCivilLink,
  saveCivilLink,
  saveCivilServant,
} from '../../shared/table/targets/civil-servants.ts';
import { goalsOf, tookPartAt } from '../../shared/table/targets/participation.ts';
import { proofsOfPerson } from '../../shared/table/targets/purchase-proofs.ts';
import { expectAgency, expectCity, requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { nipKeyOf } from './nip-key.ts';

const SHOWN = 20;
const notListed = () =>
  new Problem('civil_servant_not_found', 'NIP ini tidak ada di daftar ASN kota itu. Periksa angkanya dan kotanya.', [
    { pointer: '/nip', detail: 'Tidak ada di daftar. Bagian kepegawaian dinas Anda bisa memuatnya.' },
  ]);

const officeOf = async (world: World, { agencyId, since }: { agencyId: string; since: string }) => {
  const { name, cityCode } = await expectAgency(world, agencyId);
  return { agencyId, name, cityCode, since };
};

/** A number is tried five times a day, whatever came of it: numbers can be worked out from birthdays. */
export const joinAsCivilServant = endpoint('PUT /me/civil-servant', async ({ body, caller }, world) => {
  const { person } = caller;
  const { cityCode } = await expectCity(world, body.cityCode);
  const nipKey = nipKeyOf(world, cityCode, body.nip);
  const link = await getCivilLink(world.table, person);
  if (link?.nipKey === nipKey && link.cityCode === cityCode) return officeOf(world, link);
  if (link)
    throw new Problem('already_claimed', 'Akun ini sudah bergabung dengan NIP lain. Satu akun untuk satu ASN.', [
      { pointer: '/nip', detail: 'Akun ini sudah punya NIP.' },
    ]);
  await commit(world.table, [countToday('nip-try', person, world.now())]);
  const servant = await getCivilServant(world.table, cityCode, nipKey);
  if (!servant) throw notListed();
  if (servant.person !== null && servant.person !== person)
    throw new Problem('civil_servant_taken', 'NIP ini sudah dipakai akun lain. Minta admin kota memeriksanya.', [
      { pointer: '/nip', detail: 'Sudah dipakai akun lain.' },
    ]);
  const joined = { person, cityCode, nipKey, agencyId: servant.agencyId, since: world.now(), version: 1 };
  await commit(world.table, [
    saveCivilServant({ ...servant, person, version: servant.version + 1 }),
    saveCivilLink(joined),
  ]);
  return officeOf(world, joined);
});

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
