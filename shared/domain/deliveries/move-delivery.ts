import { Problem } from '../../problem.ts';
import type { Instant } from '../basics/month.ts';
import { byText } from '../basics/sort.ts';
import type { Delivery, DeliveryState, Proof } from './delivery.ts';
import { type DeliveryStateCode, deliveryStates, deliveryWords, isEnd, ownMoves } from './delivery-states.ts';

/** One notice of a delivery in our words, whoever sent it. */
export type DeliveryNotice = {
  readonly noticeId: string;
  readonly state: DeliveryState;
  readonly at: Instant;
  readonly word?: string;
  readonly courier?: string;
  readonly trackingUrl?: string;
  readonly proofs?: readonly Proof[];
};

type Standing = { readonly state: DeliveryStateCode; readonly at: Instant; readonly noticeId: string };

/**
 * Which of two notices a delivery stands by. It is one order over all notices, so that any order and any repetition of the
 * same notices lead to one state: an end holds against whatever is no end; of two ends the one that happened first; else
 * what happened last, then the state that comes later, then the id.
 */
export const isStronger = (a: Standing, b: Standing): boolean => {
  if (isEnd(a.state) !== isEnd(b.state)) return isEnd(a.state);
  if (a.at !== b.at) return isEnd(a.state) ? a.at < b.at : a.at > b.at;
  const [rank, other] = [deliveryStates[a.state].rank, deliveryStates[b.state].rank];
  return rank === other ? a.noticeId > b.noticeId : rank > other;
};

/** A delivery says so much of its way; a ride company that goes on and on is heard for its state alone. */
const MOST_STEPS = 40;

const sameProof = (a: Proof, b: Proof): boolean => a.kind === b.kind && a.at === b.at && a.by === b.by;
const withProofs = (known: readonly Proof[], given: readonly Proof[]): Proof[] =>
  [...known, ...given.filter((one) => !known.some((other) => sameProof(one, other)))]
    .sort((a, b) => byText(`${a.at} ${a.kind}`, `${b.at} ${b.kind}`))
    .slice(0, 10);

/** The notice by which an attempt begins: our own word, before anybody else said anything. */
export const requestedBy = (attempt: number): string => `requested.${attempt}`;

/** What a delivery stands by. That it was asked for is before whatever a ride company tells, also where the ride company’s clock is behind ours. */
const standingOf = ({ state, at, decidedBy, attempt }: Delivery): Standing => ({
  state,
  noticeId: decidedBy,
  at: decidedBy === requestedBy(attempt) ? '' : at,
});

/** The delivery after a notice; the very same one where it was known. What comes after an end adds evidence, never a state. */
export const withNotice = (delivery: Delivery, notice: DeliveryNotice): Delivery => {
  const { noticeId, state, at, word, courier, trackingUrl, proofs = [] } = notice;
  if (delivery.steps.some((step) => step.noticeId === noticeId)) return delivery;
  const step = { noticeId, state, at, ...(word === undefined ? {} : { word }) };
  const steps = [...delivery.steps, step]
    .sort((a, b) => byText(`${a.at} ${a.noticeId}`, `${b.at} ${b.noticeId}`))
    .slice(-MOST_STEPS);
  const moves = isStronger({ noticeId, state, at }, standingOf(delivery));
  // Of very many the oldest are let go: one of these that comes again is as if it had not come.
  if (!moves && !steps.includes(step)) return delivery;
  return {
    ...delivery,
    ...(moves ? { state, at, decidedBy: noticeId } : {}),
    steps,
    courier: courier ?? delivery.courier,
    trackingUrl: trackingUrl ?? delivery.trackingUrl,
    proofs: withProofs(delivery.proofs, proofs),
    version: delivery.version + 1,
  };
};

/** Refuses what a shop's own courier cannot say now. @throws Problem delivery_moved_on */
export const requireOwnMove = (delivery: Delivery, to: DeliveryState): void => {
  const may: readonly DeliveryStateCode[] = delivery.by === 'own' ? ownMoves[delivery.state] : [];
  if (!may.includes(to))
    throw new Problem(
      'delivery_moved_on',
      `Pengantaran ini ${deliveryWords[delivery.state].toLowerCase()}; langkah itu tidak berlaku lagi.`,
    );
};

/** A courier said that the goods are with their buyer. */
export const wasHandedOver = (deliveries: readonly Pick<Delivery, 'state'>[]): boolean =>
  deliveries.some(({ state }) => state === 'delivered');

const onTheWay: ReadonlySet<DeliveryStateCode> = new Set(['picked-up', 'in-transit', 'on-hold']);
/**
 * Whose goods a courier has or gave to them calls no order off: they would keep the goods of an order that was never to be paid. The
 * shop may, and goods that come back or are lost are nobody's to keep. @throws Problem order_moved_on
 */
export const requireNotAway = (deliveries: readonly Pick<Delivery, 'state'>[]): void => {
  if (!wasHandedOver(deliveries) && !deliveries.some(({ state }) => onTheWay.has(state))) return;
  throw new Problem(
    'order_moved_on',
    'Barang sudah dibawa kurir. Terima atau laporkan masalah setelah datang, atau minta toko yang membatalkan.',
  );
};

/** An attempt that is under way: nobody orders a second courier for the same goods. */
export const underWay = (deliveries: readonly Delivery[]): Delivery | undefined =>
  deliveries.find(({ state }) => !isEnd(state));
