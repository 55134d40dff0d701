import type { Choice } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';

export const kindNames = { training: 'Pelatihan', mentoring: 'Pendampingan' } as const;

/** Who can be named as mentor, by account: names are kept by whoever signs people in. */
export const loadMentors = async ({ call, place }: AskedCity): Promise<Choice[]> => {
  const { items } = await call('GET /scopes/{scope}/members', {
    params: { scope: `city:${place.code}` },
    query: { limit: 100 },
  });
  return items.flatMap(({ person, role }): Choice[] => (role === 'mentor' ? [[person, `Akun ${person}`]] : []));
};
