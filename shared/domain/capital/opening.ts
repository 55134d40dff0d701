import * as z from 'zod';
import { Instant, Month } from '../basics/month-schema.ts';
import { Person } from '../people/caller.ts';
import { MerchantId } from '../register/merchant.ts';
import { ApplicationId } from './application.ts';
import { BankId } from './bank.ts';
import { Consent } from './consent.ts';
import { Pack } from './pack/pack.ts';

/** That a bank opened a shop's statement, or tried to when it no longer might: on record for the shop's owner. */
export const Opening = z
  .object({
    code: z.string(),
    applicationId: ApplicationId,
    merchantId: MerchantId,
    bankId: BankId,
    bankName: z.string(),
    at: Instant,
    by: Person,
    outcome: z.enum(['opened', 'refused']),
    cause: z.enum(['withdrawn', 'expired', 'used']).nullable().describe('Why it was refused'),
    from: Month,
    to: Month,
    consentVersion: z.int().describe('Version of the application it stands on'),
    pack: Pack.nullable().describe('What was handed over; null for one that was refused'),
    pdfHash: z.string().nullable().default(null).describe('SHA-256 of the page to print, where it was asked for'),
    request: z.string().describe('What was asked, so that a repeat is told from another request'),
    version: z.int(),
  })
  .meta({ id: 'Opening' });
export type Opening = z.infer<typeof Opening>;

/** A bank says what it opens a statement for: only for what its owner agreed to. */
export const NewOpening = z
  .strictObject({
    purpose: Consent.shape.purpose,
    printed: z.boolean().default(true).describe('With the page to print; who only counts does without'),
  })
  .meta({ id: 'NewOpening' });

/** What the owner reads of it: which bank, when, of which months; no officer by account. */
export const OpeningCard = Opening.pick({
  code: true,
  applicationId: true,
  merchantId: true,
  bankName: true,
  at: true,
  outcome: true,
  cause: true,
  from: true,
  to: true,
}).meta({ id: 'OpeningCard' });
export type OpeningCard = z.infer<typeof OpeningCard>;
