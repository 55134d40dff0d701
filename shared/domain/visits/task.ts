import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { Id } from '../basics/id-schema.ts';
import { Day, Instant } from '../basics/month-schema.ts';
import { Paragraph } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { VisitId } from './new-visit.ts';
import { type TaskStateCode, taskStateWords } from './task-states.ts';
import { NewVisitRecord } from './visit-record.ts';

export const TaskId = Id('tsk').meta({ id: 'VisitTaskId' });
const TaskState = z.enum(Object.keys(taskStateWords) as [TaskStateCode]).meta({ id: 'VisitTaskState' });

/** What one maker needs, found on a visit, until somebody has given it and shown so. */
export const VisitTask = z
  .object({
    taskId: TaskId,
    visitId: VisitId,
    merchantId: MerchantId,
    cityCode: CityCode,
    name: z.string().describe('Of the shop'),
    district: z.string(),
    kind: NewVisitRecord.shape.needs.element.shape.kind,
    text: z.string(),
    shared: z.boolean().describe('The shop’s people agree that an office reads it'),
    state: TaskState,
    agencyId: AgencyId.nullable(),
    agencyName: z.string().nullable(),
    dueOn: Day.nullable(),
    proof: z
      .object({ text: z.string(), photoId: z.string().nullable(), at: Instant, by: Person })
      .nullable()
      .describe('What was done'),
    photoId: z.string().nullable().describe('A picture that waits to be the proof’s'),
    reopened: z.int().describe('How often'),
    steps: z.array(z.object({ state: TaskState, at: Instant, by: Person.nullable(), note: z.string().nullable() })),
    createdAt: Instant,
    updatedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'VisitTask' });
export type VisitTask = z.infer<typeof VisitTask>;

/** What lists show. */
export const VisitTaskCard = VisitTask.omit({
  steps: true,
  proof: true,
  photoId: true,
  shared: true,
  version: true,
}).meta({
  id: 'VisitTaskCard',
});
export type VisitTaskCard = z.infer<typeof VisitTaskCard>;

export const TaskAssignment = z
  .strictObject({ agencyId: AgencyId, dueOn: Day.describe('Until when it should be done') })
  .meta({ id: 'VisitTaskAssignment' });
export type TaskAssignment = z.infer<typeof TaskAssignment>;

export const TaskProof = z
  .strictObject({ text: Paragraph(500).describe('What was done, to be read by the shop') })
  .meta({ id: 'VisitTaskProof' });

export const TaskReopening = z
  .strictObject({ reason: Paragraph(500).describe('What is still missing') })
  .meta({ id: 'VisitTaskReopening' });
