import { addDays, addMonths, dayOf, monthOf } from '../../../shared/domain/basics/month.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { type OrderState, orderMoves } from '../../../shared/domain/orders/order-states.ts';
import type { Role } from '../../../shared/domain/people/caller.ts';
import { BUDGET_CODE, phoneOf } from '../../market.ts';
import type { Sim } from '../sim.ts';
import { applyForCapital, askAsBank, takeBack } from './acts/capital.ts';
import { answerBack, complain, handle, NO_BUDGET } from './acts/complaints.ts';
import { courierNotice, say, send } from './acts/deliveries.ts';
import { reportFeed } from './acts/feeds.ts';
import { deliveryFor, fees } from './acts/fees.ts';
import { notice } from './acts/notices.ts';
import { issue, numbering } from './acts/papers.ts';
import { lookAtMoney, pay, strike } from './acts/pays.ts';
import { answerReview, review } from './acts/reviews.ts';
import { attend, giveSeats, takePlace } from './acts/seats.ts';
import { decideProof } from './acts/targets.ts';
import { visit } from './acts/visits.ts';
import { cityCodes } from './cities.ts';
import type { Intent } from './intent.ts';
import {
  atMerchant,
  buyerRoles,
  buyers,
  keyOf,
  merchantRoles,
  oneOf,
  shopOf,
  some,
  type Wish,
  type Wisher,
  zoneOf,
} from './wish.ts';

/** One to three shops of one city, a few lines each, sometimes the same product twice, or another city's shop. */
const cartOf = (sim: Sim) => {
  const { random, ledger } = sim;
  const city = random.pick(cityCodes);
  const products = random.shuffled(ledger.all('Product').filter((one) => one.cityCode === city || random.chance(0.01)));
  const shops = new Map<string, { productId: string; quantity: number; priceRupiah?: number }[]>();
  for (const product of products.slice(0, 1 + random.int(3))) {
    const lines = shops.get(product.merchantId) ?? [];
    shops.set(product.merchantId, lines);
    for (let times = random.chance(0.15) ? 2 : 1; times > 0; times--)
      lines.push({
        productId: random.chance(0.01) ? random.pick(products).productId : product.productId,
        quantity: 1 + random.int(4),
        ...(random.chance(0.5) ? { priceRupiah: product.priceRupiah } : {}),
      });
  }
  const today = dayOf(new Date(sim.now), zoneOf(city));
  const deliverOn = addDays(today, random.pick([0, 1, 1, 1, 1, 1, 1, 2, 2, -1]));
  const priceOf = new Map(products.map(({ productId, priceRupiah }) => [productId, priceRupiah]));
  const withDelivery = [...shops].map(([merchantId, lines]) => {
    const goods = lines.reduce((sum, one) => sum + (priceOf.get(one.productId) ?? 0) * one.quantity, 0);
    const delivery = deliveryFor(sim, merchantId, `${city}.02`, goods);
    return { merchantId, lines, ...(delivery ? { delivery } : {}) };
  });
  return { city, deliverOn, shops: withDelivery };
};

const place: Wisher = (sim, tag) => {
  const { city, deliverOn, shops } = cartOf(sim);
  if (shops.length === 0) return undefined;
  const { random } = sim;
  const agency = random.chance(0.35)
    ? some(
        sim,
        sim.ledger.all('Agency').filter((one) => one.cityCode === city && one.name !== NO_BUDGET),
      )
    : undefined;
  const scope = agency && `agency:${agency.agencyId}`;
  const keyed = random.chance(0.85);
  const person = scope ? oneOf(sim, scope, ['buyer', 'approver']) : random.pick(buyers);
  return {
    person,
    key: 'POST /orders',
    ...(keyed ? { headers: keyOf(tag) } : {}),
    repeatable: keyed,
    shops: shops.length,
    city,
    needs: scope ? [{ scope, roles: ['buyer', 'approver'] }] : undefined,
    body: {
      shops,
      deliverOn,
      deliverTo: { address: 'Jl. Kawi 2', district: `${city}.02` },
      contact: { name: tag, phone: phoneOf(person ?? tag) },
      ...(agency
        ? { agency: { agencyId: agency.agencyId, purpose: 'Rapat', eventDate: deliverOn, budgetCode: BUDGET_CODE } }
        : {}),
    },
  };
};

/** Mostly a day on which something can be delivered. */
const dayFor = (sim: Sim, city: string): string =>
  addDays(dayOf(new Date(sim.now), zoneOf(city)), sim.random.pick([0, 1, 1, 1, 2, 3, -1, 400]));

const withReason = ['reject', 'decline', 'cancel', 'dispute', 'reschedule'];
const needsOf = (order: Order, by: string): Pick<Intent, 'needs'> & { scope?: string; roles?: readonly Role[] } => {
  const agency = `agency:${order.agencyId}`;
  if (by === 'merchant') return { needs: atMerchant(order.merchantId) };
  if (by === 'city') return { needs: [{ scope: `city:${order.cityCode}`, roles: ['city-admin'] }] };
  if (by === 'approver') return { needs: [{ scope: agency, roles: ['approver'] }] };
  return order.agencyId === null ? {} : { needs: [{ scope: agency, roles: buyerRoles }] };
};

/** The next step of an order by whoever may take it; sometimes any step by anybody. */
const move: Wisher = (sim, tag) => {
  const { random, ledger } = sim;
  const open = ledger.all('Order').filter(({ state }) => Object.keys(orderMoves[state]).length > 0);
  const order = some(sim, random.chance(0.95) ? open : ledger.all('Order'));
  if (!order) return undefined;
  const possible = Object.entries(orderMoves[order.state] as Record<string, { by: readonly string[] }>)
    .filter(([, { by }]) => !by.includes('clock'))
    .map(
      ([name, { by }]) =>
        [['cancel', 'dispute', 'decline', 'reject'].includes(name) ? 1 : 4, { name, by: random.pick(by) }] as const,
    );
  const any = {
    name: random.pick(['accept', 'deliver', 'receive', 'approve', 'cancel']),
    by: random.pick(['merchant', 'buyer']),
  };
  const { name, by } = possible.length > 0 && random.chance(0.95) ? random.weighted(possible) : any;
  const { needs } = needsOf(order, by);
  const person = needs?.[0]
    ? oneOf(sim, needs[0].scope, needs[0].roles)
    : random.chance(0.95)
      ? order.buyer
      : random.pick(buyers);
  // Who is on both sides of an order may use either.
  const either =
    order.agencyId === null && person === order.buyer
      ? undefined
      : [
          ...(needs ?? []),
          ...atMerchant(order.merchantId),
          ...(needsOf(order, 'buyer').needs ?? []),
          ...(order.state === 'disputed' ? (needsOf(order, 'city').needs ?? []) : []),
        ];
  // A step that can come round again is only safe to repeat with the version the person saw.
  const bound = ['deliver', 'dispute', 'reschedule'].includes(name) || random.chance(0.3);
  const partial = name === 'receive' && random.chance(0.4);
  const lines = order.lines.map(({ productId, quantity, received }) => ({
    productId,
    quantity: Math.min(random.int(4), quantity - received),
  }));
  return {
    person,
    key: `POST /orders/{orderId}/${name}`,
    params: { orderId: order.orderId },
    headers: {
      ...(bound ? { 'if-match': `"${order.version}"` } : {}),
      ...(name === 'receive' && (partial || random.chance(0.5)) ? keyOf(tag) : {}),
    },
    city: order.cityCode,
    needs: either,
    ...(name === 'receive'
      ? { body: { receivedBy: tag, ...(partial ? { lines, rest: random.pick(['later', 'given-up']) } : {}) } }
      : withReason.includes(name)
        ? { body: { reason: tag, ...(name === 'reschedule' ? { deliverOn: dayFor(sim, order.cityCode) } : {}) } }
        : {}),
  };
};

const product: Wisher = (sim, tag) => {
  const { random } = sim;
  const shop = shopOf(sim);
  if (!shop) return undefined;
  const own = sim.ledger.all('Product').filter(({ merchantId }) => merchantId === shop.merchantId);
  const known = some(sim, own);
  const base = {
    person: oneOf(sim, `merchant:${shop.merchantId}`, merchantRoles),
    city: shop.cityCode,
    needs: atMerchant(shop.merchantId),
  };
  const params = { merchantId: shop.merchantId };
  const what = random.weighted([
    [2, 'add'],
    [3, 'change'],
    [3, 'count'],
  ] as const);
  if (what === 'add' || !known)
    return {
      ...base,
      key: 'POST /merchants/{merchantId}/products',
      params,
      headers: keyOf(tag),
      body: {
        name: tag,
        unit: 'bungkus',
        priceRupiah: 5000,
        category: 'culinary',
        amount: 5,
        supply: random.pick(['stock', 'capacity']),
      },
    };
  const of = { ...params, productId: known.productId };
  if (what === 'count')
    return {
      ...base,
      key: 'PUT /merchants/{merchantId}/products/{productId}/stock',
      params: of,
      body: { amount: random.int(12) },
    };
  const change = random.pick([
    { active: random.chance(0.6) },
    { priceRupiah: 5000 + 1000 * random.int(9) },
    { name: `${tag} baru` },
  ]);
  return {
    ...base,
    key: 'PATCH /merchants/{merchantId}/products/{productId}',
    params: of,
    body: change,
    ...(random.chance(0.5) ? { headers: { 'if-match': `"${known.version}"` } } : {}),
  };
};

const register: Wisher = (sim, tag) => {
  const city = sim.random.pick(cityCodes);
  return {
    person: sim.random.pick(buyers),
    key: 'POST /merchants',
    headers: keyOf(tag),
    city,
    body: {
      cityCode: city,
      kind: 'person',
      nik: '3573024508800009',
      name: tag,
      ownerName: 'Pemilik',
      phone: '08123456789',
      district: `${city}.02`,
      village: `${city}.02.1001`,
      address: 'Jl. Ijen 1',
      category: 'culinary',
      another: sim.random.chance(0.8),
      ...(sim.random.chance(0.5) ? { account: accountOf(sim) } : {}),
    },
  };
};

/** Few accounts, so that shops come to share one. */
const accountOf = ({ random }: Sim) => ({
  bank: random.pick(['014', '114']),
  number: `00112233440${random.int(3)}`,
  holder: 'Pemilik',
});

/** A shop takes another account, or another phone, or gives its account up. */
const payOut: Wisher = (sim) => {
  const { random } = sim;
  const shop = shopOf(sim, () => true);
  if (!shop) return undefined;
  const scope = `merchant:${shop.merchantId}`;
  return {
    person: oneOf(sim, scope, ['owner']),
    key: 'PATCH /merchants/{merchantId}',
    params: { merchantId: shop.merchantId },
    city: shop.cityCode,
    needs: [{ scope, roles: ['owner'] }],
    body: random.pick([{ account: accountOf(sim) }, { account: null }, { phone: `0812345678${random.int(10)}` }]),
  };
};

const decide: Wisher = (sim, tag) => {
  const { random } = sim;
  const shop = shopOf(sim, (status) => status !== 'verified' || random.chance(0.35));
  if (!shop) return undefined;
  const scope = `city:${shop.cityCode}`;
  const step = {
    pending: random.chance(0.7) ? 'verify' : 'return',
    returned: 'resubmit',
    verified: 'suspend',
    suspended: 'verify',
  }[shop.status];
  if (step === 'resubmit')
    return {
      person: oneOf(sim, `merchant:${shop.merchantId}`, ['owner']),
      key: 'PATCH /merchants/{merchantId}',
      params: { merchantId: shop.merchantId },
      city: shop.cityCode,
      needs: [{ scope: `merchant:${shop.merchantId}`, roles: ['owner'] }],
      body: { address: `Jl. ${tag}` },
    };
  return {
    person: oneOf(sim, scope, ['city-admin']),
    key: `POST /merchants/{merchantId}/${step}`,
    params: { merchantId: shop.merchantId },
    city: shop.cityCode,
    needs: [{ scope, roles: ['city-admin'] }],
    ...(step === 'suspend'
      ? { body: { reason: tag } }
      : step === 'return'
        ? { body: { reasons: [{ field: 'address', reason: tag }] } }
        : {}),
  };
};

const report: Wisher = (sim, tag) => {
  const { random } = sim;
  const shop = shopOf(sim, (status) => status === 'verified' || status === 'suspended');
  if (!shop) return undefined;
  const month = addMonths(monthOf(new Date(sim.now), zoneOf(shop.cityCode)), random.pick([0, -1, -1, -1]));
  const params = { merchantId: shop.merchantId, month };
  if (random.chance(0.15))
    return {
      person: oneOf(sim, `city:${shop.cityCode}`, ['city-admin']),
      key: 'POST /merchants/{merchantId}/turnover/{month}/reopen',
      params,
      city: shop.cityCode,
      needs: [{ scope: `city:${shop.cityCode}`, roles: ['city-admin'] }],
      body: { reason: tag },
    };
  return {
    person: oneOf(sim, `merchant:${shop.merchantId}`, merchantRoles),
    key: 'PUT /merchants/{merchantId}/turnover/{month}',
    params,
    city: shop.cityCode,
    needs: atMerchant(shop.merchantId),
    body: { outside: [{ channel: 'market-stall', rupiah: 1000 * random.int(500) }], note: tag },
  };
};

/** People come and go: staff, buyers, approvers, admins, also by each other at the same time. */
const seat: Wisher = (sim) => {
  const { random, ledger } = sim;
  // One city's own office keeps its people, so that decisions go on somewhere.
  const moving = ledger
    .all('Membership')
    .filter(({ scope }) => /^(merchant|agency|city):/.test(scope) && scope !== 'city:35.78');
  const membership = some(sim, moving);
  if (!membership) return undefined;
  const { scope } = membership;
  const [kind] = scope.split(':') as ['merchant' | 'agency' | 'city'];
  const admins = { merchant: 'owner', agency: 'approver', city: 'city-admin' } as const;
  const city = membership.city ?? undefined;
  const needs = [
    { scope, roles: [admins[kind]] },
    ...(kind === 'agency' ? [{ scope: `city:${city}`, roles: ['city-admin'] as const }] : []),
  ];
  const person = oneOf(sim, scope, [admins[kind]]);
  if (random.chance(0.4))
    return {
      person,
      key: 'DELETE /scopes/{scope}/members/{person}',
      params: { scope, person: membership.person },
      // Anybody may leave.
      needs: person === membership.person ? undefined : needs,
    };
  const roles = {
    merchant: ['owner', 'staff'],
    agency: ['buyer', 'approver', 'treasurer'],
    city: ['city-admin', 'inspectorate'],
  } as const;
  return {
    person,
    key: 'PUT /scopes/{scope}/members/{person}',
    params: {
      scope,
      person: random.chance(0.5) ? membership.person : random.pick(['ani', `pegawai-${city}`, `beli-${city}`]),
    },
    body: { role: random.pick(roles[kind]) },
    needs,
  };
};

/** Somebody who was invited says yes or no, also long after, and also when nobody asks any more. */
const consent: Wisher = (sim) => {
  const invitation = some(sim, sim.ledger.all('Invitation'));
  if (!invitation) return undefined;
  const { person, scope } = invitation;
  const yes = sim.random.chance(0.8);
  const key = yes ? 'POST /me/invitations/{scope}/accept' : 'DELETE /me/invitations/{scope}';
  return { person, key, params: { scope } };
};

const budget: Wisher = (sim) => {
  const line = some(sim, sim.ledger.all('BudgetLine'));
  if (!line) return undefined;
  const { agencyId, year, budgetCode } = line;
  const needs = [{ scope: `agency:${agencyId}`, roles: ['approver', 'treasurer'] as const }];
  return {
    person: oneOf(sim, `agency:${agencyId}`, ['approver', 'treasurer']),
    key: 'PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}',
    params: { agencyId, year, budgetCode },
    needs,
    city: sim.ledger.cityOf({ agencyId }),
    body: { name: 'Makan rapat', ceilingRupiah: 100_000 * (1 + sim.random.int(20)) },
  };
};

const closeNow: Wisher = (sim) => {
  const city = sim.random.pick(cityCodes);
  const month = addMonths(monthOf(new Date(sim.now), zoneOf(city)), -1);
  return {
    person: oneOf(sim, `city:${city}`, ['city-admin']),
    key: 'POST /cities/{city}/months/{month}/close',
    params: { city, month },
    city,
    needs: [{ scope: `city:${city}`, roles: ['city-admin'] }],
  };
};

const look: Wisher = (sim) => {
  const { random, ledger } = sim;
  const city = random.pick(cityCodes);
  const order = some(sim, ledger.all('Order'));
  const agency = some(sim, ledger.all('Agency'));
  const shop = shopOf(sim);
  const month = monthOf(new Date(sim.now), zoneOf(city));
  const looks: Wish[] = [
    { person: undefined, key: 'GET /cities/{city}/products', params: { city }, city },
    {
      person: oneOf(sim, `city:${city}`, ['city-admin', 'inspectorate']),
      key: 'GET /cities/{city}/standings/{month}',
      params: { city, month },
      query: { limit: 2 },
      city,
    },
    { person: random.pick(buyers), key: 'GET /me/orders' },
    {
      person: undefined,
      key: 'GET /cities/{city}/snapshots/{month}',
      params: { city, month: addMonths(month, -1) },
      city,
    },
  ];
  if (order)
    looks.push({
      person: random.pick([order.buyer, ...buyers, `pemilik-${order.cityCode}`]),
      key: 'GET /orders/{orderId}',
      params: { orderId: order.orderId },
      city: order.cityCode,
    });
  if (shop)
    looks.push({
      person: oneOf(sim, `merchant:${shop.merchantId}`, merchantRoles),
      key: 'GET /merchants/{merchantId}/orders',
      params: { merchantId: shop.merchantId },
      city: shop.cityCode,
    });
  if (agency)
    looks.push({
      person: oneOf(sim, `agency:${agency.agencyId}`, buyerRoles),
      key: 'GET /agencies/{agencyId}/orders',
      params: { agencyId: agency.agencyId },
      city: agency.cityCode,
    });
  const line = some(sim, order?.lines ?? []);
  if (order && line) {
    const params = { merchantId: order.merchantId, productId: line.productId };
    const key = 'GET /merchants/{merchantId}/products/{productId}';
    for (let times = 3; times > 0; times--) looks.push({ person: undefined, key, params, city: order.cityCode });
  }
  if (shop)
    looks.push(
      {
        person: undefined,
        key: 'GET /merchants/{merchantId}/products',
        params: { merchantId: shop.merchantId },
        city: shop.cityCode,
      },
      {
        person: oneOf(sim, `merchant:${shop.merchantId}`, merchantRoles),
        key: 'GET /merchants/{merchantId}/turnover/{month}',
        params: { merchantId: shop.merchantId, month },
        city: shop.cityCode,
      },
    );
  return random.pick(looks);
};

const wishers: readonly (readonly [number, Wisher])[] = [
  [24, place],
  [42, move],
  [7, product],
  [2, register],
  [6, decide],
  [3, payOut],
  [6, report],
  [10, seat],
  [5, consent],
  [2, budget],
  [1, closeNow],
  [9, look],
  [24, pay],
  [1, strike],
  [12, notice],
  [3, lookAtMoney],
  [10, issue],
  [1, numbering],
  [4, fees],
  [5, send],
  [5, say],
  [8, courierNotice],
  [9, reportFeed],
  [3, decideProof],
  [5, applyForCapital],
  [5, takeBack],
  [8, askAsBank],
  [8, review],
  [3, answerReview],
  [8, visit],
  [7, takePlace],
  [6, giveSeats],
  [6, attend],
  [3, complain],
  [9, handle],
  [7, answerBack],
];

/** What somebody wants next, as the market stands. */
export const nextIntent = (sim: Sim, id: number): Intent => {
  for (;;) {
    const tag = `Tanda ${id}`;
    const wish = sim.random.weighted(wishers)(sim, tag);
    if (wish)
      return { params: {}, headers: {}, repeatable: true, ...wish, id, tag, sent: 0, settled: false, answers: [] };
  }
};

/** States an order never leaves. */
export const isOver = (state: OrderState): boolean => Object.keys(orderMoves[state]).length === 0;
