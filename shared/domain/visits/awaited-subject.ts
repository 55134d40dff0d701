import { zoneOf } from '../../rules/zones.ts';
import { dayOf } from '../basics/month.ts';
import type { Subject } from '../notices/next-notice.ts';
import type { AwaitedVisit } from './awaited.ts';
import { visitDue } from './visit-due.ts';

/** Of which waiting an event is: whose, and noted when. */
export type AskedVisit = Pick<AwaitedVisit, 'cityCode' | 'ownerId' | 'merchantId' | 'notedAt'>;

/**
 * An owner who is to be visited before it takes turns hears so, and until when somebody should have come; and again where somebody
 * came and met nobody. It leaves nothing behind when it is gone, so its version is the instant it was noted, and one more once it
 * is no longer there: what is noted later is always newer.
 */
export const visitSubject = (asked: AskedVisit, awaited: AwaitedVisit | undefined): Subject => {
  const { cityCode, ownerId, merchantId, notedAt } = awaited ?? asked;
  const noted = Date.parse(notedAt) * 2;
  return {
    id: `visit ${ownerId}`,
    cityCode,
    version: awaited ? noted : noted + 1,
    messages: [
      {
        side: 'owner',
        audience: { scope: `merchant:${merchantId}`, roles: ['owner'] },
        link: `/toko-saya/?toko=${merchantId}`,
        topic: awaited ? (awaited.tried ? 'visit-missed' : 'visit-awaited') : null,
        at: notedAt,
        by: '',
        facts: awaited ? { place: awaited.name, day: dayOf(visitDue(awaited), zoneOf(cityCode)) } : {},
      },
    ],
  };
};
