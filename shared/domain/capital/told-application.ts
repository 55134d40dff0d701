import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { Application, BankAnswer } from './application.ts';
import { Consent, endedBy, isUsed } from './consent.ts';

/** The answer as its owner and the bank read it: no officer by account. */
const ToldAnswer = z.object({ ...BankAnswer.shape, at: Instant });

/** What its owner sees: no officer by account. */
export const OwnApplication = Application.omit({ answer: true, consent: true })
  .extend({
    answer: ToldAnswer.nullable(),
    consent: Consent.omit({ givenBy: true }),
    ended: z
      .enum(['withdrawn', 'expired'])
      .nullable()
      .describe('Why the bank sees nothing any more; null while it may'),
  })
  .meta({ id: 'OwnApplication' });
export type OwnApplication = z.infer<typeof OwnApplication>;
export const asOwn = ({ answer, ...application }: Application, now: Instant): OwnApplication => ({
  ...application,
  answer: answer && { outcome: answer.outcome, reason: answer.reason, at: answer.at },
  ended: endedBy(application.consent, now) ?? null,
});

/** What its bank sees while it may. */
export const BankApplication = Application.omit({ answer: true, consent: true, version: true })
  .extend({
    answer: ToldAnswer.nullable(),
    consent: Consent.pick({ purpose: true, from: true, to: true, repeated: true, expiresAt: true, openings: true }),
    mayOpen: z.boolean(),
  })
  .meta({ id: 'BankApplication' });
export type BankApplication = z.infer<typeof BankApplication>;
/** The application for its bank; undefined once the consent has ended. */
export const asBank = (application: Application, now: Instant): BankApplication | undefined =>
  endedBy(application.consent, now) ? undefined : { ...application, mayOpen: !isUsed(application.consent) };
