import { idOf, kindOf, type Membership } from '../../shared/domain/people/caller.ts';
import { consentEnded } from '../../shared/domain/stories/moves.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import { getStory, saveStory } from '../../shared/table/stories.ts';
import { endedBankConsents } from '../reads/bank-consents.ts';
import type { World } from '../world.ts';

/**
 * Takes a shop's story back, and a bank's sight of its months, when the owner whose consent it stands by is one no more: nobody
 * else may consent for them, and they themselves could take it back no longer. Nothing where another owner consented, or nobody did.
 */
export const endedConsent = async (world: World, { scope, role, person }: Membership): Promise<Write[]> => {
  if (kindOf(scope) !== 'merchant' || role !== 'owner') return [];
  const [story, banks] = await Promise.all([
    getStory(world.table, idOf(scope)),
    endedBankConsents(world, idOf(scope), person),
  ]);
  const after = story && consentEnded(story, { at: world.now(), by: person });
  return [...(after && after !== story ? [saveStory(after)] : []), ...banks];
};
