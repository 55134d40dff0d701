import { idOf, kindOf, type People } from '../../shared/domain/people/caller.ts';
import { heldSeat, invitedSeat, type Seat } from '../../shared/domain/people/seat.ts';
import { invitationsAt, invitedTo, invitedToDistricts } from '../../shared/table/people/invitations.ts';
import { districtMembersOf, membersOf, seatsOf } from '../../shared/table/people/memberships.ts';
import { expectCity, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { calledIn } from '../reads/called-in.ts';
import type { World } from '../world.ts';
import { expectSeatsReadable } from './scopes.ts';

/** Seats as a list names them, each as it is now, with one call; who has none any more is left out. */
const seatsIn = async ({ table }: World, named: readonly Pick<Seat, 'person' | 'scope'>[], state: Seat['state']) => {
  const found =
    state === 'held'
      ? (await seatsOf(table, named)).map((seat) => seat && heldSeat(seat))
      : (await invitationsAt(table, named)).map((invitation) => invitation && invitedSeat(invitation));
  return found.filter((seat) => seat !== undefined);
};

/** Who gave these seats; who holds each stands with it. A shop is told of nobody who works for the city. */
const grantersOf = async (world: World, scope: string, seats: readonly Seat[]): Promise<People> => {
  if (kindOf(scope) === 'merchant') return {};
  const by = seats.map(({ grantedBy }) => grantedBy);
  return calledIn(world, seats[0]?.city ?? idOf(scope), by);
};

export const listMembers = endpoint('GET /scopes/{scope}/members', async ({ params, query, caller }, world) => {
  const { scope } = params;
  await expectSeatsReadable(world, caller, scope);
  const { state, ...paging } = query;
  const list = await page(world, `members ${scope} ${state}`, paging, async (request) => {
    const entries = state === 'held' ? membersOf : invitedTo;
    const { items, next } = await entries(world.table, scope, request);
    return { items: await seatsIn(world, items, state), next };
  });
  return { ...list, people: await grantersOf(world, scope, list.items) };
});

/** Everybody who officers a district of the city, by district: a city has as many as fifty of those. */
export const listDistrictOfficers = endpoint('GET /cities/{city}/district-officers', async (ask, world) => {
  const { cityCode } = await expectCity(world, ask.params.city);
  requireCityReader(ask.caller, cityCode);
  const { state, ...paging } = ask.query;
  const list = await page(world, `district officers ${cityCode} ${state}`, paging, async (request) => {
    const entries = state === 'held' ? districtMembersOf : invitedToDistricts;
    const { items, next } = await entries(world.table, cityCode, request);
    return { items: await seatsIn(world, items, state), next };
  });
  return { ...list, people: await grantersOf(world, `city:${cityCode}`, list.items) };
});
