import { Invitation } from '../../domain/people/invitation.ts';
import { districtsList, listOfSeats } from '../../domain/people/seat.ts';
import { is } from '../engine/fields.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { get, getMany, type Read, readOf } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { remove, save, type Write } from '../engine/writes.ts';

const Invited = Invitation.pick({ person: true, scope: true, role: true });

// | entity     | pk         | sk                       | list 2                                                               |
// | Invitation | PERSON#sub | INVITED#merchant:mrc_…   | INVITED#merchant:mrc_… / sub; INVITED#districts:35.73 / 35.73.05#sub |
// Not among the person's memberships: what gives no right is never read as a role.
export const sortOfInvitation = ({ scope }: Pick<Invitation, 'scope'>): string => `INVITED#${scope}`;
const key = (person: string, scope: string) => ({ pk: `PERSON#${person}`, sk: sortOfInvitation({ scope }) });
const invitations = entity({
  type: 'Invitation',
  schema: Invitation,
  key: ({ person, scope }: Pick<Invitation, 'person' | 'scope'>) => key(person, scope),
  list2: ({ scope, person }) => {
    const { list: pk, within } = listOfSeats(scope);
    return { pk: `INVITED#${pk}`, sk: `${within}${person}` };
  },
  card: namesIn(Invited),
});

type Page = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
export const getInvitation = (table: Table, person: string, scope: string) =>
  get(table, invitations, key(person, scope));
/** Many at once, in the order asked. At most 100. */
export const invitationsAt = (table: Table, of: readonly Pick<Invitation, 'person' | 'scope'>[]) =>
  getMany(
    table,
    invitations,
    of.map(({ person, scope }) => key(person, scope)),
  );
export const invitationAt = (person: string, scope: string): Read<Invitation> =>
  readOf(invitations, key(person, scope));
/** Where a person is invited to. */
export const invitationsOf = (table: Table, person: string, page: Page) =>
  list(table, Invitation, undefined, { pk: `PERSON#${person}`, prefix: 'INVITED#', ...page });
/** Whom a place has invited. */
export const invitedTo = (table: Table, scope: string, page: Page) => {
  const { list: pk, within } = listOfSeats(scope);
  return list(table, Invited, 'list2', { pk: `INVITED#${pk}`, ...(within ? { prefix: within } : {}), ...page });
};
/** Whom the districts of a city have invited, by district. */
export const invitedToDistricts = (table: Table, cityCode: string, page: Page) =>
  list(table, Invited, 'list2', { pk: `INVITED#${districtsList(cityCode)}`, ...page });

export const saveInvitation = (invitation: Invitation): Write => save(invitations, invitation);
/** Once: whoever takes it first has it. */
export const removeInvitation = ({ person, scope, version }: Invitation): Write =>
  remove('Invitation', key(person, scope), is('version', version));
