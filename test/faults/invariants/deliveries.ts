import { receiveDeliveryNotice } from '../../../shared/domain/deliveries/couriers/adapters.ts';
import type { Delivery } from '../../../shared/domain/deliveries/delivery.ts';
import { isEnd } from '../../../shared/domain/deliveries/delivery-states.ts';
import { isStronger, requestedBy, underWay } from '../../../shared/domain/deliveries/move-delivery.ts';
import type { Sim } from '../sim.ts';
import { keysOf, townPartners } from '../town/acts/deliveries.ts';
import type { Intent } from '../town/intent.ts';

const fixed = [
  'orderId',
  'attempt',
  'merchantId',
  'cityCode',
  'by',
  'feeRupiah',
  'requestedBy',
  'requestedAt',
] as const;

/** The step that all the steps of a delivery lead to, whatever order they came in; that it was asked for is before them all. */
const strongest = ({ steps, attempt }: Delivery) => {
  const weighed = (step: Delivery['steps'][number]) =>
    step.noticeId === requestedBy(attempt) ? { ...step, at: '' } : step;
  return steps.reduce((best, one) => (isStronger(weighed(one), weighed(best)) ? one : best));
};

/** A delivery's path at every commit: no end is left for what is none, each notice counts once, nothing said is forgotten. */
export const delivery = (sim: Sim, before: Delivery | undefined, after: Delivery | undefined): string | undefined => {
  if (!after) return 'a delivery was removed';
  if (after.version !== (before?.version ?? 0) + 1) return `version ${after.version} after ${before?.version}`;
  const ids = after.steps.map(({ noticeId }) => noticeId);
  if (new Set(ids).size < ids.length) return `a notice was counted twice: ${ids}`;
  const best = strongest(after);
  if (after.state !== best.state || after.at !== best.at || after.decidedBy !== best.noticeId)
    return `stands at ${after.state} of ${after.at}, its notices lead to ${best.state} of ${best.at}`;
  const others = sim.ledger
    .all('Delivery')
    .filter(({ orderId, attempt }) => orderId === after.orderId && attempt !== after.attempt);
  if (!isEnd(after.state) && underWay(others)) return 'two couriers are under way with one order';
  if (!before) return after.state === 'allocating' ? undefined : `began as ${after.state}`;
  if (isEnd(before.state) && !isEnd(after.state)) return `went back from ${before.state} to ${after.state}`;
  if (isEnd(before.state) && after.at > before.at) return `left ${before.state} for a later ${after.state}`;
  const lost = before.steps.find(({ noticeId }) => !ids.includes(noticeId));
  if (lost) return `forgot notice ${lost.noticeId}`;
  const changed = fixed.find((name) => before[name] !== after[name]);
  if (changed) return `its ${changed} changed`;
  if (before.partnerId !== null && before.partnerId !== after.partnerId) return 'another job took its place';
  return undefined;
};

/** Every notice that was answered as taken is in its delivery, once. */
export const checkDeliveries = (sim: Sim, intents: readonly Intent[]): void => {
  for (const { key, params, rawBody, headers, answers } of intents) {
    if (key !== 'POST /merchants/{merchantId}/delivery-notices/{partner}') continue;
    if (!answers.some(({ status }) => status === 200)) continue;
    const partner = townPartners.find((one) => one === params['partner']);
    if (!partner) continue;
    const sent = {
      method: 'POST',
      path: '',
      headers,
      raw: Buffer.from(rawBody ?? ''),
      receivedAt: new Date(sim.now).toISOString(),
    };
    const secret = { partner, ...keysOf(params['merchantId'] ?? '', partner) } as never;
    const { partnerId, notice } = receiveDeliveryNotice(sent, secret);
    const told = sim.ledger.all('Delivery').filter((one) => one.partnerId === partnerId);
    const counted = told.flatMap(({ steps }) => steps).filter(({ noticeId }) => noticeId === notice.noticeId);
    if (counted.length !== 1) sim.violated(`notice ${notice.noticeId} was taken and counts ${counted.length} times`);
  }
};
