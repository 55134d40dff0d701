import { monthOf } from '../../shared/domain/basics/month.ts';
import { requireOneSide } from '../../shared/domain/orders/one-side.ts';
import { clockTermsOf } from '../../shared/domain/orders/order-clocks.ts';
import { partiesOf, requireParty } from '../../shared/domain/orders/order-parties.ts';
import { alreadyMoved } from '../../shared/domain/orders/order-rules.ts';
import { receiveOrder } from '../../shared/domain/orders/receiving/receive-order.ts';
import { Problem } from '../../shared/problem.ts';
import type { Found } from '../../shared/table/engine/reads.ts';
import type { OrderRecord } from '../../shared/table/orders/orders.ts';
import { expectCity } from '../http/access.ts';
import { type Ask, readingEndpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { commitReceipt } from './commit-receipt.ts';
import { cacheSides, sidesOf, wantedOf, withCitySeat } from './order-sides.ts';
import { monthReads } from './sale-month.ts';

/** The order with the seats of who asks; of one that was seen, also the month its sale will count in. */
const wantedFor = async (orderId: string, world: World) => {
  const sides = await sidesOf(world, orderId);
  const month = sides ? monthOf(world.now(), (await expectCity(world, sides.cityCode)).zone) : '';
  const { scopes, reads } = wantedOf(orderId, sides);
  return { scopes, reads: { ...reads, ...(sides ? monthReads(sides, month) : { standings: [], spendings: [] }) } };
};

const receiveOne = async (
  asked: Ask<'POST /orders/{orderId}/receive'> & {
    readonly found: Found<Awaited<ReturnType<typeof wantedFor>>['reads']>;
  },
  world: World,
) => {
  const { order, ...found } = asked.found;
  const ask = { ...asked, caller: await withCitySeat(world, asked.caller, order) };
  const before = requireParty(order, ask.caller) as OrderRecord;
  cacheSides(world, [before]);
  const handoverId = ask.newId('hnd', before.orderId);
  const earlier = before.handovers.find((handover) => handover.handoverId === handoverId);
  if (earlier) return firstResult(earlier, ask, { parse: () => before });
  if (before.handovers.at(-1)?.request === ask.fingerprint() && alreadyMoved(before, 'receive', ask.caller.person))
    return before;
  requireVersion(ask, before);
  requireOneSide(before, 'receive', ask.caller);
  if (ask.body.rest === 'later' && !ask.keyed)
    throw new Problem(
      'idempotency_key_required',
      'Penerimaan sebagian memerlukan Idempotency-Key, supaya tidak tercatat dua kali.',
      [{ pointer: '#/header/idempotency-key', detail: 'Wajib bila `rest` adalah `later`.' }],
    );
  const terms = clockTermsOf(await expectCity(world, before.cityCode));
  const how = { by: ask.caller.person, parties: partiesOf(before, ask.caller), at: world.now(), handoverId, ...terms };
  const received = receiveOrder(before, ask.body, how);
  const [standing] = found.standings;
  const read = standing && { month: standing.month, found };
  return commitReceipt(world, before, received, { fingerprint: ask.fingerprint(), read });
};

export const receive = readingEndpoint(
  'POST /orders/{orderId}/receive',
  ({ params }, world) => wantedFor(params.orderId, world),
  receiveOne,
);
