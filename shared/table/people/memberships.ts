import { Membership } from '../../domain/people/caller.ts';
import { districtsList, listOfSeats, MOST_SEATS } from '../../domain/people/seat.ts';
import { is } from '../engine/fields.ts';
import { everyEntry, list, type PageRequest } from '../engine/pages.ts';
import { type Freshness, get, getMany, type Read, readOf } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { check, remove, save, type Write } from '../engine/writes.ts';

const Member = Membership.pick({ person: true, scope: true, role: true });

// | entity     | pk         | sk                      | list 2                                                             |
// | Membership | PERSON#sub | MEMBER#merchant:mrc_…   | SCOPE#merchant:mrc_… / sub; SCOPE#districts:35.73 / 35.73.05#sub   |
const key = (person: string, scope: string) => ({ pk: `PERSON#${person}`, sk: `MEMBER#${scope}` });
const memberships = entity({
  type: 'Membership',
  schema: Membership,
  key: ({ person, scope }: Pick<Membership, 'person' | 'scope'>) => key(person, scope),
  list2: ({ scope, person }) => {
    const { list: pk, within } = listOfSeats(scope);
    return { pk: `SCOPE#${pk}`, sk: `${within}${person}` };
  },
  card: namesIn(Member),
});

/** Every seat of a person, however many: one that is left out is a right lost. */
export const membershipsOf = (table: Table, person: string, { consistent = true }: Freshness = {}) => {
  const request = { pk: `PERSON#${person}`, prefix: 'MEMBER#', limit: MOST_SEATS, consistent };
  return everyEntry((after) => list(table, Membership, undefined, { ...request, after }));
};
/** The seat a person has in one place: what a request needs that touches few of them. */
export const seatOf = (person: string, scope: string): Read<Membership> => readOf(memberships, key(person, scope));
export const getMembership = (table: Table, person: string, scope: string) =>
  get(table, memberships, key(person, scope));
/** Many seats at once, in the order asked. At most 100. */
export const seatsOf = (table: Table, seats: readonly Pick<Membership, 'person' | 'scope'>[]) =>
  getMany(
    table,
    memberships,
    seats.map(({ person, scope }) => key(person, scope)),
  );

/** Who belongs to a scope. */
export const membersOf = (table: Table, scope: string, request: Omit<PageRequest, 'pk' | 'prefix'>) => {
  const { list: pk, within } = listOfSeats(scope);
  return list(table, Member, 'list2', { pk: `SCOPE#${pk}`, ...(within ? { prefix: within } : {}), ...request });
};
/** Who belongs to any district of a city, by district. */
export const districtMembersOf = (table: Table, cityCode: string, request: Omit<PageRequest, 'pk' | 'prefix'>) =>
  list(table, Member, 'list2', { pk: `SCOPE#${districtsList(cityCode)}`, ...request });

/** Everybody who works for a city, in all of it or in a district. */
export const everySeatOf = async (table: Table, cityCode: string) => {
  const [city, districts] = await Promise.all([
    everyEntry((after) => membersOf(table, `city:${cityCode}`, { limit: 100, after })),
    everyEntry((after) => districtMembersOf(table, cityCode, { limit: 100, after })),
  ]);
  return [...city, ...districts];
};

/** Refused when a person's role was changed, taken, or given again since it was read. */
export const membershipStands = ({ person, scope, version, grantedAt }: Membership): Write =>
  check('Membership', key(person, scope), is('version', version), is('grantedAt', grantedAt));
export const saveMembership = (membership: Membership): Write => save(memberships, membership);
export const removeMembership = (membership: Membership): Write =>
  remove('Membership', key(membership.person, membership.scope), is('version', membership.version));
