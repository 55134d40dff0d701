import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { Instant } from '../basics/month-schema.ts';
import { ungrouped } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { ComplaintCategory, NewComplaint } from './new-complaint.ts';
import { type ComplaintState as Code, stateWords } from './states.ts';

export const ComplaintState = z.enum(Object.keys(stateWords) as [Code]).meta({ id: 'ComplaintState' });

/** The number of a complaint, as people read it to each other: ten letters and digits, written `k7qm2-xpa9r` or not. */
export const ComplaintNumber = z
  .string()
  .overwrite((typed) => ungrouped(typed).toLowerCase())
  .regex(/^[0-9a-hjkmnp-tv-z]{10}$/, 'Tulis nomor pengaduan seperti di bukti terima: 10 huruf dan angka.')
  .meta({ id: 'ComplaintNumber', example: 'k7qm2xpa9r' });

/** Where it is, as the tool of another programme measured it; the market's own form asks for words. */
export const ComplaintPlace = z
  .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
  .meta({ id: 'ComplaintPlace' });
export type ComplaintPlace = z.infer<typeof ComplaintPlace>;

export const Channel = z.enum(['web', 'phone', 'whatsapp', 'desk', 'open311']).meta({ id: 'ComplaintChannel' });
export const Outcome = z.enum(['fixed', 'not-fixed']).meta({ id: 'ComplaintOutcome' });

export const Step = z.object({
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
