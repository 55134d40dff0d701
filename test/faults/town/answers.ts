import { routeOf } from '../../../shared/contract.ts';
import { feeOf } from '../../../shared/domain/deliveries/order-delivery.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { partiesOf } from '../../../shared/domain/orders/order-parties.ts';
import type { Running, Sim } from '../sim.ts';
import { cityCodes } from './cities.ts';
import type { Intent } from './intent.ts';

type Answer = { readonly status: number; readonly body: unknown };

/** Codes of other cities in an answer: its districts, its shops, itself. */
const foreign = (text: string, city: string): string | undefined =>
  cityCodes.find((other) => other !== city && text.includes(`"${other}`));

/** An order in an answer is one its reader is a party to, or was when it was asked for. */
const isParty = (sim: Sim, order: Order, intent: Intent, process: Running): boolean => {
  const person = intent.person ?? '';
  const memberships = sim.ledger.all('Membership').filter((one) => one.person === person);
  const known = sim.ledger.find('Order', `ORDER#${order.orderId} ORDER`) ?? order;
  return (
    partiesOf(known, { person, memberships }).length > 0 ||
    partiesOf({ ...known, state: 'disputed' }, { person, memberships }).length > 0 ||
    process.held
  );
};

type Sent = { readonly shops: readonly { merchantId: string; delivery?: { feeRupiah?: number } }[] };
/** Nobody is charged another fee for bringing than they saw. */
const checkFees = (sim: Sim, { body, tag }: Intent, { orders }: { orders: readonly Order[] }): void => {
  const seen = new Map((body as Sent).shops.map(({ merchantId, delivery }) => [merchantId, delivery?.feeRupiah ?? 0]));
  for (const order of orders)
    if (feeOf(order) !== seen.get(order.merchantId))
      sim.violated(`${tag} saw a fee of ${seen.get(order.merchantId)} and is charged ${feeOf(order)}`);
};

/** Refusals that any route may make. */
const everywhere = new Set([
  'invalid_request',
  'not_found',
  'too_busy',
  'internal',
  'changed_meanwhile',
  'month_invalid',
  'own_order',
  'own_payment',
  'own_review',
  'version_mismatch',
]);
/** What a person may be told: only expected refusals, nothing of another tenant, no order of others. */
export const checkAnswer = (sim: Sim, intent: Intent, { status, body }: Answer, process: Running): void => {
  const code = (body as { code?: string } | null)?.code;
  if (status === 500 && !process.broken) sim.violated(`${intent.tag} ${intent.key} met a fault of ours (500)`);
  const { problems: expected = [], refusal } = routeOf(intent.key as never);
  const isNamed =
    everywhere.has(code ?? '') || (refusal ? refusal.safeParse(body).success : expected.includes(code as never));
  if (status >= 400 && !isNamed) sim.violated(`${intent.key} refused with ${code}, which its contract does not name`);
  if (status >= 400 || body === null) return;
  const text = JSON.stringify(body);
  const leaked = intent.city && intent.key !== 'GET /me/orders' ? foreign(text, intent.city) : undefined;
  if (leaked) sim.violated(`${intent.key} about ${intent.city} answered something of ${leaked}`);
  if (intent.key === 'POST /orders') checkFees(sim, intent, body as { orders: Order[] });
  const { orderId, orders, items } = body as { orderId?: string; orders?: Order[] | number; items?: Order[] };
  const shown = [
    ...(orderId ? [body as Order] : []),
    ...(Array.isArray(orders) ? orders : []),
    ...(intent.key.endsWith('orders') ? (items ?? []) : []),
  ];
  for (const order of shown)
    if (!isParty(sim, order, intent, process))
      sim.violated(`${intent.person} was shown ${order.orderId}, an order of others`);
};
