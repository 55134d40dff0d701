import type { Call } from '../../../entry/client.ts';

export type OfficeSeat = { readonly agencyId: string; readonly name: string };

/** The offices of this city that a person may order for. */
export const officeSeats = async (call: Call, cityCode: string): Promise<OfficeSeat[]> => {
  const { memberships } = await call('GET /me');
  return memberships
    .filter(({ role, city, scope }) => city === cityCode && scope.startsWith('agency:') && role !== 'treasurer')
    .map(({ scope, name }) => ({ agencyId: scope.slice('agency:'.length), name }));
};
