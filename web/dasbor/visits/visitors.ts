import type { AskedCity } from '../opened.ts';

/** Whom the person here may send to shops of a district: themselves, and for an admin everybody who may go there. */
export const visitorsFor = async (
  { call, place, me, kinds }: AskedCity,
  district: string,
): Promise<readonly string[]> => {
  const own = me?.person ?? '';
  if (!kinds.includes('city-admin')) return [own];
  const [members, officers] = await Promise.all([
    call('GET /scopes/{scope}/members', { params: { scope: `city:${place.code}` }, query: { limit: 100 } }),
    call('GET /cities/{city}/district-officers', { params: { city: place.code }, query: { limit: 100 } }),
  ]);
  const may = [...members.items, ...officers.items].filter(
    ({ role, scope }) => role === 'city-admin' || role === 'field-officer' || scope === `district:${district}`,
  );
  return [...new Set([own, ...may.map(({ person }) => person)])];
};
