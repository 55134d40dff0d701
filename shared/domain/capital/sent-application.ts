import { Problem } from '../../problem.ts';
import { inForce } from '../../rules/dated.ts';
import type { Day, Month } from '../basics/month.ts';
import type { Instant } from '../basics/month-schema.ts';
import { rupiah } from '../basics/wording.ts';
import type { Person } from '../people/caller.ts';
import type { Application, NewApplication } from './application.ts';
import type { Bank } from './bank.ts';
import { endedBy, givenConsent } from './consent.ts';

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
