import type { Application } from '../capital/application.ts';
import type { Subject } from './next-notice.ts';

/** An application waits for its bank while its consent stands, and its answer is news to the owner. A notice names no shop to a bank. */
export const applicationSubject = (application: Application): Subject => {
  const { applicationId, merchantId, bankId, bankName, cityCode, state, sentAt, answer, consent, version } =
    application;
  const waits = state === 'sent' && consent.withdrawnAt === null;
  return {
    id: `application ${applicationId}`,
    cityCode,
    version,
    messages: [
      {
        side: 'bank',
        audience: { scope: `bank:${bankId}`, roles: ['bank-officer'] },
        facts: {},
        topic: waits ? 'capital-to-answer' : null,
        at: sentAt,
        until: consent.expiresAt,
        by: consent.givenBy,
        link: `/dasbor/permohonan-modal?kota=${cityCode}`,
      },
      {
        side: 'owner',
        audience: { scope: `merchant:${merchantId}`, roles: ['owner'] },
        facts: { name: bankName },
        topic: answer ? 'capital-answered' : null,
        at: answer?.at ?? sentAt,
        by: answer?.by ?? consent.givenBy,
        link: `/toko-saya/modal?toko=${merchantId}`,
      },
    ],
  };
};
