import * as z from 'zod';
import { AgencyId } from '../domain/agencies/agency.ts';
import { Instant, Month } from '../domain/basics/month-schema.ts';
import { Line } from '../domain/basics/text.ts';
import { CityCode } from '../domain/places/region.ts';
import { Nip } from '../domain/targets/nip.ts';
import { Goal, NewGoal, OfficeParticipation } from '../domain/targets/participation.ts';
import {
  NewProof,
  OwnProof,
  ProofCard,
  ProofDecision,
  ProofId,
  PurchaseProof,
} from '../domain/targets/purchase-proof.ts';
import { Download } from './route/download.ts';
import { OfficePaging, Paged, Paging } from './route/paging.ts';
import type { Kind, Routes } from './route/route.ts';
import { SheetMode, sheetFlaws, sheetProblems, sheetSent } from './route/sheet.ts';

const OfCity = z.object({ city: CityCode });
const OfMonth = OfCity.extend({ month: Month });
const city = ['city-admin', 'inspectorate'] as const satisfies readonly Kind[];

export const ParticipationFile = z
  .enum(['partisipasi-asn.xlsx', 'partisipasi-asn.csv'], 'Pilih partisipasi-asn.xlsx atau partisipasi-asn.csv.')
  .meta({ id: 'ParticipationFile' });
export type ParticipationFile = z.infer<typeof ParticipationFile>;

export const Participation = z
  .object({
    city: CityCode,
    month: Month,
    at: Instant,
    running: z.boolean().describe('Not over yet: numbers of people are in steps of five'),
    goalPercent: z.int().nullable().describe('What the city asks of each office; null where it asked nothing yet'),
    goal: Goal.nullable().describe('As it was set for this very month'),
    total: z
      .object({ members: z.int(), participants: z.int().nullable(), share: z.number().nullable() })
      .describe('So many at least: of offices that are not told, in steps of five'),
    offices: z.array(OfficeParticipation).describe('Offices whose people are on the list'),
  })
  .meta({ id: 'Participation' });
export type Participation = z.infer<typeof Participation>;

/** The same as it is told: the offices a page at a time, those with the largest share first. */
const ParticipationPage = Participation.omit({ offices: true })
  .extend({ officeCount: z.int().describe('All whose people are on the list'), ...Paged(OfficeParticipation).shape })
  .meta({ id: 'ParticipationPage' });

/** Monthly goals of a city, how many of each office's people buy from small businesses, and proofs of purchases elsewhere. */
export const targets = {
  'GET /cities/{city}/participation/{month}': {
    operation: 'read-participation',
    summary: 'How many of each office’s people bought from a small business in a month, where that tells of nobody',
    access: 'signed-in',
    who: [...city],
    params: OfMonth,
    query: z.strictObject(OfficePaging),
    response: ParticipationPage,
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor', 'being_prepared'],
  },
  'GET /cities/{city}/participation/{month}/{file}': {
    operation: 'print-participation',
    summary: 'The same to calculate with',
    access: 'signed-in',
    who: [...city],
    params: OfMonth.extend({ file: ParticipationFile }),
    produces: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
    response: Download,
    problems: ['city_not_found', 'not_allowed', 'being_prepared'],
    rate: 5,
  },
  'PUT /cities/{city}/participation-goals/{month}': {
    operation: 'set-goal',
    summary: 'The city sets what it asks of its offices from a month on; a month that has begun keeps its goal',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfMonth,
    body: NewGoal,
    response: Goal,
    problems: ['city_not_found', 'not_allowed', 'month_invalid', 'version_mismatch'],
  },
  'POST /cities/{city}/civil-servants/import': {
    operation: 'import-civil-servants',
    summary:
      'Read who works in which office from a sheet (XLSX or CSV, at most 4 MB): numbers are kept as keyed hashes alone, names ' +
      'are not read. Written when asked; the same file again changes nothing',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    query: z.strictObject({
      mode: SheetMode,
    }),
    ...sheetSent,
    response: z.object({
      rows: z.int(),
      added: z.int(),
      removed: z.int(),
      unchanged: z.int(),
      written: z.boolean(),
      ...sheetFlaws,
    }),
    problems: ['city_not_found', 'not_allowed', ...sheetProblems],
    rate: 2,
  },
  'POST /cities/{city}/civil-servants/release': {
    operation: 'release-civil-servant',
    summary: 'The city takes a number from the account that said it is theirs, so that its holder can join',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: z.strictObject({ nip: Nip, reason: Line(200) }),
    response: z.object({ released: z.boolean().describe('False where no account had it') }),
    problems: ['city_not_found', 'not_allowed', 'civil_servant_not_found', 'changed_meanwhile'],
  },
  'GET /cities/{city}/purchase-proofs': {
    operation: 'list-purchase-proofs',
    summary: 'Proofs of purchases at shops that are not on the market, those that wait oldest first',
    access: 'signed-in',
    who: [...city],
    params: OfCity,
    query: z.strictObject({ state: PurchaseProof.shape.state.default('waiting'), ...Paging }),
    response: Paged(ProofCard.extend({ agencyName: z.string() })),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /cities/{city}/purchase-proofs/{proofId}/photo': {
    operation: 'read-proof-photo',
    summary: 'Where the photo of a proof is, for ten minutes',
    access: 'signed-in',
    who: [...city],
    params: OfCity.extend({ proofId: ProofId }),
    response: z.object({
      link: z.string().describe('Below the API’s own address; opens the picture to whoever has it'),
      until: Instant,
    }),
    problems: ['city_not_found', 'not_allowed', 'proof_not_found'],
  },
  'POST /cities/{city}/purchase-proofs/{proofId}/decide': {
    operation: 'decide-purchase-proof',
    summary: 'The city accepts a proof, which then counts once for its office, or refuses it with a reason',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity.extend({ proofId: ProofId }),
    body: ProofDecision,
    response: ProofCard,
    problems: [
      'city_not_found',
      'not_allowed',
      'proof_not_found',
      'own_proof',
      'already_answered',
      'changed_meanwhile',
    ],
  },
  'GET /me/civil-servant': {
    operation: 'read-civil-servant',
    summary: 'Whether I take part as a civil servant, what this month says of me, and the proofs I sent',
    access: 'signed-in',
    who: ['signed-in'],
    response: z.object({
      office: z.object({ agencyId: AgencyId, name: z.string(), cityCode: CityCode, since: Instant }).nullable(),
      month: Month.nullable(),
      tookPart: z.boolean(),
      goalPercent: z.int().nullable(),
      proofs: z.array(OwnProof).describe('The last twenty'),
    }),
  },
  'PUT /me/civil-servant': {
    operation: 'join-as-civil-servant',
    summary: 'I am the civil servant with this number, of this city; one account is one, and five tries a day',
    access: 'signed-in',
    who: ['signed-in'],
    body: z.strictObject({ cityCode: CityCode, nip: Nip }),
    response: z.object({ agencyId: AgencyId, name: z.string(), cityCode: CityCode, since: Instant }),
    problems: [
      'city_not_found',
      'civil_servant_not_found',
      'civil_servant_taken',
      'already_claimed',
      'limit_reached',
      'changed_meanwhile',
    ],
  },
  'POST /me/purchase-proofs': {
    operation: 'send-purchase-proof',
    summary: 'I bought from a small business that is not on the market: its photo and what the receipt says',
    access: 'signed-in',
    who: ['signed-in'],
    body: NewProof,
    response: OwnProof,
    status: 201,
    problems: [
      'civil_servant_not_found',
      'photo_not_found',
      'proof_repeated',
      'date_not_possible',
      'already_answered',
      'limit_reached',
      'changed_meanwhile',
    ],
  },
} as const satisfies Routes;
