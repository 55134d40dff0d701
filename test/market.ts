import { createHash, randomUUID } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { encode } from 'jpeg-js';
import * as agencies from '../functions/agencies/api.ts';
import * as audit from '../functions/audit/api.ts';
import * as capital from '../functions/capital/api.ts';
import * as catalogue from '../functions/catalogue/api.ts';
import * as centres from '../functions/centres/api.ts';
import * as cityRanking from '../functions/city-ranking/api.ts';
import * as complaints from '../functions/complaints/api.ts';
import * as deliveries from '../functions/deliveries/api.ts';
import * as demand from '../functions/demand/api.ts';
import * as equity from '../functions/equity/api.ts';
import * as followUps from '../functions/follow-ups/api.ts';
import { type Handler, serve } from '../functions/http/serve.ts';
import * as integrity from '../functions/integrity/api.ts';
import * as notices from '../functions/notices/api.ts';
import * as orders from '../functions/orders/api.ts';
import { runClocks } from '../functions/orders/run-clocks.ts';
import * as papers from '../functions/papers/api.ts';
import * as partners from '../functions/partners/api.ts';
import * as payments from '../functions/payments/api.ts';
import * as people from '../functions/people/api.ts';
import * as photos from '../functions/photos/api.ts';
import * as programmes from '../functions/programmes/api.ts';
import * as ranking from '../functions/ranking/api.ts';
import * as register from '../functions/register/api.ts';
import * as reports from '../functions/reports/api.ts';
import * as reviews from '../functions/reviews/api.ts';
import * as spending from '../functions/spending/api.ts';
import * as stories from '../functions/stories/api.ts';
import * as targets from '../functions/targets/api.ts';
import * as today from '../functions/today/api.ts';
import * as turnover from '../functions/turnover/api.ts';
import * as visits from '../functions/visits/api.ts';
import type { World } from '../functions/world.ts';
import { seatOperator } from '../infra/local/first-operator.ts';
import { worldFor } from '../infra/local/origin/guard.ts';
import { type Context as ContextName, contexts, type Key, type Output, type Sent } from '../shared/contract.ts';
import type { Product } from '../shared/domain/catalogue/product.ts';
import type { Order } from '../shared/domain/orders/order.ts';
import type { Role } from '../shared/domain/people/caller.ts';
import { getStock } from '../shared/table/catalogue/stock.ts';
import { fromItem } from '../shared/table/engine/card.ts';
import type { Item } from '../shared/table/engine/table.ts';

const served = {
  agencies,
  audit,
  capital,
  catalogue,
  centres,
  complaints,
  deliveries,
  partners,
  demand,
  equity,
  'follow-ups': followUps,
  stories,
  visits,
  integrity,
  notices,
  people,
  'city-ranking': cityRanking,
  ranking,
  orders,
  papers,
  payments,
  photos,
  programmes,
  register,
  reports,
  reviews,
  spending,
  targets,
  today,
  turnover,
} satisfies Record<ContextName, { endpoints: Parameters<typeof serve>[1] }>;

/** A refusal as the client sees it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: Record<string, unknown>;
  constructor(status: number, body: Record<string, unknown>) {
    super(`${status} ${body['code']}: ${body['title']} ${JSON.stringify(body['errors'] ?? '')}`);
    this.status = status;
    this.code = String(body['code']);
    this.body = body;
  }
}

type Asked = {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
  rawBody?: string;
  /** Where the visitor sits; all at one place when absent. */
  address?: string;
};
export type Answer = { status: number; headers: Record<string, unknown>; body: never };

/** A file as the contract says it: its name, its media type, its bytes. */
const downloadOf = (headers: Record<string, unknown>, body = '') => ({
  name: /filename="([^"]+)"/.exec(String(headers['content-disposition']))?.[1] ?? '',
  type: String(headers['content-type']),
  bytes: new Uint8Array(Buffer.from(body, 'base64')),
});

let requests = 0;
export const eventOf = (key: string, person: string | undefined, asked: Asked): APIGatewayProxyEventV2 => {
  const [method, path] = key.split(' ') as [string, string];
  const query =
    asked.query && Object.fromEntries(Object.entries(asked.query).map(([name, value]) => [name, String(value)]));
  requests += 1;
  return {
    version: '2.0',
    routeKey: key,
    rawPath: `/api${path.replace(/\{(\w+)\}/g, (hole, name: string) => encodeURIComponent(String(asked.params?.[name] ?? hole).toWellFormed()))}`,
    rawQueryString: query ? new URLSearchParams(query).toString() : '',
    headers: { ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }), ...asked.headers },
    ...(query ? { queryStringParameters: query } : {}),
    ...(asked.params ? { pathParameters: asked.params } : {}),
    requestContext: {
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: asked.address ?? '127.0.0.1', userAgent: 'market' },
      requestId: `request-${requests}`,
      routeKey: key,
      stage: 'api',
      ...(person === undefined
        ? {}
        : { authorizer: { jwt: { claims: { sub: person, token_use: 'access', scope: 'openid' }, scopes: null } } }),
    } as unknown as APIGatewayProxyEventV2['requestContext'],
    isBase64Encoded: false,
    ...(asked.rawBody !== undefined
      ? { body: asked.rawBody }
      : asked.body === undefined
        ? {}
        : { body: JSON.stringify(asked.body) }),
  };
};

/**
 * People read `11 November 2026` and `Rp12.500`: no refusal of any test speaks of a day, a month or money as machines do, but
 * to say how a day is written.
 */
const requirePlainWords = (told: { title?: string }): void => {
  const { title } = told;
  if (/Rp\d{4}/.test(JSON.stringify(told))) throw new Error(`money without its points in a sentence: ${title}`);
  if (/(?<!seperti )\b\d{4}-\d{2}\b/.test(title ?? '')) throw new Error(`a machine's date in a sentence: ${title}`);
};

/** The market over the real handlers of a world, without HTTP between: `ask` answers anything, `as` a person's answers or throws. */
export const marketOf = (world: World) => {
  const handlers = new Map<string, Handler>(
    (Object.keys(contexts) as ContextName[]).flatMap((name) => {
      const handler = serve(contexts[name], served[name].endpoints, () => worldFor(`${name}/api`, world));
      return Object.keys(contexts[name]).map((key) => [key, handler] as const);
    }),
  );
  const ask = async (key: string, person: string | undefined, asked: Asked = {}): Promise<Answer> => {
    const handler = handlers.get(key);
    if (!handler) throw new Error(`no handler for ${key}`);
    const answered = await handler(eventOf(key, person, asked), {} as Context);
    const { statusCode = 200, headers = {}, body } = answered;
    if (answered.isBase64Encoded) return { status: statusCode, headers, body: downloadOf(headers, body) as never };
    if (String(headers['content-type']).startsWith('text/'))
      return { status: statusCode, headers, body: body as never };
    const told = body === undefined ? null : JSON.parse(body);
    if (statusCode >= 400) requirePlainWords(told);
    return { status: statusCode, headers, body: told as never };
  };
  const as =
    (person?: string) =>
    async <K extends Key>(
      key: K,
      asked: Partial<Sent<K>> & { headers?: Record<string, string>; address?: string } = {},
    ): Promise<Output<K>> => {
      const { status, body } = await ask(key, person, asked as Asked);
      if (status >= 400) throw new Refusal(status, body);
      return body as Output<K>;
    };
  return { world, ask, as };
};
export type Market = ReturnType<typeof marketOf>;

/** The same value however an engine orders attributes. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value instanceof Set) return [...value].sort();
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, of]) => [name, inOrder(of)]));
};

/** Every item as the engine keeps it, in order of key. Only a test may look at everything. */
export const stored = async ({ table }: World): Promise<Item[]> => {
  const items: Item[] = [];
  let from: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new ScanCommand({ TableName: table.name, ConsistentRead: true, ...(from ? { ExclusiveStartKey: from } : {}) }),
    );
    items.push(...Items);
    from = LastEvaluatedKey;
  } while (from);
  const key = ({ pk, sk }: Item) => `${pk} ${sk}`;
  return items.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map((item) => inOrder(item) as Item);
};

/** Every item as it was before it was stored. */
export const everything = async (world: World): Promise<Item[]> => (await stored(world)).map(fromItem);

/** The same without how often somebody was told today how much is left: no trace of what was asked. */
export const lasting = async (world: World): Promise<Item[]> =>
  (await everything(world)).filter(({ pk }) => !String(pk).startsWith('MADE#stock-told#'));

/** What a person is told when refused: the problem, or a failed test when the market served instead. */
export const refusalOf = async (asked: Promise<unknown>): Promise<Refusal> => {
  try {
    await asked;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('expected a refusal, but the market served');
};

/** The market's promise about every refusal: a problem of the contract, one sentence, and a table as it was before. */
export const refusedWithoutTrace = async (world: World, asked: () => Promise<unknown>): Promise<Refusal> => {
  const before = await lasting(world);
  const refusal = await refusalOf(asked());
  const after = await lasting(world);
  if (JSON.stringify(after) !== JSON.stringify(before))
    throw new Error(`refused (${refusal.message}) but something was written`);
  return refusal;
};

export type Shop = { readonly merchantId: string; readonly owner: string; readonly cityCode: string };
export type Office = {
  readonly agencyId: string;
  readonly buyer: string;
  readonly approver: string;
  readonly treasurer: string;
  readonly budgetCode: string;
};
type NewProduct = Sent<'POST /merchants/{merchantId}/products'>['body'];
type Cart = Sent<'POST /orders'>['body'];
export type Ordered = { product: Product; quantity: number; priceRupiah?: number };

/** Two districts of two villages each, by codes that begin as the city's. */
const districtsOf = (city: string) =>
  ['02', '03'].map((district) => ({
    code: `${city}.${district}`,
    name: `Kecamatan ${district}`,
    villages: ['1001', '1002'].map((village) => ({
      code: `${city}.${district}.${village}`,
      name: `Kelurahan ${village}`,
    })),
  }));

/** A whole static QRIS of a shop: made up, with a right CRC. */
export const QRIS =
  '00020101021126680016ID.CO.CONTOH.WWW011893600999000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204549953033605802ID5913WARUNG CONTOH6008SURABAYA61056011162070703A0163048451';
/** One person of a test orders what many would: how many may be open is its own test's matter. */
export const manyOpen = { personOpenOrders: 100, personOpenAtShop: 100, newPersonOpenOrders: 100 } as const;

/** A phone of one's own: what was refused under a number counts against whoever gives it next. */
export const phoneOf = (person: string): string =>
  `0813${createHash('sha256').update(person).digest().readUInt32BE().toString().padStart(10, '0').slice(-8)}`;

export const BUDGET_CODE = '5.1.02.01.01.0052';
const DAY_MS = 86_400_000;

/**
 * A market with nobody in it but its operator, and sentences to fill it: `founds` a city, `opens` a verified shop,
 * `offers` a product, `seatsOffice` with its people and a budget, `buys` for oneself, `orders` for an office.
 */
export const townOf = async (world: World) => {
  const market = marketOf(world);
  const { as } = market;
  await seatOperator(world.table, 'operator', world.now());
  let people = 0;
  const somebody = (role: string) => {
    people += 1;
    return `${role}-${people}`;
  };

  /** Founds a city and seats its first admin, `admin-35.73`. */
  const founds = async (city: string, but: Partial<Sent<'PUT /cities/{city}'>['body']> = {}) => {
    const body = {
      name: `Kota ${city}`,
      provinceName: `Provinsi ${city.slice(0, 2)}`,
      zone: 'Asia/Jakarta' as const,
      accent: null,
      policies: { personMaxRupiah: 10_000_000, agencyMaxRupiah: 200_000_000, ...manyOpen },
      districts: districtsOf(city),
      ...but,
    };
    await as('operator')('PUT /cities/{city}', { params: { city }, body });
    await seats(`city:${city}`, adminOf(city), 'city-admin');
  };
  const adminOf = (city: string) => `admin-${city}`;
  const invites = (scope: string, person: string, role: Role, by = 'operator') =>
    as(by)('PUT /scopes/{scope}/members/{person}', { params: { scope, person }, body: { role } });
  const consents = (scope: string, person: string) =>
    as(person)('POST /me/invitations/{scope}/accept', { params: { scope } });
  /** Invites somebody, who consents. */
  const seats = async (scope: string, person: string, role: Role, by = 'operator') => {
    const seat = await invites(scope, person, role, by);
    return seat.state === 'invited' ? consents(scope, person) : seat;
  };

  /** An application of a person's shop, as its owner sends it. */
  const application = (
    city: string,
    but: Partial<Sent<'POST /merchants'>['body']> = {},
  ): Sent<'POST /merchants'>['body'] => ({
    cityCode: city,
    kind: 'person',
    nik: '3573024508800001',
    name: 'Dapur Bu Sri',
    ownerName: 'Sri',
    phone: '0812-3456-7890',
    district: `${city}.02`,
    village: `${city}.02.1001`,
    address: 'Jl. Ijen 1',
    category: 'meeting-food',
    // Whoever opens several shops in a test has one phone and one number.
    another: true,
    ...but,
  });
  const applies = async (
    city: string,
    but: Parameters<typeof application>[1] = {},
    owner = somebody('owner'),
  ): Promise<Shop> => {
    const { merchantId } = await as(owner)('POST /merchants', { body: application(city, but) });
    return { merchantId, owner, cityCode: city };
  };
  const verifies = ({ merchantId, cityCode }: Shop) =>
    as(adminOf(cityCode))('POST /merchants/{merchantId}/verify', { params: { merchantId } });
  /** A shop that applied and was verified. */
  const opens = async (city: string, but: Parameters<typeof application>[1] = {}, owner?: string): Promise<Shop> => {
    const shop = await applies(city, but, owner);
    await verifies(shop);
    return shop;
  };
  const offers = ({ merchantId, owner }: Shop, but: Partial<NewProduct> = {}): Promise<Product> =>
    as(owner)('POST /merchants/{merchantId}/products', {
      params: { merchantId },
      body: {
        name: 'Nasi kotak rapat',
        unit: 'kotak',
        priceRupiah: 18_000,
        category: 'meeting-food',
        supply: 'stock',
        amount: 10,
        ...but,
      },
    });
  /** A photo of a shop, uploaded by its owner; each width is another picture. */
  const uploads = async ({ merchantId, owner }: Shop, width = 64): Promise<string> => {
    const { data } = encode({ width, height: 64, data: new Uint8Array(width * 64 * 4).fill(128) }, 60);
    const { status, body } = await market.ask('POST /merchants/{merchantId}/photos', owner, {
      params: { merchantId },
      rawBody: Buffer.from(data).toString('latin1'),
      headers: { 'content-type': 'image/jpeg' },
    });
    if (status >= 400) throw new Refusal(status, body);
    return (body as { photo: string }).photo;
  };
  /** A city's sign, uploaded by its admin; each width is another picture. */
  const putsLogo = async (city: string, width = 64, person = adminOf(city), version?: number): Promise<string> => {
    const { data } = encode({ width, height: 64, data: new Uint8Array(width * 64 * 4).fill(128) }, 60);
    const { status, body } = await market.ask('POST /cities/{city}/logo', person, {
      params: { city },
      rawBody: Buffer.from(data).toString('latin1'),
      headers: { 'content-type': 'image/jpeg', ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
    });
    if (status >= 400) throw new Refusal(status, body);
    return (body as { logo: string }).logo;
  };
  /** A picture of an order, uploaded by one of its parties; each width is another picture. */
  const pictures = async (
    person: string,
    { orderId }: Pick<Order, 'orderId'>,
    purpose: 'handover' | 'proof' | 'review',
    width = 64,
  ): Promise<{ photoId: string; photo?: string }> => {
    const { data } = encode({ width, height: 64, data: new Uint8Array(width * 64 * 4).fill(128) }, 60);
    const { status, body } = await market.ask('POST /orders/{orderId}/photos/{purpose}', person, {
      params: { orderId, purpose },
      rawBody: Buffer.from(data).toString('latin1'),
      headers: { 'content-type': 'image/jpeg' },
    });
    if (status >= 400) throw new Refusal(status, body);
    return body as { photoId: string; photo?: string };
  };
  const shelfOf = async ({ merchantId, productId }: Product, day: string | null = null) => {
    const shelf = await getStock(world.table, { merchantId, productId }, day);
    if (shelf && shelf.taken + shelf.free !== shelf.given)
      throw new Error(`taken + free is not given: ${JSON.stringify(shelf)}`);
    return shelf;
  };

  /** An office with a buyer, an approver and a treasurer, and a budget line of this year. */
  const seatsOffice = async (city: string, ceilingRupiah = 50_000_000): Promise<Office> => {
    const admin = adminOf(city);
    const { agencyId } = await as(admin)('POST /cities/{city}/agencies', {
      params: { city },
      body: { name: 'Dinas Pendidikan', address: 'Jl. Veteran 19' },
    });
    const [buyer, approver, treasurer] = [somebody('buyer'), somebody('approver'), somebody('treasurer')];
    await seats(`agency:${agencyId}`, buyer, 'buyer', admin);
    await seats(`agency:${agencyId}`, approver, 'approver', admin);
    await seats(`agency:${agencyId}`, treasurer, 'treasurer', admin);
    const office = { agencyId, buyer, approver, treasurer, budgetCode: BUDGET_CODE };
    await budgets(office, ceilingRupiah);
    return office;
  };
  const thisYear = () => world.now().slice(0, 4);
  const budgets = ({ agencyId, approver, budgetCode }: Office, ceilingRupiah: number, year = thisYear()) =>
    as(approver)('PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}', {
      params: { agencyId, year, budgetCode },
      body: { name: 'Belanja makanan dan minuman rapat', ceilingRupiah },
    });
  const budgetOf = async ({ agencyId, treasurer }: Office, year = thisYear()) => {
    const { items } = await as(treasurer)('GET /agencies/{agencyId}/budgets/{year}', { params: { agencyId, year } });
    const line = items[0];
    if (line && line.committedRupiah + line.leftRupiah !== line.ceilingRupiah)
      throw new Error(`committed + left is not the ceiling: ${JSON.stringify(line)}`);
    return line;
  };

  const tomorrow = () => new Date(Date.parse(world.now()) + DAY_MS + 7 * 3_600_000).toISOString().slice(0, 10);
  /** A cart of these goods, grouped by shop, delivered tomorrow in the first district. */
  const cart = (goods: readonly Ordered[], but: Partial<Cart> = {}): Cart => {
    const shops = [...new Set(goods.map(({ product }) => product.merchantId))];
    return {
      shops: shops.map((merchantId) => ({
        merchantId,
        lines: goods
          .filter(({ product }) => product.merchantId === merchantId)
          .map(({ product, quantity, priceRupiah }) => ({
            productId: product.productId,
            quantity,
            ...(priceRupiah === undefined ? {} : { priceRupiah }),
          })),
      })),
      deliverOn: tomorrow(),
      deliverTo: { address: 'Jl. Kawi 2', district: `${goods[0]?.product.cityCode}.02` },
      contact: { name: 'Ani', phone: '0812-3456-789' },
      ...but,
    };
  };
  const purposeOf = ({ agencyId, budgetCode }: Office): NonNullable<Cart['agency']> => ({
    agencyId,
    purpose: 'Rapat koordinasi',
    eventDate: tomorrow(),
    budgetCode,
  });
  const places = async (person: string, body: Cart, key?: string): Promise<Order[]> =>
    (await as(person)('POST /orders', { body, ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }) }))
      .orders;
  const one = async (orders: Promise<Order[]>): Promise<Order> => {
    const [order] = await orders;
    if (!order) throw new Error('no order was placed');
    return order;
  };
  /** A personal order of one product. */
  const buys = (person: string, product: Product, quantity = 1, but: Partial<Cart> = {}) =>
    one(places(person, cart([{ product, quantity }], { contact: { name: 'Ani', phone: phoneOf(person) }, ...but })));
  /** An office's order of one product, waiting for approval. */
  const orders = (office: Office, product: Product, quantity = 1, but: Partial<Cart> = {}) =>
    one(places(office.buyer, cart([{ product, quantity }], { agency: purposeOf(office), ...but })));

  type Move = 'approve' | 'reject' | 'accept' | 'decline' | 'deliver' | 'cancel' | 'dispute';
  const moves = (
    person: string,
    move: Move,
    { orderId }: Pick<Order, 'orderId'>,
    reason = 'Alasan yang jelas',
  ): Promise<Order> =>
    as(person)(`POST /orders/{orderId}/${move}` as 'POST /orders/{orderId}/cancel', {
      params: { orderId },
      ...(['approve', 'accept', 'deliver'].includes(move) ? {} : { body: { reason } }),
    }) as Promise<Order>;
  const receives = (
    person: string,
    { orderId }: Pick<Order, 'orderId'>,
    body: Sent<'POST /orders/{orderId}/receive'>['body'] = {},
    key: string = randomUUID(),
  ): Promise<Order> =>
    as(person)('POST /orders/{orderId}/receive', { params: { orderId }, body, headers: { 'idempotency-key': key } });
  /** From shelf to received: what makes a shop have sold. */
  const sells = async (shop: Shop, product: Product, quantity: number, buyer = somebody('buyer')): Promise<Order> => {
    const order = await buys(buyer, product, quantity);
    await moves(shop.owner, 'accept', order);
    await moves(shop.owner, 'deliver', order);
    return receives(buyer, order);
  };
  const runsClocks = () => runClocks(() => world)();

  return {
    ...market,
    somebody,
    founds,
    adminOf,
    invites,
    consents,
    seats,
    application,
    applies,
    verifies,
    opens,
    offers,
    uploads,
    putsLogo,
    pictures,
    shelfOf,
    seatsOffice,
    budgets,
    budgetOf,
    tomorrow,
    cart,
    purposeOf,
    places,
    buys,
    orders,
    moves,
    receives,
    sells,
    runsClocks,
  };
};
export type Town = Awaited<ReturnType<typeof townOf>>;
