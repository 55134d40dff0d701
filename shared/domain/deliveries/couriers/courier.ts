import { derivedId } from '../../basics/id.ts';
import type { Instant } from '../../basics/month.ts';
import { urlOf } from '../../basics/url.ts';
import type { SentNotice } from '../../basics/webhooks/signed-notice.ts';
import type { CourierPartner, Delivery, DeliveryState } from '../delivery.ts';
import type { DeliveryNotice } from '../move-delivery.ts';

/** A request to a ride company, as a value: who hands it over adds the company's host. */
export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What is to be brought, from where to where. */
export type Job = {
  /** Ours: a repeat under it is the same job wherever the ride company knows such a thing. */
  readonly reference: string;
  readonly from: { readonly name: string; readonly phone: string; readonly address: string };
  readonly to: { readonly name: string; readonly phone: string; readonly address: string };
  readonly goods: string;
  readonly goodsRupiah: number;
};
export type Quoted = { readonly feeRupiah: number; readonly quoteId: string; readonly expiresAt: Instant };
export type Created = { readonly partnerId: string; readonly trackingUrl: string | null };

/** What is asked of a company under one reference, and told by it under the same: an order's attempt. */
export const referenceOf = ({ orderId, attempt }: Pick<Delivery, 'orderId' | 'attempt'>): string =>
  `${orderId}.${attempt}`;

/** What a notice says: which job, our own reference where the company repeats it, and what of the job. */
export type SaidOfDelivery = {
  readonly partnerId: string;
  readonly reference?: string | undefined;
  readonly notice: DeliveryNotice;
};

/**
 * One ride company's wire format: how its couriers are asked for, how it signs what it tells, and what its words mean.
 * `verify` sees bytes and headers only and runs before anything is read.
 */
export type Adapter<Secret> = {
  readonly quote: (job: Job, secret: Secret, now: Instant) => Call;
  readonly quoted: (answer: unknown, now: Instant) => Quoted;
  readonly create: (job: Job, quoteId: string, secret: Secret, now: Instant) => Call;
  readonly created: (answer: unknown) => Created;
  readonly cancel: (partnerId: string, secret: Secret, now: Instant) => Call;
  readonly verify: (sent: SentNotice, secret: Secret) => void;
  readonly read: (body: unknown) => SaidOfDelivery;
  /** For who asks for a token first: that request, and the token in its answer. */
  readonly token?: { readonly ask: (secret: Secret) => Call; readonly read: (answer: unknown) => string };
};

/** A word that is not in the table is a company's news, never a fault of ours. */
export const stateOf = (words: Readonly<Record<string, DeliveryState>>, word: string): DeliveryState =>
  Object.hasOwn(words, word) ? (words[word] as DeliveryState) : 'see-partner';

/** The id of a notice is made of what it says: a delivery of it that comes again is the same one. */
export const noticeIdOf = (partner: CourierPartner, ...said: readonly string[]): string =>
  derivedId('dnt', partner, ...said);

/** The first word of a name: who comes to the door needs no more. */
export const firstName = (name: string | undefined): { courier?: string } => {
  const [first] = (name ?? '').trim().split(/\s+/);
  return first ? { courier: first.slice(0, 40) } : {};
};

/** A page under https, without a name before its host: whose it is, the page that shows it says by that host. */
export const trackingOf = (url: string | undefined): { trackingUrl?: string } => {
  const parsed = url !== undefined && url.length <= 300 ? urlOf(url) : undefined;
  return parsed?.protocol === 'https:' && parsed.username === '' && parsed.password === ''
    ? { trackingUrl: parsed.href }
    : {};
};
