import { makeWorld } from '../../../functions/world.ts';
import { RegisterEntry } from '../../../shared/contract/register/register-entry.ts';
import { Standing, StandingCard } from '../../../shared/domain/equity/standing/standing.ts';
import { OrderCard } from '../../../shared/domain/orders/order.ts';
import { OfferedProduct } from '../../../shared/domain/ranking/list/offered.ts';
import { fromItem } from '../../../shared/table/engine/card.ts';
import { indexes, keyNames } from '../../../shared/table/engine/schema.ts';
import type { Item } from '../../../shared/table/engine/table.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { saveMembership } from '../../../shared/table/people/memberships.ts';
import { testClock, testWorld } from '../../engine.ts';
import { type eventOf, marketOf } from '../../market.ts';
import { sum } from './figures.ts';
import { cityItems, fill, idOf, MONTH, merchantItems, orderItems, productItems, standingItems } from './seeds.ts';
import { itemBytes, meter, readUnits } from './units.ts';
import { CITY } from './where.ts';

const PAGE = 50;
const ENTRIES = 200;
type List = {
  readonly name: string;
  readonly key: string;
  readonly person?: string;
  readonly asked: Parameters<typeof eventOf>[2];
  readonly shows: object;
};

const sales = { reportedRupiah: true, rollingRupiah: true, rollingOrders: true } as const;
const READ_BY_CLOSE = { ...sales, newcomer: true, left: true, ownerId: true } as const;

/**
 * The lists people page through, and all that their index is read for, because an index has one projection: of products
 * also ranking, of standings also the monthly close and the gap between owners, of shops also the city's register.
 */
export const lists: readonly List[] = [
  {
    name: 'products of a city',
    key: 'GET /cities/{city}/products',
    asked: { params: { city: CITY } },
    shows: OfferedProduct.shape,
  },
  {
    name: 'orders of a shop',
    key: 'GET /merchants/{merchantId}/orders',
    person: 'sri',
    asked: { params: { merchantId: idOf('mrc', 0) } },
    shows: OrderCard.shape,
  },
  {
    name: 'standings of a month',
    key: 'GET /cities/{city}/standings/{month}',
    person: 'admin',
    asked: { params: { city: CITY, month: MONTH } },
    shows: { ...StandingCard.shape, ...Standing.pick(READ_BY_CLOSE).shape },
  },
  {
    name: 'shops of a city',
    key: 'GET /cities/{city}/merchants',
    asked: { params: { city: CITY } },
    shows: RegisterEntry.shape,
  },
];

/** The shop's owner and the city's admin, who may read the lists that are not public. */
export const seatReaders = (world: Parameters<typeof commit>[0]) =>
  commit(
    world,
    (
      [
        ['sri', `merchant:${idOf('mrc', 0)}`, 'owner'],
        ['admin', `city:${CITY}`, 'city-admin'],
      ] as const
    ).map(([person, scope, role]) => {
      const granted = { city: CITY, name: scope, grantedBy: 'operator', grantedAt: `${MONTH}-01`, version: 1 };
      return saveMembership({ person, scope, role, ...granted });
    }),
  );

/**
 * Units of a page of 50 from the middle of a longer list, roles and city known for seconds as in a running function.
 * The least is what the shown attributes and the keys of 50 entries weigh, read in one eventual query.
 */
export const pageUnits = async () => {
  const clock = testClock();
  const base = await testWorld({ now: clock.now });
  const made = [merchantItems, standingItems, productItems, orderItems];
  await fill(base.table, 1, cityItems);
  await fill(base.table, ENTRIES, (serial) => made.flatMap((items) => items(serial)));
  await seatReaders(base.table);
  const { client, take } = meter(base.table);
  const { logger } = base;
  const world = makeWorld({ client, tableName: base.table.name, secret: 'bench', now: clock.now, logger });
  const { ask } = marketOf(world);
  const rows = [];
  for (const { name, key, person, asked, shows } of lists) {
    const first = await ask(key, person, { ...asked, query: { limit: PAGE } });
    const begun = take();
    const { next: cursor } = first.body as { next: string };
    await ask(key, person, { ...asked, query: { limit: PAGE, cursor } });
    const sent = take();
    // A ranked list is read whole when it is drawn; its later pages are in memory.
    const query = [...sent, ...begun].find(
      ({ input, answer }) => input['IndexName'] !== undefined && answer.Items?.length,
    );
    if (!query) throw new Error(`${key} read no list`);
    const { partition, sort } = indexes[query.input['IndexName'] as keyof typeof indexes];
    const shown = new Set([partition, sort, keyNames.partition, keyNames.sort, ...Object.keys(shows)]);
    const entries = (query.answer.Items ?? []) as Item[];
    const read = sent.includes(query) ? entries.slice(0, PAGE) : entries;
    const bytes = sum(read.map((item) => itemBytes(fromItem(item), shown)));
    const each = Math.round(sum(entries.map((item) => itemBytes(item))) / entries.length);
    rows.push({
      name,
      units: readUnits(sent),
      query: query.units,
      entries: read.length,
      least: Math.ceil(bytes / 4096) / 2,
      bytes: `${each}, ${Math.round(bytes / read.length)} shown`,
    });
  }
  return rows;
};
