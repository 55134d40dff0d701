import { monthOf } from '../../shared/domain/basics/month.ts';
import { offeredAll } from '../../shared/domain/equity/standing/offer-days.ts';
import { pricesPaidIn } from '../../shared/domain/equity/standing/prices-paid.ts';
import { backInRegister, openStanding, type Spending, withSale } from '../../shared/domain/equity/standing/standing.ts';
import { alreadyMoved, partiesOf, requireParty } from '../../shared/domain/orders/move-order.ts';
import { requireOneSide } from '../../shared/domain/orders/one-side.ts';
import { clockTermsOf } from '../../shared/domain/orders/order-clocks.ts';
import { type Received, receiveOrder } from '../../shared/domain/orders/receive-order.ts';
import { Problem } from '../../shared/problem.ts';
import { type Found, readTogether } from '../../shared/table/engine/reads.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { saveSpending, spendingOf } from '../../shared/table/equity/spendings.ts';
import { saveStanding, standingOf, standingsBefore } from '../../shared/table/equity/standings.ts';
import { type OrderRecord, replaceOrder } from '../../shared/table/orders/orders.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import { expectCity } from '../http/access.ts';
import { type Ask, readingEndpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { heldWrites } from './held-writes.ts';
import { cacheSides, type Sides, sidesOf, wantedOf, withCitySeat } from './order-sides.ts';

/** The shop's month and what the office spent there in it. */
const monthReads = ({ merchantId, agencyId }: Pick<Sides, 'merchantId' | 'agencyId'>, month: string) => ({
  standings: [standingOf(merchantId, month)],
  spendings: agencyId === null ? [] : [spendingOf(agencyId, month, merchantId)],
});
type ReadMonth = { readonly month: string; readonly found: Found<ReturnType<typeof monthReads>> };

/** The sale's effect on the shop's month and on what the office spent there, of the month in which goods were received. */
const saleWrites = async (
  world: World,
  before: OrderRecord,
  { order, rupiah, first }: Received,
  read: ReadMonth | undefined,
): Promise<Write[]> => {
  const { zone, shards } = await expectCity(world, before.cityCode);
  // The month of the handover, not of a later look at the clock: it may turn in between.
  const month = order.handovers.at(-1)?.month ?? monthOf(world.now(), zone);
  const { merchantId, agencyId } = order;
  const {
    standings: [standing],
    spendings: [spending],
  } = read?.month === month ? read.found : await readTogether(world.table, monthReads(order, month));
  const opened = standing
    ? backInRegister(standing, standing.left || standing.gone === true)
    : await opening(world, merchantId, month);
  const newAgency = agencyId !== null && spending === undefined;
  const sale = { rupiah, firstReceipt: first, newAgency, pricesPaid: pricesPaidIn(order) };
  const version = (standing?.version ?? 0) + 1;
  const spent: Spending | undefined =
    agencyId === null
      ? undefined
      : {
          agencyId,
          merchantId,
          ownerId: order.ownerId,
          month,
          rupiah: (spending?.rupiah ?? 0) + rupiah,
          orders: (spending?.orders ?? 0) + (first ? 1 : 0),
          version: (spending?.version ?? 0) + 1,
        };
  return [saveStanding({ ...withSale(opened, sale), version }, shards), ...(spent ? [saveSpending(spent)] : [])];
};

/** A sale in the first minutes of a month may come before the close has opened it. */
const opening = async ({ table }: World, merchantId: string, month: string) => {
  const [merchant, earlier] = await Promise.all([
    getMerchant(table, merchantId),
    standingsBefore(table, merchantId, month),
  ]);
  if (!merchant) throw new Error(`order names merchant ${merchantId}, which is not in the register`);
  const opened = openStanding(merchant, month, earlier);
  // Who was suspended before the month began offers nothing in it.
  return merchant.status === 'suspended' ? { ...opened, ...offeredAll(false, month), left: true } : opened;
};

/** The latest handover keeps what was asked, so that its key serves no other receipt. */
const signedBy = (handovers: OrderRecord['handovers'], request: string | undefined): OrderRecord['handovers'] =>
  request === undefined
    ? handovers
    : handovers.map((one, index) => (index === handovers.length - 1 ? { ...one, request } : one));

type Receiving = {
  readonly fingerprint?: string;
  readonly read?: ReadMonth | undefined;
  /** What must still be true of what was not written. */
  readonly also?: readonly Write[];
};

/** Order, standing, spending, and what goes back to the shelf: one write, for a person's receipt and the clock's alike. */
export const commitReceipt = async (
  world: World,
  before: OrderRecord,
  received: Received,
  { fingerprint, read, also = [] }: Receiving = {},
): Promise<OrderRecord> => {
  const after = {
    ...received.order,
    handovers: signedBy(received.order.handovers, fingerprint),
    request: before.request,
  };
  await commit(world.table, [
    replaceOrder(after),
    ...(await saleWrites(world, before, received, read)),
    ...heldWrites(before, after),
    ...also,
  ]);
  return after;
};

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
