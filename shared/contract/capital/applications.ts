import * as z from 'zod';
import { Year } from '../../domain/agencies/budget-line.ts';
import { Day, Month } from '../../domain/basics/month-schema.ts';
import { ApplicationId, BankAnswer, NewApplication } from '../../domain/capital/application.ts';
import { BankId } from '../../domain/capital/bank.ts';
import { NewOpening, OpeningCard } from '../../domain/capital/opening.ts';
import { Pack, PackContent } from '../../domain/capital/pack/pack.ts';
import { ToldCounts } from '../../domain/capital/tally.ts';
import { BankApplication, OwnApplication } from '../../domain/capital/told-application.ts';
import { CityCode, DistrictCode } from '../../domain/places/region.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';

const OfShop = z.object({ merchantId: MerchantId });
const OfOwn = OfShop.extend({ applicationId: ApplicationId });
const OfBank = z.object({ bankId: BankId });
const OfOne = OfBank.extend({ applicationId: ApplicationId });

/** Applications with the consents by which banks may look, what banks read and answer, and who opened what. */
export const applications = {
  'POST /merchants/{merchantId}/capital-applications': {
    operation: 'apply-for-capital',
    summary: 'The owner applies for a scheme and lets its bank read, for that purpose and time alone',
    access: 'signed-in',
    who: ['owner'],
    params: OfShop,
    body: NewApplication,
    response: OwnApplication,
    status: 201,
    idempotent: true,
    problems: [
      'merchant_not_found',
      'not_allowed',
      'merchant_closed',
      'bank_not_found',
      'scheme_not_open',
      'amount_not_possible',
      'already_applied',
      'limit_reached',
      'key_reused',
    ],
  },
  'GET /merchants/{merchantId}/capital-applications': {
    operation: 'list-own-applications',
    summary: 'Applications of a shop, newest first, with what the bank answered and whether it may still look',
    access: 'signed-in',
    who: ['owner'],
    params: OfShop,
    query: z.strictObject(Paging),
    response: Paged(OwnApplication),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'POST /merchants/{merchantId}/capital-applications/{applicationId}/withdraw': {
    operation: 'withdraw-consent',
    summary: 'The owner takes the consent back: from this moment the bank sees and opens nothing of it',
    access: 'signed-in',
    who: ['owner'],
    params: OfOwn,
    response: OwnApplication,
    problems: ['merchant_not_found', 'application_not_found', 'changed_meanwhile'],
  },
  'GET /merchants/{merchantId}/capital-openings': {
    operation: 'list-openings',
    summary: 'Every opening of the shop’s statements by a bank, and every try that was refused, newest first',
    access: 'signed-in',
    who: ['owner'],
    params: OfShop,
    query: z.strictObject(Paging),
    response: Paged(OpeningCard),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'GET /merchants/{merchantId}/statement-pack': {
    operation: 'read-own-pack',
    summary: 'What a bank would read of the last months: for the owner to see before consenting',
    access: 'signed-in',
    who: ['owner'],
    params: OfShop,
    query: z.strictObject({ months: z.coerce.number().int().min(6).max(12).default(12) }),
    response: PackContent,
    problems: ['merchant_not_found'],
    rate: 5,
  },
  'GET /banks/{bankId}/applications': {
    operation: 'list-bank-applications',
    summary: 'Applications at a bank whose consent is live; the longest waiting first',
    access: 'signed-in',
    who: ['bank-officer'],
    params: OfBank,
    query: z.strictObject({ view: z.enum(['waiting', 'answered']).default('waiting'), ...Paging }),
    response: Paged(BankApplication),
    problems: ['bank_not_found', 'malformed_cursor'],
  },
  'GET /banks/{bankId}/applications/{applicationId}': {
    operation: 'read-bank-application',
    summary: 'One application; after its consent has ended there is none, and the try is on record for the owner',
    access: 'signed-in',
    who: ['bank-officer'],
    params: OfOne,
    response: BankApplication,
    problems: ['bank_not_found', 'application_not_found'],
  },
  'POST /banks/{bankId}/applications/{applicationId}/open': {
    operation: 'open-statement-pack',
    summary:
      'The bank opens the statement: made, signed and put on record for the owner together. The page to print is beside the ' +
      'figures, so that one opening is one',
    access: 'signed-in',
    who: ['bank-officer'],
    params: OfOne,
    body: NewOpening,
    response: z.object({
      pack: Pack,
      pdf: z.base64().nullable().describe('The same to print, where it was asked for'),
    }),
    status: 201,
    idempotent: true,
    problems: [
      'bank_not_found',
      'application_not_found',
      'consent_used',
      'purpose_not_agreed',
      'limit_reached',
      'key_reused',
      'changed_meanwhile',
    ],
    rate: 5,
  },
  'POST /banks/{bankId}/applications/{applicationId}/answer': {
    operation: 'answer-application',
    summary: 'The bank answers with its reasons; the first answer stands, and its owner is told',
    access: 'signed-in',
    who: ['bank-officer'],
    params: OfOne,
    body: BankAnswer,
    response: BankApplication,
    problems: ['bank_not_found', 'application_not_found', 'application_moved_on', 'changed_meanwhile'],
  },
  'GET /cities/{city}/capital-statistics/{year}': {
    operation: 'read-capital-statistics',
    summary: 'What became of a year’s applications, per bank and per district, in steps of five',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: z.object({ city: CityCode, year: Year }),
    response: z.object({
      banks: z.array(ToldCounts.extend({ bankId: BankId, bankName: z.string() })),
      districts: z.array(ToldCounts.extend({ district: DistrictCode })),
    }),
    problems: ['city_not_found', 'not_allowed'],
  },
  'GET /statement-packs/{code}': {
    operation: 'check-pack',
    summary: 'Whether a pack with this code was handed over, and whether it is signed: for everybody who holds a copy',
    access: 'public',
    who: ['anybody'],
    params: z.object({ code: z.string().max(24) }),
    response: z
      .object({
        code: z.string(),
        shopName: z.string(),
        from: Month,
        to: Month,
        madeOn: Day,
        hash: z.string(),
        signature: z.string(),
        publicKey: z.string(),
        intact: z.boolean(),
        pdfHash: z.string().nullable().describe('SHA-256 of the printed page; null where none was handed over'),
      })
      .meta({ id: 'PackCheck' }),
    problems: ['pack_not_found'],
    rate: 20,
    cacheSeconds: 60,
  },
} as const satisfies Routes;
