import { type Caller, isHelper, isUnconfirmed, type Membership } from '../../../shared/domain/people/caller.ts';
import { Problem } from '../../../shared/problem.ts';

/**
 * Who acts in an owner's place may call the owner in, and never put the owner out or lower; nor may whom they called in one
 * whose place is sure.
 */
export const requireNotOverOwner = (caller: Caller, seat: Membership): void => {
  const { scope, person, role, helperName, unconfirmed } = seat;
  if (role !== 'owner' || helperName !== undefined || person === caller.person) return;
  if (isHelper(caller, scope))
    throw new Problem('not_allowed', 'Anda mendampingi toko ini. Hanya pemilik yang mengubah peran pemilik.');
  if (isUnconfirmed(caller, scope) && !unconfirmed)
    throw new Problem(
      'not_allowed',
      'Kota belum memastikan bahwa Anda pemiliknya. Peran pemilik lain tidak Anda ubah.',
    );
};
