import * as z from 'zod';
import { Category } from '../domain/basics/category.ts';
import { Reason } from '../domain/orders/order.ts';
import { HelperAct } from '../domain/people/helper-act.ts';
import { CityCode, DistrictCode } from '../domain/places/region.ts';
import { AccountChange } from '../domain/register/bank.ts';
import { IdentityCorrection } from '../domain/register/correction.ts';
import { SameAs } from '../domain/register/evidence.ts';
import {
  Merchant,
  MerchantCard,
  MerchantChange,
  MerchantFile,
  MerchantId,
  MerchantStatus,
  NewMerchant,
  Return,
} from '../domain/register/merchant.ts';
import { ColumnChoice } from '../domain/register/register-columns.ts';
import { ReturnReasons } from '../domain/register/return-reasons.ts';
import { TimelineEntry } from '../domain/register/timeline.ts';
import { Paged, Paging } from './route/paging.ts';
import type { Routes } from './route/route.ts';
import { SHEET_BYTES, SHEET_TYPES, SheetFlaw } from './route/sheet.ts';

const OfCity = z.object({ city: CityCode });
const OfMerchant = z.object({ merchantId: MerchantId });

export const RegisterEntry = Merchant.pick({
  merchantId: true,
  name: true,
  district: true,
  category: true,
  status: true,
  registeredAt: true,
  proposed: true,
}).meta({ id: 'RegisterEntry' });

const ImportColumns = z
  .object({ cityCode: CityCode, columns: ColumnChoice, version: z.int().describe('0 before anything was chosen') })
  .meta({ id: 'RegisterImportColumns' });

const ShownReasons = z
  .object({ cityCode: CityCode, reasons: ReturnReasons.shape.reasons, version: z.int() })
  .meta({ id: 'CityReturnReasons' });

const ImportedRange = z
  .object({
    titles: z.array(z.string()).describe('The titles found in the list'),
    columns: z.record(z.string(), z.string()).describe('What is taken from which title'),
    missing: z.array(z.string()).describe('What no title says yet: choose the columns, then send the list again'),
    ...{ rows: z.int(), good: z.int().describe('Rows of the whole list that are right'), written: z.boolean() },
    from: z.int(),
    next: z.int().nullable().describe('The good row to go on with; null at the end'),
    added: z.int().describe('Of this range: entered, or to be entered'),
    known: z.int().describe('Of this range: entered from this list before'),
    duplicates: z
      .array(z.object({ row: z.int(), entered: z.boolean(), sameAs: z.array(SameAs) }).meta({ id: 'LikeRow' }))
      .describe('Rows of this range that another shop of the register is like; not entered where it is that one'),
    flaws: z.array(SheetFlaw),
    flawCount: z.int().describe('Of many flaws the first are told'),
    sample: z
      .array(
        z.object({
          ...{ row: z.int(), name: z.string(), ownerName: z.string(), district: z.string(), village: z.string() },
          ...{ category: Category, address: z.string() },
        }),
      )
      .describe('The first good rows as they were read'),
  })
  .meta({ id: 'ImportedRange' });

/** Who sells: applications, the city's decisions, and the public list of shops. */
export const register = {
  'POST /merchants': {
    operation: 'register-merchant',
    summary: 'Apply to sell',
    access: 'signed-in',
    who: ['signed-in'],
    body: NewMerchant,
    response: Merchant,
    status: 201,
    idempotent: true,
    problems: ['city_not_found', 'region_not_found', 'key_reused', 'already_applied', 'shop_limit', 'seat_limit'],
  },
  'GET /merchants/{merchantId}': {
    operation: 'read-merchant',
    summary: 'A shop as everybody sees it',
    access: 'public',
    who: ['anybody'],
    params: OfMerchant,
    response: MerchantCard,
    problems: ['merchant_not_found'],
    cacheSeconds: 30,
  },
  'GET /merchants/{merchantId}/file': {
    operation: 'read-merchant-file',
    summary:
      "A shop's file: identity masked, history, reasons; the account masked, but not for staff; for the city, who shows the same",
    access: 'signed-in',
    who: ['owner', 'staff', 'city-admin', 'inspectorate'],
    params: OfMerchant,
    response: MerchantFile,
    problems: ['merchant_not_found'],
  },
  'PATCH /merchants/{merchantId}': {
    operation: 'change-merchant',
    summary: 'Change the shop or its bank account, pause it, or resubmit a returned application',
    access: 'signed-in',
    who: ['owner'],
    params: OfMerchant,
    body: MerchantChange,
    response: Merchant,
    problems: [
      'limit_reached',
      'date_not_possible',
      'merchant_not_found',
      'not_allowed',
      'region_not_found',
      'version_mismatch',
      'identity_limit',
      'proposal_open',
    ],
  },
  'GET /merchants/{merchantId}/account-changes': {
    operation: 'list-account-changes',
    summary: "What became of a shop's bank account, by whom and when, newest first",
    access: 'signed-in',
    who: ['owner', 'city-admin', 'inspectorate'],
    params: OfMerchant,
    query: z.strictObject(Paging),
    response: Paged(AccountChange),
    problems: ['merchant_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /merchants/{merchantId}/helper-acts': {
    operation: 'list-helper-acts',
    summary: "What was done for a shop in its owner's place, by whom and when, newest first",
    access: 'signed-in',
    who: ['owner', 'staff', 'city-admin', 'inspectorate'],
    params: OfMerchant,
    query: z.strictObject(Paging),
    response: Paged(HelperAct),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'GET /merchants/{merchantId}/timeline': {
    operation: 'read-timeline',
    summary:
      'What happened to a shop, newest first: decisions, goods, months sold and unsold, reports, reviews, objections',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfMerchant,
    query: z.strictObject(Paging),
    response: Paged(TimelineEntry),
    problems: ['merchant_not_found', 'malformed_cursor'],
  },
  'POST /merchants/{merchantId}/verify': {
    operation: 'verify-merchant',
    summary: 'The city verifies an application, or lifts a suspension',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfMerchant,
    response: Merchant,
    problems: ['merchant_not_found', 'merchant_moved_on', 'own_shop', 'version_mismatch'],
  },
  'POST /merchants/{merchantId}/return': {
    operation: 'return-merchant',
    summary: 'The city returns an application with a reason per field',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfMerchant,
    body: Return,
    response: Merchant,
    problems: ['merchant_not_found', 'merchant_moved_on', 'own_shop', 'version_mismatch'],
  },
  'POST /merchants/{merchantId}/suspend': {
    operation: 'suspend-merchant',
    summary: 'The city suspends a shop with a reason',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfMerchant,
    body: Reason,
    response: Merchant,
    problems: ['merchant_not_found', 'merchant_moved_on', 'own_shop', 'version_mismatch'],
  },
  'POST /merchants/{merchantId}/proposal/confirm': {
    operation: 'confirm-proposal',
    summary: 'The city confirms the new name or place that a verified shop proposed',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfMerchant,
    response: Merchant,
    problems: ['merchant_not_found', 'merchant_moved_on', 'own_shop', 'proposal_not_found', 'version_mismatch'],
  },
  'POST /merchants/{merchantId}/proposal/refuse': {
    operation: 'refuse-proposal',
    summary: 'The city refuses it with a reason; the shop stays as it is',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfMerchant,
    body: Reason,
    response: Merchant,
    problems: ['merchant_not_found', 'merchant_moved_on', 'own_shop', 'proposal_not_found', 'version_mismatch'],
  },
  'POST /merchants/{merchantId}/proposal/withdraw': {
    operation: 'withdraw-proposal',
    summary: 'The shop takes back the name or place it proposed, while the city has not decided',
    access: 'signed-in',
    who: ['owner'],
    params: OfMerchant,
    response: Merchant,
    problems: ['merchant_not_found', 'proposal_not_found', 'version_mismatch'],
  },
  'POST /merchants/{merchantId}/identity': {
    operation: 'correct-identity',
    summary: 'The city mends numbers or names that the papers show otherwise, with its reason, on record',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfMerchant,
    body: IdentityCorrection,
    response: Merchant,
    problems: ['merchant_not_found', 'own_shop', 'version_mismatch'],
  },
  'GET /cities/{city}/merchants': {
    operation: 'list-merchants',
    summary: 'Verified shops of a city',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    query: z.strictObject({ district: DistrictCode.optional(), ...Paging }),
    response: Paged(MerchantCard.pick({ merchantId: true, name: true, district: true, category: true })),
    problems: ['city_not_found', 'malformed_cursor'],
    cacheSeconds: 60,
  },
  'GET /cities/{city}/register': {
    operation: 'list-register',
    summary: 'Applications (oldest first) and shops by status, or found by name, owner, phone or number; for the city',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    query: z.strictObject({
      status: MerchantStatus.optional().describe('Left out: applications that wait, or all that are found'),
      q: z.string().max(100).optional().describe('Words of a name or an owner, a phone, NIB, NIK or NPWP'),
      district: DistrictCode.optional(),
      category: Category.optional(),
      proposal: z.literal('open').optional(),
      ...Paging,
    }),
    response: Paged(RegisterEntry),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'POST /cities/{city}/register/import': {
    operation: 'import-register',
    summary:
      'Read a list of shops from a spreadsheet (XLSX or CSV, at most 4 MB), a hundred good rows at a time: what would be ' +
      'added, what is wrong in which row, what is there already; added when asked. The same list again adds nothing',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    query: z.strictObject({
      mode: z
        .enum(['check', 'all', 'good'])
        .default('check')
        .describe('Only look; add all or, where a row of the list is wrong, none; or add the rows that are right'),
      from: z.coerce.number().int().min(1).max(20_000).default(1).describe('Which good row to begin with, from 1'),
    }),
    binary: SHEET_TYPES,
    mostBytes: SHEET_BYTES,
    response: ImportedRange,
    problems: [
      ...(['city_not_found', 'not_allowed', 'sheet_not_readable', 'limit_reached'] as const),
      ...(['body_too_large', 'unsupported_media_type'] as const),
    ],
    rate: 5,
  },
  'GET /cities/{city}/return-reasons': {
    operation: 'read-return-reasons',
    summary: 'Sentences by which the city returns applications, per field',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    response: ShownReasons,
    problems: ['city_not_found', 'not_allowed'],
  },
  'PUT /cities/{city}/return-reasons': {
    operation: 'set-return-reasons',
    summary: 'Write them anew, for all officers of the city',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: ReturnReasons,
    response: ShownReasons,
    problems: ['city_not_found', 'not_allowed', 'version_mismatch'],
  },
  'GET /cities/{city}/register/import-columns': {
    operation: 'read-import-columns',
    summary: "Which columns of the city's own lists say what",
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    response: ImportColumns,
    problems: ['city_not_found', 'not_allowed'],
  },
  'PUT /cities/{city}/register/import-columns': {
    operation: 'choose-import-columns',
    summary: 'Say which columns say what, once for all lists of the city',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: ColumnChoice,
    response: ImportColumns,
    problems: ['city_not_found', 'not_allowed', 'version_mismatch'],
  },
} as const satisfies Routes;
