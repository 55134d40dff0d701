import type { AskedCity } from '../opened.ts';

/** Somebody who may be sent, with the name of their seat where it has one. */
export type Visitor = { readonly person: string; readonly personName?: string | undefined };

/** Whom the person here may send to shops of a district: themselves, and for an admin everybody who may go there. */
export const visitorsFor = async (
  { call, place, me, kinds }: AskedCity,
  district: string,
): Promise<readonly Visitor[]> => {
  const own = me?.person ?? '';
  if (!kinds.includes('city-admin')) return [{ person: own }];
  const [members, officers] = await Promise.all([
    call('GET /scopes/{scope}/members', { params: { scope: `city:${place.code}` }, query: { limit: 100 } }),
    call('GET /cities/{city}/district-officers', { params: { city: place.code }, query: { limit: 100 } }),
  ]);
  const may = [...members.items, ...officers.items].filter(
    ({ role, scope }) => role === 'city-admin' || role === 'field-officer' || scope === `district:${district}`,
  );
  return [...new Map([{ person: own }, ...may].map((one): [string, Visitor] => [one.person, one])).values()];
};
