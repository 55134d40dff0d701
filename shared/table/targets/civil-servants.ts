import { CivilLink, CivilServant, OfficeMembers } from '../../domain/targets/civil-servant.ts';
import { is } from '../engine/fields.ts';
import { get, getMany, type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { remove, save, type Write } from '../engine/writes.ts';

// | entity        | pk          | sk             |
// | CivilServant  | CIVIL#35.73 | <hash of NIP>  |
// | CivilLink     | PERSON#sub  | CIVIL          |
// | OfficeMembers | AGENCY#id   | MEMBERS        |
const servantKey = (cityCode: string, nipKey: string) => ({ pk: `CIVIL#${cityCode}`, sk: nipKey });
const servants = entity({
  type: 'CivilServant',
  schema: CivilServant,
  key: ({ cityCode, nipKey }: Pick<CivilServant, 'cityCode' | 'nipKey'>) => servantKey(cityCode, nipKey),
});
const linkKey = (person: string) => ({ pk: `PERSON#${person}`, sk: 'CIVIL' });
const links = entity({
  type: 'CivilLink',
  schema: CivilLink,
  key: ({ person }: Pick<CivilLink, 'person'>) => linkKey(person),
});
const membersKey = (agencyId: string) => ({ pk: `AGENCY#${agencyId}`, sk: 'MEMBERS' });
const members = entity({
  type: 'OfficeMembers',
  schema: OfficeMembers,
  key: ({ agencyId }: Pick<OfficeMembers, 'agencyId'>) => membersKey(agencyId),
});

export const getCivilServant = (table: Table, cityCode: string, nipKey: string) =>
  get(table, servants, servantKey(cityCode, nipKey));
/** Those of many numbers, in the order asked. At most 100. */
export const getCivilServants = (table: Table, cityCode: string, nipKeys: readonly string[]) =>
  getMany(
    table,
    servants,
    nipKeys.map((nipKey) => servantKey(cityCode, nipKey)),
  );
export const saveCivilServant = (servant: CivilServant): Write => save(servants, servant);
export const removeCivilServant = ({ cityCode, nipKey, version }: CivilServant): Write =>
  remove('CivilServant', servantKey(cityCode, nipKey), is('version', version));

export const getCivilLink = (table: Table, person: string) => get(table, links, linkKey(person));
export const saveCivilLink = (link: CivilLink): Write => save(links, link);
export const removeCivilLink = ({ person, version }: CivilLink): Write =>
  remove('CivilLink', linkKey(person), is('version', version));

export const officeMembersAt = (agencyId: string): Read<OfficeMembers> => readOf(members, membersKey(agencyId));
export const saveOfficeMembers = (office: OfficeMembers): Write => save(members, office);
