import * as z from 'zod';
import { Id } from '../basics/id-schema.ts';
import { Rupiah } from '../basics/money.ts';
import { Instant } from '../basics/month-schema.ts';
import { Paragraph } from '../basics/text.ts';
import { E164, Phone } from '../basics/typed/phone.ts';
import { Person } from '../people/caller.ts';
import { CityCode, DistrictCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { BankId, SchemeId } from './bank.ts';
import { Consent, NewConsent } from './consent.ts';

export const ApplicationId = Id('app').meta({ id: 'ApplicationId' });

export const ApplicationState = z.enum(['sent', 'accepted', 'declined', 'withdrawn']).meta({ id: 'ApplicationState' });

export const NewApplication = z
  .strictObject({
    bankId: BankId,
    schemeId: SchemeId,
    amountRupiah: Rupiah.min(1),
    note: Paragraph(500).nullable().default(null).describe('What the money is for'),
    phone: Phone.describe('Where the bank reaches the owner; forgotten when the consent is withdrawn'),
    consent: NewConsent,
  })
  .meta({ id: 'NewApplication' });
export type NewApplication = z.infer<typeof NewApplication>;

export const BankAnswer = z
  .strictObject({ outcome: z.enum(['accepted', 'declined']), reason: Paragraph(1000) })
  .meta({ id: 'BankAnswer' });
export type BankAnswer = z.infer<typeof BankAnswer>;

/** A shop's application for a scheme, with the consent by which its bank may look. */
export const Application = z
  .object({
    applicationId: ApplicationId,
    cityCode: CityCode,
    district: DistrictCode,
    merchantId: MerchantId,
    merchantName: z.string(),
    bankId: BankId,
    bankName: z.string(),
    schemeId: SchemeId,
    schemeName: z.string(),
    amountRupiah: Rupiah,
    note: z.string().nullable(),
    phone: E164.nullable(),
    state: ApplicationState,
    sentAt: Instant,
    answer: z.object({ ...BankAnswer.shape, at: Instant, by: Person }).nullable(),
    consent: Consent,
    version: z.int(),
  })
  .meta({ id: 'Application' });
export type Application = z.infer<typeof Application>;
