import type { Choice } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';
import { seatWords } from '../people/who.tsx';

export const kindNames = { training: 'Pelatihan', mentoring: 'Pendampingan' } as const;

/** Who can be named as mentor. */
export const loadMentors = async ({ call, place }: AskedCity): Promise<Choice[]> => {
  const { items } = await call('GET /scopes/{scope}/members', {
    params: { scope: `city:${place.code}` },
    query: { limit: 100 },
  });
  return items.flatMap((seat): Choice[] => (seat.role === 'mentor' ? [[seat.person, seatWords(seat)]] : []));
};
