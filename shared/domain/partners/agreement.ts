import * as z from 'zod';
import { Id } from '../basics/id-schema.ts';
import { addDays } from '../basics/month.ts';
import { Day, Instant } from '../basics/month-schema.ts';
import { Line, Name, Paragraph } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { PartnerId } from './partner.ts';

export const AgreementId = Id('agm').meta({ id: 'AgreementId' });
export const ObligationId = Id('obl').meta({ id: 'ObligationId' });
export const DocumentId = Id('doc').meta({ id: 'DocumentId' });

const Document = z
  .object({
    documentId: DocumentId,
    name: Name(80),
    type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
    size: z.int().describe('Bytes'),
    addedAt: Instant,
    by: Person,
  })
  .meta({ id: 'AgreementDocument' });

/** One thing that one of the parties owes, until a day, with what shows that it was done. */
const Obligation = z
  .object({
    obligationId: ObligationId,
    text: Line(300),
    owner: Line(120).describe('`partner`, or one of the offices that take part'),
    dueOn: Day,
    done: z.object({ at: Instant, by: Person, note: z.string(), documentId: DocumentId.nullable() }).nullable(),
  })
  .meta({ id: 'Obligation' });
export type Obligation = z.infer<typeof Obligation>;

const SOONEST = '2000-01-01';
const LATEST = '2100-12-31';
const AgreedDay = Day.refine((day) => day >= SOONEST && day <= LATEST, 'Tulis tanggal antara 2000 dan 2100.');
const terms = {
  number: Line(80).describe('Of the signed paper'),
  title: Line(160),
  parties: z.array(Line(160)).min(2).max(8).describe('Who signed, with the office they signed for'),
  offices: z.array(Line(120)).min(1).max(20).describe('The offices that take part'),
  scope: Paragraph(2000),
  start: AgreedDay,
  end: AgreedDay.describe('The last day it holds'),
  data: z.array(Line(160)).max(20).describe('What the partner agreed to report'),
  closed: z.boolean().default(false).describe('Over, and nobody is reminded of it any more'),
};

/** What a city or a province and a partner agreed (MoU), with everything that follows from it. */
export const Agreement = z
  .object({
    agreementId: AgreementId,
    partnerId: PartnerId,
    brand: z.string(),
    place: z.string(),
    ...terms,
    closed: z.boolean(),
    obligations: z.array(Obligation),
    documents: z.array(Document),
    next: z
      .object({ on: Day, text: z.string().nullable().describe('The obligation; null for the end of the agreement') })
      .nullable()
      .describe('What is due first; null when nothing is'),
    wakeOn: Day.nullable().describe('From when on people are reminded of it'),
    addedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'Agreement' });
export type Agreement = z.infer<typeof Agreement>;

/** What a list shows of it. */
export const AgreementCard = Agreement.pick({
  agreementId: true,
  partnerId: true,
  brand: true,
  place: true,
  number: true,
  title: true,
  start: true,
  end: true,
  closed: true,
  next: true,
  wakeOn: true,
}).meta({ id: 'AgreementCard' });
export type AgreementCard = z.infer<typeof AgreementCard>;

const ObligationTerms = z.strictObject({
  obligationId: ObligationId.optional().describe('Of one that is there already'),
  text: Obligation.shape.text,
  owner: Obligation.shape.owner,
  dueOn: AgreedDay,
});
export const AgreementTerms = z
  .strictObject({ ...terms, obligations: z.array(ObligationTerms).max(40).default([]) })
  .refine(({ start, end }) => start <= end, { path: ['end'], message: 'Tanggal berakhir sebelum tanggal mulai.' })
  .superRefine(({ obligations, offices }, context) => {
    for (const [at, { owner }] of obligations.entries())
      if (owner !== 'partner' && !offices.includes(owner))
        context.addIssue({
          code: 'custom',
          path: ['obligations', at, 'owner'],
          message: 'Pilih mitra atau salah satu dinas yang terlibat.',
        });
  })
  .meta({ id: 'AgreementTerms' });
export type AgreementTerms = z.infer<typeof AgreementTerms>;

export const Fulfilment = z
  .discriminatedUnion('done', [
    z.strictObject({
      done: z.literal(true),
      note: Line(300).describe('What shows it'),
      documentId: DocumentId.optional().describe('The paper that shows it'),
    }),
    z.strictObject({ done: z.literal(false), note: Line(300).describe('Why it is open again') }),
  ])
  .meta({ id: 'Fulfilment' });
export type Fulfilment = z.infer<typeof Fulfilment>;

/** So long before its end a city begins to talk about what comes after it, and before an obligation it asks how far it is. */
const END_DAYS = 60;
const DUE_DAYS = 14;

/** What is due first and from when on people are reminded. */
export const remindersOf = ({
  closed,
  end,
  obligations,
}: Pick<Agreement, 'closed' | 'end' | 'obligations'>): Pick<Agreement, 'next' | 'wakeOn'> => {
  if (closed) return { next: null, wakeOn: null };
  const open = obligations.filter(({ done }) => done === null);
  const due = [...open.map(({ dueOn, text }) => ({ on: dueOn, text })), { on: end, text: null }];
  const next = due.reduce((first, one) => (one.on < first.on ? one : first));
  const wakes = [addDays(end, -END_DAYS), ...open.map(({ dueOn }) => addDays(dueOn, -DUE_DAYS))];
  return { next, wakeOn: wakes.reduce((first, one) => (one < first ? one : first)) };
};
