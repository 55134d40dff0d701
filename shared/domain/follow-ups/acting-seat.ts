import type { Membership } from '../people/caller.ts';

type Held = Pick<Membership, 'scope' | 'role'>;
type Where = { readonly cityCode: string; readonly district: string };

/** The seat by which somebody may look after a shop: an admin's of its city, else an officer's of the district it is in today. */
export const actingSeat = <M extends Held>(
  { memberships }: { readonly memberships: readonly M[] },
  { cityCode, district }: Where,
): M | undefined =>
  memberships.find(({ scope, role }) => role === 'city-admin' && scope === `city:${cityCode}`) ??
  memberships.find(({ scope, role }) => role === 'district-officer' && scope === `district:${district}`);
