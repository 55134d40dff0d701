import * as z from 'zod';
import { type Instant, later } from '../basics/month.ts';
import { cityOf } from '../places/region.ts';
import { idOf, kindOf, Membership, Person, Role, type Scope, type ScopeKind } from './caller.ts';

/** At most so many places a person can belong to. */
export const MOST_SEATS = 100;
/** At most so many people hold a role in one place. */
export const MOST_MEMBERS = 200;
/** At most so many invitations of one place wait for an answer: a place is not a way to write to strangers. */
export const MOST_INVITED = 20;
/** Who has not consented by then is no longer asked. */
const INVITED_MS = 14 * 86_400_000;

/**
 * A role in a place that waits for the person's consent: it gives no right, and takes none away. Nobody can be made a
 * member of anything by somebody else alone.
 */
export const Invitation = z
  .object({
    person: Person,
    scope: Membership.shape.scope,
    role: Role,
    city: Membership.shape.city,
    name: Membership.shape.name,
    personName: Membership.shape.personName,
    invitedBy: Person,
    invitedAt: z.string(),
    expiresAt: z.string().describe('Consent is possible until then'),
    version: z.int(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

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

export const expiryOf = (invitedAt: Instant): Instant => later(invitedAt, INVITED_MS);
export const isOpenInvitation = ({ expiresAt }: Pick<Invitation, 'expiresAt'>, now: Instant): boolean =>
  now < expiresAt;

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
