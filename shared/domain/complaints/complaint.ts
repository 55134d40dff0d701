import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { Instant } from '../basics/month-schema.ts';
import { Line, Name, Paragraph, ungrouped } from '../basics/text.ts';
import { Phone } from '../basics/typed/phone.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { type ComplaintState as Code, type ComplaintCategoryCode, complaintCategories, stateWords } from './states.ts';

export const ComplaintState = z.enum(Object.keys(stateWords) as [Code]).meta({ id: 'ComplaintState' });
export const ComplaintCategory = z
  .enum(Object.keys(complaintCategories) as [ComplaintCategoryCode])
  .meta({ id: 'ComplaintCategory' });

/** The number of a complaint, as people read it to each other: ten letters and digits, written `k7qm2-xpa9r` or not. */
export const ComplaintNumber = z
  .string()
  .overwrite((typed) => ungrouped(typed).toLowerCase())
  .regex(/^[0-9a-hjkmnp-tv-z]{10}$/, 'Tulis nomor pengaduan seperti di bukti terima: 10 huruf dan angka.')
  .meta({ id: 'ComplaintNumber', example: 'k7qm2xpa9r' });

/** What its reporter alone knows; who has it reads and answers for them. */
export const TrackingSecret = z
  .string()
  .max(40)
  .overwrite((typed) => ungrouped(typed).toLowerCase())
  .regex(/^[0-9a-z]{12}$/, 'Tulis kode rahasia seperti di bukti terima: 12 huruf dan angka.')
  .meta({ id: 'TrackingSecret' });

const Reporter = z.strictObject({ name: Name(80).nullable(), phone: Phone.nullable() });

export const NewComplaint = z
  .strictObject({
    kind: z.enum(['problem', 'aspiration', 'question']).default('problem'),
    category: ComplaintCategory,
    text: Paragraph(4000),
    address: Line(200).nullable().default(null).describe('Where it is, in words'),
    reporter: Reporter.nullable().default(null).describe('Null is anonymous: nobody keeps who it was'),
    secret: z.boolean().default(false).describe('Read by the city and its office alone, in no public list'),
  })
  .meta({ id: 'NewComplaint' });
export type NewComplaint = z.infer<typeof NewComplaint>;

/** Where it is, as the tool of another programme measured it; the market's own form asks for words. */
export const ComplaintPlace = z
  .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
  .meta({ id: 'ComplaintPlace' });
export type ComplaintPlace = z.infer<typeof ComplaintPlace>;

export const Channel = z.enum(['web', 'phone', 'whatsapp', 'desk', 'open311']).meta({ id: 'ComplaintChannel' });
export const Outcome = z.enum(['fixed', 'not-fixed']).meta({ id: 'ComplaintOutcome' });

const Step = z.object({
  state: ComplaintState,
  at: Instant,
  by: Person.nullable().describe('Null for the reporter'),
  note: z.string().nullable(),
});

/** What somebody complains of, asks or wishes of a city, from its arrival to its end. */
export const Complaint = z
  .object({
    number: ComplaintNumber,
    cityCode: CityCode,
    channel: Channel,
    kind: NewComplaint.shape.kind,
    category: ComplaintCategory,
    text: z.string(),
    address: z.string().nullable(),
    place: ComplaintPlace.nullable().default(null),
    reporter: z.object({ name: z.string().nullable(), phone: z.string().nullable() }).nullable(),
    secret: z.boolean(),
    receivedAt: Instant,
    state: ComplaintState,
    agencyId: AgencyId.nullable(),
    agencyName: z.string().nullable(),
    dueAt: Instant.nullable().describe('Until when whoever it waits for has to do something; null once it is over'),
    answer: z.object({ outcome: Outcome, text: z.string(), at: Instant, by: Person }).nullable(),
    duplicateOf: ComplaintNumber.nullable(),
    stars: z.int().min(1).max(5).nullable(),
    reopened: z.int().describe('How often'),
    steps: z.array(Step),
    updatedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Complaint' });
export type Complaint = z.infer<typeof Complaint>;

/** What a list for officers shows. */
export const ComplaintCard = Complaint.pick({
  number: true,
  cityCode: true,
  category: true,
  kind: true,
  text: true,
  secret: true,
  receivedAt: true,
  state: true,
  agencyId: true,
  agencyName: true,
  dueAt: true,
  answer: true,
  address: true,
  updatedAt: true,
  place: true,
}).meta({ id: 'ComplaintCard' });
export type ComplaintCard = z.infer<typeof ComplaintCard>;

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
