import { Spending, Standing, StandingCard } from '../domain/standing.ts';
import {
  entity,
  type Freshness,
  get,
  getMany,
  type Item,
  insert,
  listItems,
  save,
  type Table,
  type Write,
} from './table.ts';

// | entity   | pk          | sk                            | list 1                                              |
// | Standing | MERCHANT#id | STANDING#2026-11              | STANDING#35.73#2026-11#<shard> / padded turnover, id |
// | Spending | AGENCY#id   | SPENDING#2026-11#MERCHANT#id  |                                                     |
const key = (merchantId: string, month: string) => ({ pk: `MERCHANT#${merchantId}`, sk: `STANDING#${month}` });

/** Fifteen digits hold any month's turnover, so text order is number order. */
const padded = (rupiah: number): string => String(rupiah).padStart(15, '0');
const shardOf = (merchantId: string, shards: number): number =>
  (merchantId.charCodeAt(merchantId.length - 1) * 31 + merchantId.charCodeAt(merchantId.length - 2)) % shards;
export const standingList = (cityCode: string, month: string, shard: number): string =>
  `STANDING#${cityCode}#${month}#${shard}`;

const standings = (shards: number) =>
  entity({
    type: 'Standing',
    schema: Standing,
    key: ({ merchantId, month }: Pick<Standing, 'merchantId' | 'month'>) => key(merchantId, month),
    list1: ({ cityCode, month, merchantId, turnoverRupiah }) => ({
      pk: standingList(cityCode, month, shardOf(merchantId, shards)),
      sk: `${padded(turnoverRupiah)}#${merchantId}`,
    }),
  });

export const getStanding = (table: Table, merchantId: string, month: string, freshness?: Freshness) =>
  get(table, { schema: Standing }, key(merchantId, month), freshness);
export const getStandings = (table: Table, merchantIds: readonly string[], month: string, freshness?: Freshness) =>
  getMany(
    table,
    { schema: Standing },
    merchantIds.map((merchantId) => key(merchantId, month)),
    freshness,
  );

/** Opens a month, or writes the next version of one; `shards` is the city's. */
export const saveStanding = (standing: Standing, shards: number): Write => save(standings(shards), standing);
/** Opens a month if nothing opened it before. */
export const openStandingOnce = (standing: Standing, shards: number): Write =>
  insert(standings(shards), standing, true);

export type StandingOrder = 'least' | 'most';

/**
 * The merged stream of a city's month in order of turnover, pages read ahead per shard, cards unparsed because a large
 * city streams a million. Continues after the sort key `after`, which is the same in every shard.
 */
export async function* streamStandings(
  table: Table,
  { cityCode, month, shards }: { cityCode: string; month: string; shards: number },
  {
    order = 'least',
    after,
    pageSize = 1000,
  }: { order?: StandingOrder; after?: string | undefined; pageSize?: number } = {},
): AsyncGenerator<Item, void, undefined> {
  const descending = order === 'most';
  const heads = await Promise.all(
    Array.from({ length: shards }, async (_, shard) => {
      const pages = pagesOf(table, standingList(cityCode, month, shard), { descending, after, pageSize });
      return { pages, page: (await pages.next()).value ?? [], at: 0 };
    }),
  );
  for (;;) {
    let best: (typeof heads)[number] | undefined;
    for (const head of heads) {
      if (head.at === head.page.length && head.page.length > 0) {
        head.page = (await head.pages.next()).value ?? [];
        head.at = 0;
      }
      const item = head.page[head.at];
      const leader = best?.page[best.at];
      if (item && (!leader || String(item.l1sk) < String(leader.l1sk) !== descending)) best = head;
    }
    const next = best?.page[best.at];
    if (!best || !next) return;
    best.at += 1;
    yield next;
  }
}

async function* pagesOf(
  table: Table,
  pk: string,
  { descending, after, pageSize }: { descending: boolean; after: string | undefined; pageSize: number },
): AsyncGenerator<Item[], undefined, undefined> {
  let from = after;
  do {
    const { items, next } = await listItems(table, 'list1', { pk, descending, after: from, limit: pageSize });
    if (items.length > 0) yield items;
    from = next;
  } while (from !== undefined);
  return undefined;
}

export const parseStandingCard = (item: Item): StandingCard => StandingCard.parse(item);

const spendings = entity({
  type: 'Spending',
  schema: Spending,
  key: ({ agencyId, month, merchantId }: Pick<Spending, 'agencyId' | 'month' | 'merchantId'>) =>
    spendingKey(agencyId, month, merchantId),
});
const spendingKey = (agencyId: string, month: string, merchantId: string) => ({
  pk: `AGENCY#${agencyId}`,
  sk: `SPENDING#${month}#MERCHANT#${merchantId}`,
});
export const getSpending = (table: Table, agencyId: string, month: string, merchantId: string) =>
  get(table, spendings, spendingKey(agencyId, month, merchantId));
export const saveSpending = (spending: Spending): Write => save(spendings, spending);
