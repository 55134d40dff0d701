import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { Paragraph } from '../basics/text.ts';
import { ComplaintNumber, Outcome } from './complaint.ts';
import { ComplaintCategory, TrackingSecret } from './new-complaint.ts';

export const Verdict = z
  .discriminatedUnion('decision', [
    z.strictObject({
      decision: z.literal('assign'),
      category: ComplaintCategory.optional().describe('Where the reporter chose another'),
      agencyId: AgencyId.optional().describe('Left out: the office of its category'),
    }),
    z.strictObject({
      decision: z.literal('not-ours'),
      reason: Paragraph(500).describe('Whose it is, and where to go'),
    }),
    z.strictObject({ decision: z.literal('duplicate'), of: ComplaintNumber }),
  ])
  .meta({ id: 'ComplaintVerdict' });
export type Verdict = z.infer<typeof Verdict>;

export const NewAnswer = z
  .strictObject({ outcome: Outcome, text: Paragraph(2000).describe('What was done, or why nothing is') })
  .meta({ id: 'NewComplaintAnswer' });
export type NewAnswer = z.infer<typeof NewAnswer>;

export const NewReply = z
  .strictObject({
    secret: TrackingSecret,
    reply: z.enum(['confirm', 'reopen']),
    text: Paragraph(1000).optional().describe('Owed where it is opened again'),
    stars: z.int().min(1).max(5).optional(),
  })
  .refine(({ reply, text }) => reply === 'confirm' || text !== undefined, {
    path: ['text'],
    message: 'Tulis apa yang belum beres.',
  })
  .meta({ id: 'NewComplaintReply' });
export type NewReply = z.infer<typeof NewReply>;
