import { membershipsOf } from '../../shared/table/people/memberships.ts';
import { endpoint } from '../http/endpoint.ts';

export const readMe = endpoint('GET /me', async ({ caller }, { table }) => ({
  person: caller.person,
  memberships: await membershipsOf(table, caller.person),
}));
