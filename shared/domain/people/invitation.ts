import * as z from 'zod';
import { type Instant, later } from '../basics/month.ts';
import { Membership, Person, Role } from './caller.ts';

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

export const expiryOf = (invitedAt: Instant): Instant => later(invitedAt, INVITED_MS);
export const isOpenInvitation = ({ expiresAt }: Pick<Invitation, 'expiresAt'>, now: Instant): boolean =>
  now < expiresAt;
