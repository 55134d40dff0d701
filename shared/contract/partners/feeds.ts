import * as z from 'zod';
import { Day, Month } from '../../domain/basics/month-schema.ts';
import { KeyId, NewKey, ShownKey } from '../../domain/partners/client-key.ts';
import {
  ActivityCell,
  DemandCellOf,
  FareCell,
  Feed,
  FeedCard,
  FeedKind,
  FeedPartId,
  NewFeed,
} from '../../domain/partners/feeds/feed.ts';
import { PartnerId } from '../../domain/partners/partner.ts';
import { CityCode } from '../../domain/places/region.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';
import { SheetFlaw, sheetProblems, sheetSent } from '../route/sheet.ts';

const OfPartner = z.object({ partnerId: PartnerId });
const SentPart = z.object({ partId: FeedPartId, bytes: z.int() }).meta({ id: 'FeedPart' });
const Taken = z
  .object({
    rows: z.int(),
    flaws: z.array(SheetFlaw).describe('Rows that are wrong; of many the first'),
    flawCount: z.int(),
    flags: z.array(SheetFlaw).describe('What is odd and was taken all the same'),
    flagCount: z.int(),
    written: z.boolean(),
    feed: FeedCard.nullable().describe('As it stands; of a repeat the first one'),
  })
  .meta({ id: 'TakenFeed' });
const parts = {
  ...sheetSent,
  response: SentPart,
  rate: 20,
} as const;
const refusals = [
  'city_not_found',
  'month_not_over',
  'month_invalid',
  'sheet_not_readable',
  'feed_part_not_found',
  'feed_differs',
  'feed_out_of_order',
  'reason_required',
  'limit_reached',
  'changed_meanwhile',
] as const;

const received = Feed.pick({ revision: true, reason: true, receivedAt: true, late: true });
const Told = z
  .object({
    partnerId: PartnerId,
    brand: z.string(),
    owes: z.boolean().describe('False of a month before the partner began to work with the place'),
    activity: received.extend({ cells: z.array(ActivityCell) }).nullable(),
    demand: received.extend({ cells: z.array(DemandCellOf), hours: z.array(z.int()), hidden: z.int() }).nullable(),
    fares: received
      .extend({ cells: z.array(FareCell.extend({ judged: z.enum(['rule', 'reference', 'none']) })) })
      .nullable(),
  })
  .meta({ id: 'PartnerMonth' });

/** What partners report by the month: by their programs with keys, and by people with files. */
export const feeds = {
  'GET /partners/{partnerId}/keys': {
    operation: 'list-partner-keys',
    summary: 'The keys of a partner’s programs; never what opens them',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'partner'],
    params: OfPartner,
    response: z.object({ keys: z.array(ShownKey) }),
    problems: ['partner_not_found'],
  },
  'POST /partners/{partnerId}/keys': {
    operation: 'make-partner-key',
    summary:
      'A key for a program of the partner: told once, kept as a hash, good for a year; two at a time, to change them',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfPartner,
    body: NewKey,
    response: z
      .object({ token: z.string().describe('Carried as a bearer token; shown this once'), keys: z.array(ShownKey) })
      .meta({ id: 'NewPartnerKeyAnswer' }),
    status: 201,
    problems: ['partner_not_found', 'limit_reached', 'changed_meanwhile'],
  },
  'POST /partners/{partnerId}/keys/{keyId}/revoke': {
    operation: 'revoke-partner-key',
    summary: 'A key opens nothing any more, at once',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfPartner.extend({ keyId: KeyId }),
    response: z.object({ keys: z.array(ShownKey) }),
    problems: ['partner_not_found', 'partner_key_not_found', 'changed_meanwhile'],
  },
  'POST /partner-feeds/parts': {
    operation: 'send-feed-part',
    summary: 'A program sends a file, or a part of one of at most 4 MB, with its key as bearer token',
    access: 'public',
    who: ['anybody'],
    ...parts,
    problems: ['partner_key_not_valid', 'limit_reached', ...sheetProblems],
  },
  'POST /partner-feeds': {
    operation: 'send-feed',
    summary: 'A program reports a month from the parts it sent; the same revision again is the first one',
    access: 'public',
    who: ['anybody'],
    body: NewFeed,
    response: Taken,
    problems: ['partner_key_not_valid', ...refusals],
    rate: 2,
  },
  'POST /partners/{partnerId}/feed-parts': {
    operation: 'upload-feed-part',
    summary: 'A person sends a file, or a part of one of at most 4 MB',
    access: 'signed-in',
    who: ['city-admin', 'partner'],
    params: OfPartner,
    ...parts,
    problems: ['partner_not_found', 'limit_reached', ...sheetProblems],
  },
  'POST /partners/{partnerId}/feeds': {
    operation: 'upload-feed',
    summary: 'A person reports a month from the parts that were sent, or looks first what is wrong in which row',
    access: 'signed-in',
    who: ['city-admin', 'partner'],
    params: OfPartner,
    body: NewFeed,
    response: Taken,
    problems: ['partner_not_found', ...refusals],
    rate: 2,
  },
  'GET /partners/{partnerId}/feeds': {
    operation: 'list-feeds',
    summary: 'What a partner reported about a city, every revision, newest month first',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'partner'],
    params: OfPartner,
    query: z.strictObject({ city: CityCode, kind: FeedKind, ...Paging }),
    response: Paged(FeedCard),
    problems: ['partner_not_found', 'malformed_cursor'],
  },
  'GET /cities/{city}/partner-figures/{month}': {
    operation: 'read-partner-figures',
    summary:
      'What each partner reported about a month in a city, beside each other: one driver works for several, so no sum is made',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: z.object({ city: CityCode, month: Month }),
    response: z
      .object({
        city: CityCode,
        month: Month,
        dueOn: Day,
        partners: z.array(Told),
        tariff: z
          .object({
            zone: z.enum(['I', 'II', 'III']),
            floorPerKm: z.int(),
            ceilingPerKm: z.int(),
            firstKm: z.int(),
            firstFrom: z.int(),
            firstTo: z.int(),
            source: z.string(),
            confirmed: z.boolean().describe('False while nobody held the table against its paper'),
          })
          .nullable()
          .describe('What passengers of motorcycle taxis may be asked; null where no table was in force'),
        mostCut: z.object({ percent: z.int(), source: z.string() }).nullable(),
      })
      .meta({ id: 'PartnerFigures' }),
    problems: ['city_not_found', 'not_allowed'],
  },
} as const satisfies Routes;
