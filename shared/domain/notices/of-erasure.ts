import type { Erasure } from '../people/erasure.ts';
import type { Subject } from './next-notice.ts';

/** Which request an event is of: whose, and made when. */
export type AskedErasure = Pick<Erasure, 'person' | 'askedAt'>;

/**
 * That an account is to be erased is news to its person, on every browser of theirs: whoever asked may have been somebody
 * else with their session. Gone with the request; one made later is newer.
 */
export const erasureSubject = (asked: AskedErasure, erasure: Erasure | undefined): Subject => {
  const { person, askedAt } = erasure ?? asked;
  const made = Date.parse(askedAt) * 2;
  return {
    id: `erasure ${person}`,
    cityCode: null,
    version: erasure ? made : made + 1,
    messages: [
      {
        side: 'asked',
        audience: { person },
        link: '/akun/hapus',
        facts: {},
        topic: erasure ? 'erasure-asked' : null,
        at: askedAt,
        by: '',
      },
    ],
  };
};
