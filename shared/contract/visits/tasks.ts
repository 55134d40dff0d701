import * as z from 'zod';
import { AgencyId } from '../../domain/agencies/agency.ts';
import { CityCode } from '../../domain/places/region.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import {
  TaskAssignment,
  TaskId,
  TaskProof,
  TaskReopening,
  VisitTask,
  VisitTaskCard,
} from '../../domain/visits/task.ts';
import { Visit, VisitCard } from '../../domain/visits/visit.ts';
import { VisitRecord } from '../../domain/visits/visit-record.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';
import { VisitPicture } from './picture.ts';

const OfTask = z.object({ merchantId: MerchantId, taskId: TaskId });
const Waits = z.strictObject({ waits: z.enum(['city', 'office', 'over']).default('city'), ...Paging });
const Late = { late: z.boolean() };
/** How an office reaches the shop that it is to help. */
const Reached = { address: z.string(), phone: z.string() };

/** A need as its shop sees it: no officer by account, and the picture of what was done. */
const OwnTask = VisitTask.pick({
  taskId: true,
  kind: true,
  text: true,
  state: true,
  agencyName: true,
  dueOn: true,
  reopened: true,
})
  .extend({
    ...Late,
    proof: z
      .object({ text: z.string(), at: z.string(), picture: VisitPicture.omit({ hash: true }).nullable() })
      .nullable(),
    mayReopen: z.boolean(),
  })
  .meta({ id: 'OwnVisitTask' });

const moves = ['visit_not_found', 'visit_moved_on', 'version_mismatch', 'changed_meanwhile'] as const;

/** What makers need, found on visits: given to an office with a day, done with a proof, opened again by the shop. */
export const visitTasks = {
  'GET /cities/{city}/visit-tasks': {
    operation: 'list-visit-tasks',
    summary: 'What makers need, by whom it waits for, oldest first',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: z.object({ city: CityCode }),
    query: Waits,
    response: Paged(VisitTaskCard.extend(Late)),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /agencies/{agencyId}/visit-tasks': {
    operation: 'list-office-visit-tasks',
    summary: 'What an office was given to do for makers, and how it reaches them',
    access: 'signed-in',
    who: ['approver', 'buyer'],
    params: z.object({ agencyId: AgencyId }),
    query: Waits,
    response: Paged(VisitTaskCard.extend(Late).extend(Reached)),
    problems: ['agency_not_found', 'malformed_cursor'],
  },
  'GET /merchants/{merchantId}/visits': {
    operation: 'list-shop-visits',
    summary: 'The visits a shop had, what was written down, and what became of each need',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: z.object({ merchantId: MerchantId }),
    query: z.strictObject(Paging),
    response: Paged(
      VisitCard.pick({ visitId: true, day: true, visitorName: true }).extend({
        record: VisitRecord.omit({ place: true }).nullable(),
        corrections: z.array(Visit.shape.corrections.unwrap().element.omit({ by: true })),
        pictures: z.array(VisitPicture),
        tasks: z.array(OwnTask),
      }),
    ),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'POST /merchants/{merchantId}/tasks/{taskId}/assign': {
    operation: 'assign-visit-task',
    summary: 'The city gives a need to an office, with the day until when',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfTask,
    body: TaskAssignment,
    response: VisitTask,
    problems: ['agency_not_found', 'not_allowed', 'date_not_possible', ...moves],
  },
  'POST /merchants/{merchantId}/tasks/{taskId}/done': {
    operation: 'finish-visit-task',
    summary: 'The office, or the city where no office has it, says what was done',
    access: 'signed-in',
    who: ['city-admin', 'approver', 'buyer'],
    params: OfTask,
    body: TaskProof,
    response: VisitTask,
    problems: moves,
  },
  'POST /merchants/{merchantId}/tasks/{taskId}/reopen': {
    operation: 'reopen-visit-task',
    summary: 'The shop, or the city, says what is still missing; at most three times',
    access: 'signed-in',
    who: ['owner', 'staff', 'city-admin'],
    params: OfTask,
    body: TaskReopening,
    response: VisitTask.pick({ taskId: true, state: true, reopened: true }),
    problems: ['limit_reached', ...moves],
  },
} as const satisfies Routes;
