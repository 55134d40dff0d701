import type { Answer, Couriers } from '../../../functions/couriers.ts';
import { derivedId } from '../../../shared/domain/basics/id.ts';
import type { Call } from '../../../shared/domain/deliveries/couriers/courier.ts';
import { lalamoveSignature } from '../../../shared/domain/deliveries/couriers/lalamove.ts';
import type { CourierPartner } from '../../../shared/domain/deliveries/delivery.ts';
import { shopOfAccount, simulatedKeys } from './keys.ts';
import type { SimulatedJob } from './wire.ts';

const [FEE, QUOTE_MS] = [14_000, 5 * 60_000];
const refused = (status: number): Answer => ({ status, body: { message: 'refused' } });
const told = (body: unknown, status = 200): Answer => ({ status, body });
const read = (text: string): Record<string, never> => JSON.parse(text || '{}');

/** Longer ways cost more; of two places it is known only how they are written. */
const feeFor = (text: string): number => FEE + (text.length % 10) * 500;

/** Whose keys a call carries, as each company looks at them; none for a stranger. */
const accountOf = (partner: CourierPartner, { method, path, headers, body }: Call): string | undefined => {
  if (partner === 'grab') return shopOfAccount(/^Bearer token-(.+)$/.exec(headers['authorization'] ?? '')?.[1]);
  if (partner === 'gojek') {
    const merchantId = shopOfAccount(headers['client-id']);
    return merchantId && headers['pass-key'] === simulatedKeys(merchantId, partner)['passKey'] ? merchantId : undefined;
  }
  const [, account = '', time = '', signature] =
    /^hmac ([^:]+):(\d+):([0-9a-f]+)$/.exec(headers['authorization'] ?? '') ?? [];
  const merchantId = shopOfAccount(account);
  const secret = merchantId && simulatedKeys(merchantId, partner)['apiSecret'];
  const signed = { timestamp: Number(time), method, path, body: Buffer.from(body) };
  return secret && lalamoveSignature(secret, signed) === signature ? merchantId : undefined;
};

/** An access token for anyone who has the right keys. */
const tokenFor = ({ body }: Call): Answer => {
  const { client_id, client_secret } = read(body) as Record<string, string>;
  const merchantId = shopOfAccount(client_id);
  if (!merchantId || client_secret !== simulatedKeys(merchantId, 'grab')['clientSecret']) return refused(401);
  return told({ access_token: `token-${client_id}`, token_type: 'Bearer', expires_in: 3600 });
};

export type Simulator = {
  readonly couriers: Couriers;
  /** Jobs that were ordered and not called off, oldest first. */
  readonly jobs: () => readonly SimulatedJob[];
};

/**
 * Ride companies of one machine, in the wire formats of the real ones: tokens, signatures, quotes that end, orders that are
 * the same under the same reference, calling off. `ordered` hears of each new job.
 */
export const courierSimulator = (now: () => string, ordered: (job: SimulatedJob) => void = () => {}): Simulator => {
  const jobs = new Map<string, SimulatedJob>();
  const order = (partner: CourierPartner, merchantId: string, reference: string): SimulatedJob => {
    const jobId = derivedId('sim', partner, merchantId, reference);
    const known = jobs.get(jobId);
    const job = known ?? { partner, merchantId, jobId, reference };
    jobs.set(jobId, job);
    if (!known) ordered(job);
    return job;
  };
  const grab = (merchantId: string, { method, path, body }: Call): Answer => {
    if (method === 'DELETE') return jobs.delete(path.split('/').at(-1) ?? '') ? told(null, 204) : refused(404);
    if (path.endsWith('/quotes')) return told({ quotes: [{ amount: feeFor(body), service: { type: 'INSTANT' } }] });
    const { jobId } = order('grab', merchantId, (read(body) as { merchantOrderID?: string }).merchantOrderID ?? '');
    return told({ deliveryID: jobId, trackingURL: `https://lacak.contoh.id/${jobId}` });
  };
  const gojek = (merchantId: string, { method, path, body }: Call): Answer => {
    if (method === 'GET') return told({ Instant: { price: { total_price: feeFor(path) } } });
    const { orderNo = '', storeOrderId = '' } = read(body) as { orderNo?: string; storeOrderId?: string };
    if (path.endsWith('/cancel')) return jobs.delete(orderNo) ? told({}) : refused(404);
    return told({ orderNo: order('gojek', merchantId, storeOrderId).jobId });
  };
  const lalamove = (merchantId: string, { method, path, body }: Call): Answer => {
    if (method === 'DELETE') return jobs.delete(path.split('/').at(-1) ?? '') ? told(null, 204) : refused(404);
    const data = (read(body) as { data?: { metadata?: { reference?: string } } }).data;
    if (path === '/v3/quotations') {
      const expiresAt = new Date(Date.parse(now()) + QUOTE_MS).toISOString();
      const quotationId = derivedId('quo', body, expiresAt);
      return told(
        { data: { quotationId, expiresAt, priceBreakdown: { total: String(feeFor(body)), currency: 'IDR' } } },
        201,
      );
    }
    const { jobId } = order('lalamove', merchantId, data?.metadata?.reference ?? '');
    return told({ data: { orderId: jobId, shareLink: `https://lacak.contoh.id/${jobId}` } }, 201);
  };
  const answers = { grab, gojek, lalamove };
  return {
    couriers: async (partner, call) => {
      if (partner === 'grab' && call.path.endsWith('/oauth2/token')) return tokenFor(call);
      const merchantId = accountOf(partner, call);
      return merchantId === undefined ? refused(401) : answers[partner](merchantId, call);
    },
    jobs: () => [...jobs.values()],
  };
};
