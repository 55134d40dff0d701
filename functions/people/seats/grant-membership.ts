import { requireRoleFits } from '../../../shared/domain/people/caller.ts';
import { getMembership } from '../../../shared/table/people/memberships.ts';
import { endpoint } from '../../http/endpoint.ts';
import { expectSeatable } from '../scopes.ts';
import { change } from './change-seat.ts';
import { offer } from './offer-seat.ts';

export const grantMembership = endpoint('PUT /scopes/{scope}/members/{person}', async (ask, world) => {
  const { scope, person } = ask.params;
  const facts = await expectSeatable(world, ask.caller, scope);
  requireRoleFits(scope, ask.body.role);
  const before = await getMembership(world.table, person, scope);
  return before ? change(ask, world, before) : offer(ask, world, facts);
});
