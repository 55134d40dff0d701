import * as z from 'zod';
import { Membership, Person, Role, Scope } from '../domain/people/caller.ts';
import { Paged, Paging } from './paging.ts';
import type { Routes } from './route.ts';

const OfScope = z.object({ scope: Scope });
const OfMember = OfScope.extend({ person: Person });

/** Who may do what, where. Roles live here, never in a token. */
export const people = {
  'GET /me': {
    operation: 'read-me',
    summary: 'Who I am and what I may do',
    access: 'signed-in',
    who: ['signed-in'],
    response: z.object({ person: Person, memberships: z.array(Membership) }),
  },
  'GET /scopes/{scope}/members': {
    operation: 'list-members',
    summary: 'Who holds a role in a shop, office, city or province',
    access: 'signed-in',
    who: ['owner', 'approver', 'city-admin', 'province-admin', 'operator'],
    params: OfScope,
    query: z.strictObject(Paging),
    response: Paged(Membership),
    problems: ['not_found', 'malformed_cursor'],
  },
  'PUT /scopes/{scope}/members/{person}': {
    operation: 'grant-membership',
    summary: 'Give a person a role; one role per person and place',
    access: 'signed-in',
    who: ['owner', 'approver', 'city-admin', 'province-admin', 'operator'],
    params: OfMember,
    body: z.strictObject({ role: Role }).meta({ id: 'NewMembership' }),
    response: Membership,
    problems: ['not_found', 'invalid_request', 'last_admin'],
  },
  'DELETE /scopes/{scope}/members/{person}': {
    operation: 'revoke-membership',
    summary: 'Take a role away, at once',
    access: 'signed-in',
    who: ['owner', 'approver', 'city-admin', 'province-admin', 'operator'],
    params: OfMember,
    response: z.null(),
    status: 204,
    problems: ['not_found', 'membership_not_found', 'last_admin'],
  },
} as const satisfies Routes;
