import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { derivedId } from '../basics/id.ts';
import { Id } from '../basics/id-schema.ts';
import { type Instant, later } from '../basics/month.ts';
import { Membership, Person, Role } from './caller.ts';
import { isAdmin } from './seat.ts';

/** Whoever is sent a link has it for so long; an invitation to an account lasts longer, because only that account can take it. */
const LINK_MS = 3 * 86_400_000;
export const linkExpiry = (at: Instant): Instant => later(at, LINK_MS);

export const LinkId = Id('lnk').meta({ id: 'LinkId' });
/** What a link carries and nothing keeps: 128 random bits. It travels in bodies and behind a #, never in a path. */
export const LinkToken = z
  .string()
  .regex(/^tkn_[0-9a-hjkmnp-tv-z]{26}$/, 'Buka lagi tautan undangan seperti yang Anda terima.')
  .meta({ id: 'LinkToken' });

/** A role that whoever opens the link first may take, once. */
export const InvitationLink = z
  .object({
    linkId: LinkId,
    scope: Membership.shape.scope,
    role: Role,
    city: Membership.shape.city,
    name: Membership.shape.name,
    personName: Membership.shape.personName,
    invitedBy: Person,
    invitedAt: z.string(),
    expiresAt: z.string(),
    version: z.int(),
  })
  .meta({ id: 'InvitationLink' });
export type InvitationLink = z.infer<typeof InvitationLink>;

/** The id of a link is the hash of its token: who reads the table cannot open it. */
export const linkIdOf = (token: string): string => derivedId('lnk', token);

/** A link is good for anyone who holds it; a role that seats others is offered to an account only. */
export const requireLinkable = (scope: string, role: Role): void => {
  if (isAdmin({ scope, role }))
    throw new Problem('invalid_request', 'Peran ini bisa menunjuk orang lain; undang langsung akunnya.', [
      { pointer: '/role', detail: 'Tidak lewat tautan.' },
    ]);
};
