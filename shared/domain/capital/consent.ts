import * as z from 'zod';
import { addMonths, DAY_MS, later } from '../basics/month.ts';
import { Instant, Month } from '../basics/month-schema.ts';
import { Person } from '../people/caller.ts';

/** So many whole months a bank may read of; fewer tell it nothing, more than a year tell nothing new. */
export const MONTHS = { least: 6, most: 12 } as const;
export const MOST_DAYS = 90;

/** What an owner lets one bank read, given with an application. */
export const NewConsent = z
  .strictObject({
    months: z.int().min(MONTHS.least).max(MONTHS.most).describe('The last so many whole months'),
    days: z.int().min(1).max(MOST_DAYS).describe('Ends by itself after so many days'),
    repeated: z.boolean().describe('May be opened again and again; else once'),
  })
  .meta({ id: 'NewConsent' });
export type NewConsent = z.infer<typeof NewConsent>;

/** For whom, for what, of when, until when, how often: a consent is of one bank and one application. */
export const Consent = z
  .object({
    purpose: z.enum(['loan', 'invoice']).describe('What the bank may read it for, and for nothing else'),
    from: Month,
    to: Month,
    repeated: z.boolean(),
    givenAt: Instant,
    givenBy: Person,
    expiresAt: Instant,
    withdrawnAt: Instant.nullable(),
    openings: z.int(),
    openedAt: Instant.nullable().describe('Last time'),
  })
  .meta({ id: 'Consent' });
export type Consent = z.infer<typeof Consent>;

type Given = NewConsent & { readonly purpose: Consent['purpose'] };
/** A consent from now on, over the last whole months before the running one. */
export const givenConsent = (
  { months, days, repeated, purpose }: Given,
  month: Month,
  at: Instant,
  by: Person,
): Consent => ({
  purpose,
  from: addMonths(month, -months),
  to: addMonths(month, -1),
  repeated,
  givenAt: at,
  givenBy: by,
  expiresAt: later(at, days * DAY_MS),
  withdrawnAt: null,
  openings: 0,
  openedAt: null,
});

/** Why a bank sees nothing any more; undefined while it may look. */
export const endedBy = ({ withdrawnAt, expiresAt }: Consent, now: Instant): 'withdrawn' | 'expired' | undefined => {
  if (withdrawnAt !== null) return 'withdrawn';
  return now < expiresAt ? undefined : 'expired';
};

/** Was given for one opening, and was opened. */
export const isUsed = ({ repeated, openings }: Consent): boolean => !repeated && openings > 0;

export const openedOnce = (consent: Consent, at: Instant): Consent => ({
  ...consent,
  openings: consent.openings + 1,
  openedAt: at,
});

/** Never before the last opening, also where two clocks differ: the log reads as it happened. */
export const withdrawnConsent = (consent: Consent, at: Instant): Consent => {
  if (consent.withdrawnAt !== null) return consent;
  return { ...consent, withdrawnAt: consent.openedAt !== null && consent.openedAt > at ? consent.openedAt : at };
};
