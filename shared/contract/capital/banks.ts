import * as z from 'zod';
import { Rupiah, RupiahTotal } from '../../domain/basics/money.ts';
import { Day } from '../../domain/basics/month-schema.ts';
import { Bank, BankId, KurCode, NewBank, Scheme } from '../../domain/capital/bank.ts';
import { MarketFacts, ReadinessLine } from '../../domain/capital/readiness.ts';
import { CityCode } from '../../domain/places/region.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import type { Routes } from '../route/route.ts';

const OfCity = z.object({ city: CityCode });
const OfBank = z.object({ bankId: BankId });
const ShownBank = Bank.omit({ version: true }).meta({ id: 'ShownBank' });

export const ShownKurBand = z
  .object({
    code: KurCode,
    name: z.string(),
    fromRupiah: Rupiah,
    upToRupiah: Rupiah,
    firstPercent: z.number().describe('Effective a year, for a first loan'),
    repeatedPercent: z.number().describe('For the last of repeated loans'),
    monthsInBusiness: z.int(),
    npwpAboveRupiah: Rupiah,
    validFrom: Day,
    source: z.string(),
    confirmed: z.boolean().describe('False while nobody read the rule itself'),
  })
  .meta({ id: 'KurBand' });

/** Banks a city asked to give credit, what they offer and ask for, and what of it the market has for a shop. */
export const banks = {
  'GET /cities/{city}/banks': {
    operation: 'list-banks',
    summary: 'Banks of a city with their schemes in force today, and the bands of KUR',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    response: z.object({ kur: z.array(ShownKurBand), banks: z.array(ShownBank) }),
    problems: ['city_not_found'],
    cacheSeconds: 60,
  },
  'POST /cities/{city}/banks': {
    operation: 'add-bank',
    summary: 'The city writes down a bank and its schemes',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: NewBank,
    response: Bank,
    status: 201,
    idempotent: true,
    problems: ['city_not_found', 'not_allowed', 'limit_reached', 'key_reused'],
  },
  'GET /banks/{bankId}': {
    operation: 'read-bank',
    summary: 'A bank with all its schemes, also those that are over or still to come',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfBank,
    response: Bank,
    problems: ['bank_not_found'],
  },
  'PUT /banks/{bankId}': {
    operation: 'change-bank',
    summary: 'The city changes a bank and its schemes; what was applied for stays as it was',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfBank,
    body: NewBank,
    response: Bank,
    problems: ['bank_not_found', 'version_mismatch', 'changed_meanwhile'],
  },
  'GET /merchants/{merchantId}/capital-readiness': {
    operation: 'read-capital-readiness',
    summary:
      'What each scheme asks for and what of it the market has for this shop, without a verdict; and bills of offices not ' +
      'yet paid',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: z.object({ merchantId: MerchantId }),
    response: z.object({
      facts: MarketFacts,
      kur: z.array(ShownKurBand),
      banks: z.array(
        ShownBank.extend({ schemes: z.array(Scheme.extend({ lines: z.array(ReadinessLine) })) }).meta({
          id: 'BankForShop',
        }),
      ),
      bills: z
        .object({ count: z.int(), rupiah: RupiahTotal, oldestOn: Day.nullable() })
        .describe('Orders of offices that were received and are not paid'),
    }),
    problems: ['merchant_not_found'],
  },
} as const satisfies Routes;
