import type { Invitation } from '../people/invitation.ts';
import { roleNames } from '../people/role-names.ts';
import type { Subject } from './next-notice.ts';

/** Which invitation an event is of: whose, to where, and made when. */
export type OfferedSeat = Pick<Invitation, 'person' | 'scope' | 'invitedAt'>;

/**
 * An invitation says to one person that a role waits for them, until it is answered, withdrawn or runs out. It leaves nothing
 * behind when it is gone, so its version is the instant it was made, and one more once it is no longer there: an invitation
 * made later is always newer.
 */
export const seatSubject = (
  offered: OfferedSeat,
  invitation: Invitation | undefined,
  cityCode: string | null,
): Subject => {
  const { person, scope, invitedAt } = invitation ?? offered;
  const made = Date.parse(invitedAt) * 2;
  const shared = { side: 'invited', audience: { person }, link: '/akun/' } as const;
  return {
    id: `seat ${scope} ${person}`,
    cityCode,
    version: invitation ? made : made + 1,
    messages: [
      invitation
        ? {
            ...shared,
            topic: 'seat-offered',
            at: invitedAt,
            until: invitation.expiresAt,
            by: invitation.invitedBy,
            facts: { name: invitation.name, goods: roleNames[invitation.role] ?? '' },
          }
        : { ...shared, topic: null, at: invitedAt, by: person, facts: {} },
    ],
  };
};
