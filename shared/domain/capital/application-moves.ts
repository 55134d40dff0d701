import { Problem } from '../../problem.ts';
import type { Instant } from '../basics/month-schema.ts';
import type { Person } from '../people/caller.ts';
import type { Application, BankAnswer } from './application.ts';
import { type Consent, isUsed, openedOnce, withdrawnConsent } from './consent.ts';
import { applicationWords } from './words.ts';

/** The bank opens the statement by this consent, once more. @throws Problem consent_used, purpose_not_agreed */
export const openedApplication = (application: Application, purpose: Consent['purpose'], at: Instant): Application => {
  if (purpose !== application.consent.purpose)
    throw new Problem('purpose_not_agreed', 'Pemilik toko tidak memberi izin untuk keperluan ini.', [
      { pointer: '/purpose', detail: 'Sebut keperluan yang tertulis di permohonannya.' },
    ]);
  if (isUsed(application.consent))
    throw new Problem(
      'consent_used',
      'Izin ini untuk satu kali baca, dan sudah dipakai. Minta izin baru ke pemilik toko.',
    );
  return { ...application, consent: openedOnce(application.consent, at), version: application.version + 1 };
};

/** The first answer stands; the same one sent again is the first. @throws Problem application_moved_on */
export const answeredApplication = (
  application: Application,
  given: BankAnswer,
  { at, by }: { readonly at: Instant; readonly by: Person },
): Application => {
  const { answer, state } = application;
  if (answer && answer.outcome === given.outcome && answer.reason === given.reason && answer.by === by)
    return application;
  if (state !== 'sent')
    throw new Problem('application_moved_on', `Permohonan ini ${applicationWords[state].toLowerCase()}. Muat ulang.`);
  return { ...application, state: given.outcome, answer: { ...given, at, by }, version: application.version + 1 };
};

/** The owner takes the consent back, in whatever state: at once, and with it what was not yet answered. */
export const withdrawnApplication = (application: Application, at: Instant): Application => {
  if (application.consent.withdrawnAt !== null) return application;
  const { state, consent, version } = application;
  return {
    ...application,
    state: state === 'sent' ? 'withdrawn' : state,
    phone: null,
    version: version + 1,
    consent: withdrawnConsent(consent, at),
  };
};
