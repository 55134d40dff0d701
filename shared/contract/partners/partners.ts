import * as z from 'zod';
import { Line } from '../../domain/basics/text.ts';
import {
  Agreement,
  AgreementCard,
  AgreementId,
  AgreementTerms,
  DocumentId,
  Fulfilment,
  ObligationId,
} from '../../domain/partners/agreement.ts';
import { NewPartner, NewProvincePartner, Partner, PartnerId } from '../../domain/partners/partner.ts';
import { CityCode, ProvinceCode } from '../../domain/places/region.ts';
import { Download } from '../route/download.ts';
import type { Kind, Routes } from '../route/route.ts';
import { feeds } from './feeds.ts';
import { sought } from './sought.ts';
import { usability } from './usability.ts';

const OfCity = z.object({ city: CityCode });
const OfProvince = z.object({ province: ProvinceCode });
const OfPartner = z.object({ partnerId: PartnerId });
const OfAgreement = OfPartner.extend({ agreementId: AgreementId });
const reads = ['city-admin', 'inspectorate', 'partner'] as const satisfies readonly Kind[];

/** As much as comes back in one answer. */
export const DOCUMENT_BYTES = 4 * 1024 * 1024;
const Partners = z
  .object({
    partners: z.array(Partner),
    agreements: z.array(AgreementCard).describe('What is due first before'),
  })
  .meta({ id: 'Partners' });

/** Companies a city or a province works with, and what was agreed with them (MoU). */
export const partners = {
  'GET /cities/{city}/partners': {
    operation: 'list-city-partners',
    summary: "A city's partners and those its province has for it, with what was agreed and what is due next",
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    response: Partners,
    problems: ['city_not_found', 'not_allowed'],
  },
  'POST /cities/{city}/partners': {
    operation: 'add-city-partner',
    summary: 'A company begins to work with a city',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: NewPartner,
    response: Partner,
    status: 201,
    idempotent: true,
    problems: ['city_not_found', 'not_allowed', 'limit_reached', 'key_reused', 'changed_meanwhile'],
  },
  'GET /provinces/{province}/partners': {
    operation: 'list-province-partners',
    summary: "A province's partners, with what was agreed and what is due next",
    access: 'signed-in',
    who: ['province-admin', 'operator'],
    params: OfProvince,
    response: Partners,
    problems: ['not_allowed'],
  },
  'POST /provinces/{province}/partners': {
    operation: 'add-province-partner',
    summary: 'A company begins to work with a province, in the cities that are named',
    access: 'signed-in',
    who: ['province-admin'],
    params: OfProvince,
    body: NewProvincePartner,
    response: Partner,
    status: 201,
    idempotent: true,
    problems: ['city_not_found', 'not_allowed', 'limit_reached', 'key_reused', 'changed_meanwhile'],
  },
  'GET /partners/{partnerId}': {
    operation: 'read-partner',
    summary: 'A partner and its agreements, for its place, the cities it works in, and its own people',
    access: 'signed-in',
    who: reads,
    params: OfPartner,
    response: z.object({ partner: Partner, agreements: z.array(Agreement) }).meta({ id: 'PartnerFile' }),
    problems: ['partner_not_found'],
  },
  'POST /partners/{partnerId}/agreements': {
    operation: 'enter-agreement',
    summary: 'Enter what was agreed: parties, offices, scope, days, obligations, data',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfPartner,
    body: AgreementTerms,
    response: Agreement,
    status: 201,
    idempotent: true,
    problems: ['partner_not_found', 'limit_reached', 'key_reused', 'changed_meanwhile'],
  },
  'PUT /partners/{partnerId}/agreements/{agreementId}': {
    operation: 'change-agreement',
    summary: 'Its terms as they are now; what is done stays as it was done',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfAgreement,
    body: AgreementTerms,
    response: Agreement,
    problems: [
      'partner_not_found',
      'agreement_not_found',
      'obligation_not_found',
      'version_mismatch',
      'changed_meanwhile',
    ],
  },
  'POST /partners/{partnerId}/agreements/{agreementId}/obligations/{obligationId}': {
    operation: 'fulfil-obligation',
    summary: 'An obligation was done, with what shows it; or it turned out not to be',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfAgreement.extend({ obligationId: ObligationId }),
    body: Fulfilment,
    response: Agreement,
    problems: [
      'partner_not_found',
      'agreement_not_found',
      'obligation_not_found',
      'document_not_found',
      'changed_meanwhile',
    ],
  },
  'POST /partners/{partnerId}/agreements/{agreementId}/documents': {
    operation: 'add-agreement-document',
    summary: 'The signed paper, or what shows that something was done (PDF, JPEG or PNG, at most 4 MB)',
    access: 'signed-in',
    who: ['city-admin', 'partner'],
    params: OfAgreement,
    query: z.strictObject({ name: Line(80) }),
    binary: ['application/pdf', 'image/jpeg', 'image/png', 'application/octet-stream'],
    mostBytes: DOCUMENT_BYTES,
    response: Agreement,
    problems: [
      'partner_not_found',
      'agreement_not_found',
      'document_not_accepted',
      'limit_reached',
      'body_too_large',
      'unsupported_media_type',
      'changed_meanwhile',
    ],
    rate: 5,
  },
  'GET /partners/{partnerId}/agreements/{agreementId}/documents/{documentId}': {
    operation: 'read-agreement-document',
    summary: 'A paper as it was sent',
    access: 'signed-in',
    who: reads,
    params: OfAgreement.extend({ documentId: DocumentId }),
    produces: ['application/pdf', 'image/jpeg', 'image/png'],
    response: Download,
    problems: ['partner_not_found', 'agreement_not_found', 'document_not_found'],
  },
  ...feeds,
  ...sought,
  ...usability,
} as const satisfies Routes;
