import type { Call } from '../shared/domain/deliveries/couriers/courier.ts';
import type { CourierPartner } from '../shared/domain/deliveries/delivery.ts';

/** What a ride company answered; a body that is no JSON is null. */
export type Answer = { readonly status: number; readonly body: unknown };
/** Hands a request to a ride company. @throws when it could not be reached */
export type Couriers = (partner: CourierPartner, call: Call) => Promise<Answer>;

/** Where each is reached. Fixed, so that no setting of a shop sends a key elsewhere. */
const hosts: Readonly<Record<CourierPartner, string>> = {
  grab: 'https://partner-api.grab.com',
  gojek: 'https://integration-kilat-api.gojekapi.com',
  lalamove: 'https://rest.lalamove.com',
};

const PATIENCE_MS = 8_000;
const MOST_BYTES = 200_000;

const read = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text.length > MOST_BYTES) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Whatever it is, it is not what was asked for; the status says what became of it.
    return null;
  }
};

/** Over the network; follows no redirect. */
export const couriersByHttp: Couriers = async (partner, { method, path, headers, body }) => {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const sent = body === '' ? {} : { body };
  const response = await fetch(hosts[partner] + path, { method, headers, ...sent, redirect: 'manual', signal });
  return { status: response.status, body: await read(response) };
};
