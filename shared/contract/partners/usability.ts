import * as z from 'zod';
import { PartnerId } from '../../domain/partners/partner.ts';
import { Quarter, UsabilityAnswers, UsabilityFigure } from '../../domain/partners/usability.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import type { Routes } from '../route/route.ts';

const OfShop = z.object({ merchantId: MerchantId });
const OfPartner = z.object({ partnerId: PartnerId });
const Mark = z.string().regex(/^uso_[0-9a-z]{26}$/, 'Tautan ini tidak lengkap. Minta tautannya lagi.');
const OfLink = OfPartner.extend({ mark: Mark });
const Asked = z.object({ quarter: Quarter, brand: z.string() });

/** How easy a partner’s app is to use: ten questions (SUS) for owners and drivers, told in means of ten and more. */
export const usability = {
  'GET /merchants/{merchantId}/usability': {
    operation: 'list-usability-questions',
    summary: 'The partners about whose app a shop’s owner is asked in this quarter',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfShop,
    response: z.object({
      quarter: Quarter,
      partners: z.array(z.object({ partnerId: PartnerId, brand: z.string() })),
    }),
    problems: ['merchant_not_found'],
  },
  'POST /merchants/{merchantId}/usability': {
    operation: 'answer-usability',
    summary: 'Answer the ten questions, or leave them; an owner counts once a quarter, whatever shops they have',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfShop,
    body: z
      .strictObject({ partnerId: PartnerId, answers: UsabilityAnswers.nullable().describe('Null: not asked again') })
      .meta({ id: 'NewUsabilityAnswers' }),
    response: z.object({ quarter: Quarter }),
    problems: ['merchant_not_found', 'merchant_closed', 'partner_not_found'],
  },
  'GET /partners/{partnerId}/usability': {
    operation: 'read-usability',
    summary: 'How easy its app was found, by quarter and group: of ended quarters with ten answers or more',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'partner'],
    params: OfPartner,
    response: z
      .object({
        figures: z.array(UsabilityFigure),
        link: z.string().nullable().describe('For drivers, in this quarter; for who may hand it out'),
      })
      .meta({ id: 'Usability' }),
    problems: ['partner_not_found'],
  },
  'GET /partners/{partnerId}/usability/{mark}': {
    operation: 'open-usability-link',
    summary: 'What a driver is asked about, by the link of this quarter',
    access: 'public',
    who: ['anybody'],
    params: OfLink,
    response: Asked,
    problems: ['partner_not_found'],
  },
  'POST /partners/{partnerId}/usability/{mark}': {
    operation: 'answer-usability-link',
    summary: 'A driver’s answers, of nobody: a few a day from one place',
    access: 'public',
    who: ['anybody'],
    params: OfLink,
    body: z.strictObject({ answers: UsabilityAnswers }).meta({ id: 'DriverUsabilityAnswers' }),
    response: Asked,
    problems: ['partner_not_found', 'limit_reached'],
    rate: 5,
  },
} as const satisfies Routes;
