import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import {
  getCivilLink,
  getCivilServant,
  saveCivilLink,
  saveCivilServant,
} from '../../shared/table/targets/civil-servants.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { nipKeyOf } from './nip-key.ts';
import { officeOf } from './read-civil-servant.ts';

export const notListed = () =>
  new Problem('civil_servant_not_found', 'NIP ini tidak ada di daftar ASN kota itu. Periksa angkanya dan kotanya.', [
    { pointer: '/nip', detail: 'Tidak ada di daftar. Bagian kepegawaian dinas Anda bisa memuatnya.' },
  ]);

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
