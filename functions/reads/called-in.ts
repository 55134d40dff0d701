import {
  type Called,
  kindOf,
  type Membership,
  type People,
  type ScopeKind,
} from '../../shared/domain/people/caller.ts';
import { COUNTRY, provinceOf } from '../../shared/domain/places/region.ts';
import { membershipsOf } from '../../shared/table/people/memberships.ts';
import type { World } from '../world.ts';
import { inParallel } from './in-parallel.ts';

/** A page tells of few people, again and again; who comes after these stands there by account. */
const MOST_CALLED = 50;
const AT_ONCE = 8;

/** As what somebody is told of first, of all that they are at a place. */
const order: readonly ScopeKind[] = [
  'city',
  'district',
  'agency',
  'bank',
  'partner',
  'province',
  'country',
  'merchant',
];
const rank = ({ scope }: Membership): number => order.indexOf(kindOf(scope));

/** Seats in a place and above it: what somebody is to another city is not this one's to read. */
const seatsAt = (seats: readonly Membership[], place: string): Membership[] => {
  const above = ['country', ...(place === COUNTRY ? [] : [`province:${provinceOf(place)}`])];
  return seats.filter(({ scope, city }) => city === place || above.includes(scope)).sort((a, b) => rank(a) - rank(b));
};

/** A shop's people are named for their shop alone: to a city they are what they are there. */
const calledBy = ([seat]: readonly Membership[]): Called => ({
  name: seat && kindOf(seat.scope) !== 'merchant' ? (seat.personName ?? null) : null,
  role: seat?.role ?? null,
});

/** Who accounts are to the people of a city (`35.73`), a province (`35`) or the country: a name and a role of theirs there. */
export const calledIn = async ({ table }: World, place: string, accounts: readonly string[]): Promise<People> => {
  const people: Record<string, Called> = {};
  const distinct = [...new Set(accounts)].slice(0, MOST_CALLED);
  await inParallel(distinct, AT_ONCE, async (account) => {
    people[account] = calledBy(seatsAt(await membershipsOf(table, account, { consistent: false }), place));
  });
  return people;
};
