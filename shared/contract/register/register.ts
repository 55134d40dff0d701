import * as z from 'zod';
import { Reason } from '../../domain/orders/order.ts';
import { People } from '../../domain/people/caller.ts';
import { HelperAct } from '../../domain/people/helper-act.ts';
import { CityCode, DistrictCode } from '../../domain/places/region.ts';
import { AccountChange } from '../../domain/register/bank.ts';
import { CLOSING } from '../../domain/register/closing-terms.ts';
import { IdentityCorrection } from '../../domain/register/correction.ts';
import {
  Merchant,
  MerchantCard,
  MerchantChange,
  MerchantFile,
  MerchantId,
  NewMerchant,
  Return,
} from '../../domain/register/merchant.ts';
import { TimelineEntry } from '../../domain/register/timeline.ts';
import { ScaleStatements } from '../../domain/spending/scale.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';
import { listSheet, SheetFormat, SheetPart } from '../route/sheet.ts';
import { RegisterEntry, registerFilters } from './register-entry.ts';
import { registerLists } from './register-lists.ts';

const OfCity = z.object({ city: CityCode });
const OfMerchant = z.object({ merchantId: MerchantId });

/** Who sells: applications, the city's decisions, and the public list of shops. */
export const register = {
  ...registerLists,
  'POST /merchants': {
    operation: 'register-merchant',
    summary: 'Apply to sell',
    access: 'signed-in',
    who: ['signed-in'],
    body: NewMerchant,
    response: Merchant,
    status: 201,
    idempotent: true,
    problems: [
      'city_not_found',
      'region_not_found',
      'key_reused',
      'already_applied',
      'shop_limit',
      'seat_limit',
      'erasure_asked',
    ],
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
    who: ['owner', 'staff', 'city-admin', 'inspectorate', 'district-officer'],
    params: OfMerchant,
    response: MerchantFile.extend({
      scale: ScaleStatements.pick({ statements: true, version: true })
        .optional()
        .describe('For the city: how large it stated the business to be, year by year'),
    }).meta({ id: 'ShownMerchantFile' }),
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
    response: Paged(AccountChange).extend({
      people: People.describe('Who they are to the city; nobody where its owner reads'),
    }),
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
    who: ['city-admin', 'inspectorate', 'district-officer'],
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
  'POST /merchants/{merchantId}/close': {
    operation: 'close-merchant',
    summary: 'The owner closes the shop for good once nobody waits for it; the last owner may leave it then',
    access: 'signed-in',
    who: ['owner'],
    params: OfMerchant,
    body: z
      .strictObject({
        confirm: z.literal(CLOSING, `Ketik ${CLOSING} dengan huruf besar.`).describe('Typed by the owner'),
      })
      .meta({ id: 'ShopClosed' }),
    response: Merchant,
    problems: ['merchant_not_found', 'not_allowed', 'shop_not_done', 'version_mismatch'],
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
    who: ['city-admin', 'inspectorate', 'district-officer'],
    params: OfCity,
    query: z.strictObject({ ...registerFilters, ...Paging }),
    response: Paged(RegisterEntry),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /cities/{city}/register/sheet/{format}': {
    ...listSheet,
    operation: 'print-register',
    summary: 'The same list as a file, 10,000 rows at most; the rest by the cursor of its `Link`',
    who: ['city-admin', 'inspectorate', 'district-officer'],
    params: OfCity.extend({ format: SheetFormat }),
    query: z.strictObject({ ...registerFilters, ...SheetPart }),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
} as const satisfies Routes;
