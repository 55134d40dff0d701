import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { Person, Scope } from '../../domain/people/caller.ts';
import { CONFIRMATION } from '../../domain/people/erasure-terms.ts';
import type { Routes } from '../route/route.ts';

const Obstacle = z
  .object({
    kind: z.enum(['order', 'money', 'seat']),
    what: z.string().describe('Which order, money or role'),
    mend: z.string().describe('What to do about it'),
    link: z.string().describe('Where, on this site'),
    scope: Scope.nullable().describe(
      'Of a role: the place it is in, to be left by DELETE /scopes/{scope}/members/{person}',
    ),
  })
  .meta({ id: 'ErasureObstacle' });

const MyErasure = z
  .object({
    person: Person,
    state: z.enum(['none', 'waiting', 'begun']),
    askedAt: Instant.nullable(),
    dueAt: Instant.nullable().describe('When it begins; until then it can be taken back'),
    obstacles: z.array(Obstacle).describe('What is to be finished first; nothing is asked for while there is any'),
    goes: z.array(z.string()),
    stays: z.array(z.object({ what: z.string(), reason: z.string(), until: z.string().nullable() })),
    signIn: z.string().describe('Who keeps the sign-in, and who deletes that'),
  })
  .meta({ id: 'MyErasure' });

/** What an account keeps of its person is erased on request (Law 27/2022, articles 8 and 43): asked for, three days, done. */
export const erasure = {
  'GET /me/erasure': {
    operation: 'read-my-erasure',
    summary: 'What stands in the way of erasing my data, what goes, what stays and why, and how far it is',
    access: 'signed-in',
    who: ['signed-in'],
    response: MyErasure,
    rate: 5,
  },
  'POST /me/erasure': {
    operation: 'ask-for-erasure',
    summary: 'Have my data erased in three days; from now on the account takes no order and no role',
    access: 'signed-in',
    who: ['signed-in'],
    body: z
      .strictObject({
        confirm: z.literal(CONFIRMATION, `Ketik ${CONFIRMATION} dengan huruf besar.`).describe('Typed by the person'),
      })
      .meta({ id: 'ErasureConfirmed' }),
    response: MyErasure,
    status: 202,
    problems: ['erasure_hindered'],
    rate: 5,
  },
  'DELETE /me/erasure': {
    operation: 'take-back-erasure',
    summary: 'Take the request back while it waits; the account is as it was',
    access: 'signed-in',
    who: ['signed-in'],
    response: z.null(),
    status: 204,
    problems: ['erasure_begun'],
  },
} as const satisfies Routes;
