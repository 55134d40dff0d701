import { lalamoveSignature } from '../../../shared/domain/deliveries/couriers/lalamove.ts';
import type { CourierPartner } from '../../../shared/domain/deliveries/delivery.ts';
import { simulatedKeys } from './keys.ts';

/** A job as an invented ride company keeps it. */
export type SimulatedJob = {
  readonly partner: CourierPartner;
  readonly merchantId: string;
  readonly jobId: string;
  readonly reference: string;
};
/** A notice as it goes over the wire. */
export type Wired = { readonly path: string; readonly headers: Record<string, string>; readonly body: string };

const DRIVER = 'Slamet Riyadi';
const pathTo = ({ merchantId, partner }: SimulatedJob): string =>
  `/api/merchants/${merchantId}/delivery-notices/${partner}`;

/**
 * What a ride company tells of a job, in its own word and signed as it signs: `at` is when it happened, `sentAt` when it is sent.
 * A notice that is sent again is signed again and says the same.
 */
export const noticeOf = (job: SimulatedJob, word: string, at: string, sentAt = at): Wired => {
  const { partner, merchantId, jobId } = job;
  const [path, keys, json] = [pathTo(job), simulatedKeys(merchantId, partner), { 'content-type': 'application/json' }];
  const trackURL = `https://lacak.contoh.id/${jobId}`;
  if (partner === 'grab') {
    const said = {
      deliveryID: jobId,
      merchantOrderID: job.reference,
      status: word,
      trackURL,
      driver: { name: DRIVER },
    };
    const body = JSON.stringify({ ...said, timestamp: Math.floor(Date.parse(at) / 1000) });
    return { path, headers: { ...json, authorization: keys['webhookSecret'] ?? '' }, body };
  }
  if (partner === 'gojek') {
    const said = {
      booking_id: jobId,
      store_order_id: job.reference,
      event_id: `${jobId}-${word}-${at}`,
      event_date: at,
    };
    const body = JSON.stringify({ ...said, status: word, driver_name: DRIVER, live_tracking_url: trackURL });
    return { path, headers: { ...json, 'x-callback-token': keys['callbackToken'] ?? '' }, body };
  }
  const data = JSON.stringify({
    updatedAt: at,
    order: { orderId: jobId, status: word, shareLink: trackURL, metadata: { reference: job.reference } },
    driver: { name: DRIVER },
  });
  const timestamp = Date.parse(sentAt);
  const signed = { timestamp, method: 'POST', path, body: Buffer.from(data) };
  const signature = lalamoveSignature(keys['apiSecret'] ?? '', signed);
  const around = `"apiKey":${JSON.stringify(keys['apiKey'])},"timestamp":${timestamp},"signature":"${signature}"`;
  return { path, headers: json, body: `{${around},"eventType":"ORDER_STATUS_CHANGED","data":${data}}` };
};
