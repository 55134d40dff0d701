import type { Output } from '../../shared/contract.ts';
import { dayOf } from '../../shared/domain/basics/month.ts';
import { requireNoneBarred } from '../../shared/domain/catalogue/barred.ts';
import { requireNotAway } from '../../shared/domain/deliveries/move-delivery.ts';
import { moveOrder } from '../../shared/domain/orders/move-order.ts';
import { requireOneSide } from '../../shared/domain/orders/one-side.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { clockTermsOf } from '../../shared/domain/orders/order-clocks.ts';
import { partiesOf, requireParty } from '../../shared/domain/orders/order-parties.ts';
import { alreadyMoved } from '../../shared/domain/orders/order-rules.ts';
import { requireDayAhead, shopNeeds } from '../../shared/domain/orders/shop-needs.ts';
import type { Caller, Person, SeatedCaller } from '../../shared/domain/people/caller.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { productOf } from '../../shared/table/catalogue/products.ts';
import { deliveriesOf, deliveriesStand } from '../../shared/table/deliveries.ts';
import type { Found } from '../../shared/table/engine/reads.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { type OrderRecord, replaceOrder } from '../../shared/table/orders/orders.ts';
import { membershipStands, membershipsOf, seatOf } from '../../shared/table/people/memberships.ts';
import { workplacesOf } from '../../shared/table/people/seats.ts';
import { merchantOf } from '../../shared/table/register/merchants.ts';
import { expectCity } from '../http/access.ts';
import { type Ask, type Request, readingEndpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { requireForeignShopOf } from '../reads/own-shop.ts';
import type { World } from '../world.ts';
import { heldWrites } from './held-writes.ts';
import { cacheSides, sidesOf, wantedOf, withCitySeat } from './order-sides.ts';
import { questionsAbout } from './shared-owner.ts';
import { shopStands } from './shop-stands.ts';

type Move = 'approve' | 'reject' | 'accept' | 'decline' | 'deliver' | 'cancel' | 'dispute';
type MoveKey = `POST /orders/{orderId}/${Move}`;

/**
 * Every plain move: read the order, let the table of moves decide, write the order with what it holds from now on. The state
 * itself makes it idempotent: the same person's second click finds the order already there and gets it as it is.
 */
const moveTo = <K extends MoveKey>(key: K, move: Move) =>
  readingEndpoint(
    key,
    ({ params }: Request<MoveKey>, world, person) => wantedFor(params.orderId, move, world, person),
    async (ask, world) => moveOne(ask as Moving, world, move) as Promise<Output<K>>,
  );

/**
 * The order with the seats of who asks; its shop and its goods where the move needs them, the city's seat where the city may make it, and
 * where its maker and its approver work, for the question an approval leaves.
 */
const wantedFor = async (orderId: string, move: Move, world: World, person: Person) => {
  const sides = await sidesOf(world, orderId);
  const city = sides && move === 'cancel' ? [`city:${sides.cityCode}`] : [];
  const { scopes, reads } = wantedOf(orderId, sides, city);
  const approved = sides && move === 'approve' ? sides : undefined;
  return {
    scopes,
    reads: {
      ...reads,
      shops: sides && shopNeeds[move] ? [merchantOf(sides.merchantId)] : [],
      goods: sides && shopNeeds[move] ? sides.productIds.map((id) => productOf(sides.merchantId, id)) : [],
      workplaces: approved ? [workplacesOf(approved.buyer), workplacesOf(person)] : [],
      approvers: approved ? [seatOf(person, `agency:${approved.agencyId}`)] : [],
    },
  };
};
type Moving = Ask<MoveKey> & { readonly found: Found<Awaited<ReturnType<typeof wantedFor>>['reads']> };

const moveOne = async (asked: Moving, world: World, move: Move) => {
  const { order, shops, goods, workplaces, approvers } = asked.found;
  const ask = { ...asked, caller: await withCitySeat(world, asked.caller, order) };
  const before = requireParty(order, ask.caller) as OrderRecord;
  cacheSides(world, [before]);
  if (alreadyMoved(before, move, ask.caller.person)) return before;
  requireVersion(ask, before);
  requireOneSide(before, move, ask.caller);
  const reason = (ask.body as { reason?: string } | undefined)?.reason;
  if (judges(before, move, ask.caller)) await requireForeignJudge(world, ask.caller, before);
  const [at, terms] = [world.now(), clockTermsOf(await expectCity(world, before.cityCode))];
  const moved = moveOrder(before, move, { caller: ask.caller, at, reason, ...terms });
  requireDayAhead(move, before, dayOf(at, terms.zone));
  requireNoneBarred(goods);
  const raised =
    move === 'approve' ? await questionsAbout(world, before, ask.caller.person, { shop: shops[0], workplaces }) : [];
  const questions = [...(before.questions ?? []), ...raised];
  const after = { ...moved, ...(questions.length > 0 ? { questions } : {}) };
  await commit(world.table, [
    replaceOrder(after),
    ...heldWrites(before, after),
    ...(await shopStands(world, move, before, dayOf(at, terms.zone), shops[0])),
    ...(await goodsAreAtShop(world, move, before, ask.caller)),
    // Approving commits an office's money: a role that is taken away while the approval is on its way takes it along.
    ...approvers.flatMap((seat) => (seat ? [membershipStands(seat)] : [])),
    ...(await decidedByCity(world, after, ask.caller)),
  ]);
  return after;
};

/** A buyer calls an order off while its goods are at its shop; a courier that comes in between is seen. */
const goodsAreAtShop = async ({ table }: World, move: Move, order: Order, caller: Caller): Promise<Write[]> => {
  if (move !== 'cancel' || order.state !== 'accepted' || partiesOf(order, caller).includes('merchant')) return [];
  const deliveries = await deliveriesOf(table, order.orderId);
  requireNotAway(deliveries);
  return deliveriesStand(order.orderId, deliveries);
};

/** Whoever decides a dispute as the city, being no party of it. */
const judges = (order: Order, move: Move, caller: Caller): boolean =>
  move === 'cancel' && order.state === 'disputed' && partiesOf(order, caller).every((party) => party === 'city');

/** Nor is the shop one the judge is close to, by all their seats: only those of the order were read before. */
const requireForeignJudge = async (world: World, { person }: Caller, { merchantId }: Order): Promise<void> =>
  requireForeignShopOf(world, { person, memberships: await membershipsOf(world.table, person) }, merchantId);

/** A dispute that the city decided is an act of its office. */
const decidedByCity = async (
  world: World,
  { history, cityCode, orderId }: Order,
  caller: SeatedCaller,
): Promise<Write[]> => {
  const last = history.at(-1);
  if (last?.side !== 'city') return [];
  const act = { chain: cityCode, at: last.at, by: last.by, act: 'dispute-decided' as const, person: null };
  return recordAct(world.table, { ...act, subjects: [orderId], details: { state: last.state } }, caller);
};

export const approveOrder = moveTo('POST /orders/{orderId}/approve', 'approve');
export const rejectOrder = moveTo('POST /orders/{orderId}/reject', 'reject');
export const acceptOrder = moveTo('POST /orders/{orderId}/accept', 'accept');
export const declineOrder = moveTo('POST /orders/{orderId}/decline', 'decline');
export const deliverOrder = moveTo('POST /orders/{orderId}/deliver', 'deliver');
export const cancelOrder = moveTo('POST /orders/{orderId}/cancel', 'cancel');
export const disputeOrder = moveTo('POST /orders/{orderId}/dispute', 'dispute');
