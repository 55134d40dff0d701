import type { SQSBatchResponse } from 'aws-lambda';
import type { EventType } from '../events/contract.ts';

const idOf = (prefix: string): string => `${prefix}_${'0'.repeat(26)}`;
/** What a test does not care for in an event; a detail that has other names too is cut to its event's own. */
const filled = {
  eventId: 'event',
  at: '2026-11-10T02:00:00.000Z',
  cityCode: '35.73',
  agencyId: null,
  month: '2026-11',
  orderId: idOf('ord'),
  merchantId: idOf('mrc'),
  reviewId: idOf('rev'),
  appealId: idOf('apl'),
  applicationId: idOf('app'),
  bankId: idOf('bnk'),
  applicationVersion: 1,
  totalRupiah: 0,
  receivedRupiah: 0,
  dueRupiah: 0,
  way: null,
  stars: 5,
  outcome: '',
  status: 'verified',
  orderVersion: 1,
  paymentVersion: 1,
  reviewVersion: 1,
  merchantVersion: 1,
};
const ofType = (type: EventType): object => {
  if (type.startsWith('Paper')) return { agencyId: idOf('agc') };
  if (type.startsWith('Application')) return { state: 'sent' };
  return { state: type.startsWith('Payment') ? 'claimed' : type.startsWith('Review') ? 'shown' : 'placed' };
};

/** Events as a queue hands them over together, each message called by its place. */
export const batchOf = (events: readonly (readonly [type: EventType, detail: object])[]) => ({
  Records: events.map(([type, detail], place) => ({
    messageId: String(place),
    body: JSON.stringify({ 'detail-type': type, detail: { ...filled, ...ofType(type), ...detail, version: 1 } }),
  })),
});

type Gathers = (batch: unknown) => Promise<SQSBatchResponse>;
/** Hands events over together; all of them must be taken. */
export const hear = async (run: Gathers, ...events: readonly (readonly [EventType, object])[]): Promise<void> => {
  const { batchItemFailures } = await run(batchOf(events));
  if (batchItemFailures.length > 0)
    throw new Error(`not taken: ${batchItemFailures.map(({ itemIdentifier }) => events[Number(itemIdentifier)]?.[0])}`);
};
