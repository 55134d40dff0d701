import * as z from 'zod';
import { cityOf } from '../places/region.ts';
import { idOf, kindOf, Membership, type Role, type Scope, type ScopeKind } from './caller.ts';
import type { Invitation } from './invitation.ts';

/** At most so many places a person can belong to. */
export const MOST_SEATS = 100;
/** At most so many people hold a role in one place. */
export const MOST_MEMBERS = 200;

/** A role as given, which the person holds, or is invited to. */
export const Seat = Membership.extend({
  state: z.enum(['invited', 'held']).describe('Invited: waits for the person’s consent, and gives no right yet'),
  expiresAt: z.string().nullable().describe('Until when an invitation can be accepted'),
}).meta({ id: 'Seat' });
export type Seat = z.infer<typeof Seat>;

export const heldSeat = (membership: Membership): Seat => ({ ...membership, state: 'held', expiresAt: null });
export const invitedSeat = ({ invitedBy, invitedAt, expiresAt, ...seat }: Invitation): Seat => ({
  ...seat,
  grantedBy: invitedBy,
  grantedAt: invitedAt,
  state: 'invited',
  expiresAt,
});

/** The name that a seat is given, where it is given one. */
export const namedAs = (personName: string | undefined): Pick<Membership, 'personName'> =>
  personName === undefined ? {} : { personName };

/** The list in which the officers of all districts of a city stand together. */
export const districtsList = (cityCode: string): string => `districts:${cityCode}`;
/** In which list the seats of a place stand, and behind what: a place's own, but for districts, which have their city's. */
export const listOfSeats = (scope: Scope): { readonly list: string; readonly within: string } =>
  kindOf(scope) === 'district'
    ? { list: districtsList(cityOf(idOf(scope))), within: `${idOf(scope)}#` }
    : { list: scope, within: '' };

const adminRoles: Partial<Record<ScopeKind, Role>> = {
  merchant: 'owner',
  agency: 'approver',
  city: 'city-admin',
  province: 'province-admin',
  country: 'operator',
};

/** Holds the role that can seat others in this place. */
export const isAdmin = ({ scope, role }: { scope: Scope; role: Role }): boolean => adminRoles[kindOf(scope)] === role;

/** A place that must always have an admin. Offices, districts and banks need none of their own: their city can always seat one. */
export const needsAdmin = (scope: Scope): boolean => !['agency', 'district', 'bank'].includes(kindOf(scope));
