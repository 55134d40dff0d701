import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { Complaint, Outcome, Step } from './complaint.ts';

/** What its reporter sees: no officer by account, everything that was said to them. */
export const TrackedComplaint = Complaint.pick({
  number: true,
  cityCode: true,
  kind: true,
  category: true,
  text: true,
  address: true,
  secret: true,
  receivedAt: true,
  state: true,
  agencyName: true,
  dueAt: true,
  duplicateOf: true,
  stars: true,
})
  .extend({
    answer: z.object({ outcome: Outcome, text: z.string(), at: Instant }).nullable(),
    steps: z.array(Step.omit({ by: true })),
    mayReopen: z.boolean(),
  })
  .meta({ id: 'TrackedComplaint' });
