import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { inForce } from '../../rules/dated.ts';
import { Id } from '../basics/id-schema.ts';
import { Rupiah } from '../basics/money.ts';
import type { Day, Month } from '../basics/month.ts';
import { Instant } from '../basics/month-schema.ts';
import { Paragraph } from '../basics/text.ts';
import { E164, Phone } from '../basics/typed/phone.ts';
import { rupiah } from '../basics/wording.ts';
import { Person } from '../people/caller.ts';
import { CityCode, DistrictCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { type Bank, BankId, SchemeId } from './bank.ts';
import { Consent, endedBy, givenConsent, isUsed, NewConsent, openedOnce, withdrawnConsent } from './consent.ts';
import { applicationWords } from './words.ts';

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

/** The answer as its owner and the bank read it: no officer by account. */
const ToldAnswer = z.object({ ...BankAnswer.shape, at: Instant });

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

type Shop = { merchantId: string; name: string; cityCode: string; district: string };
type Moment = { readonly at: Instant; readonly today: Day; readonly month: Month; readonly by: Person };

/** @throws Problem scheme_not_open, amount_not_possible */
export const sentApplication = (
  given: NewApplication,
  applicationId: string,
  { shop, bank, moment }: { readonly shop: Shop; readonly bank: Bank; readonly moment: Moment },
): Application => {
  const scheme = bank.schemes.find(({ schemeId }) => schemeId === given.schemeId);
  if (!scheme || !bank.open || !inForce(scheme, moment.today))
    throw new Problem('scheme_not_open', 'Skema ini tidak menerima permohonan hari ini. Pilih skema lain.', [
      { pointer: '/schemeId', detail: 'Pilih skema yang berlaku.' },
    ]);
  const { fromRupiah, upToRupiah } = scheme;
  if (given.amountRupiah < fromRupiah || given.amountRupiah > upToRupiah) {
    const range = `${rupiah(fromRupiah)} sampai ${rupiah(upToRupiah)}`;
    throw new Problem('amount_not_possible', `Skema ini untuk ${range}.`, [
      { pointer: '/amountRupiah', detail: `Isi antara ${range}.` },
    ]);
  }
  const consent = givenConsent({ ...given.consent, purpose: scheme.kind }, moment.month, moment.at, moment.by);
  return {
    applicationId,
    cityCode: shop.cityCode,
    district: shop.district,
    merchantId: shop.merchantId,
    merchantName: shop.name,
    bankId: bank.bankId,
    bankName: bank.name,
    schemeId: scheme.schemeId,
    schemeName: scheme.name,
    amountRupiah: given.amountRupiah,
    note: given.note,
    phone: given.phone,
    state: 'sent',
    sentAt: moment.at,
    answer: null,
    consent,
    version: 1,
  };
};

/**
 * One loan is asked for once at a time: of two that wait, taking back the one would leave its bank reading by the other. What was
 * answered, taken back or ran out is no hindrance; bills are sold one by one. @throws Problem already_applied
 */
export const requireNoneWaiting = (last: Application | undefined, now: Instant): void => {
  if (last?.state !== 'sent' || last.consent.purpose !== 'loan' || endedBy(last.consent, now)) return;
  throw new Problem(
    'already_applied',
    'Permohonan Anda untuk skema ini masih menunggu jawaban bank. Cabut izinnya dulu bila ingin menggantinya.',
    [{ pointer: '/schemeId', detail: 'Masih menunggu jawaban bank.' }],
  );
};

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
