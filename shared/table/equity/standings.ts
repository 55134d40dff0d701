import type * as z from 'zod';
import { addMonths } from '../../domain/basics/month.ts';
import { CarryingMonth, LastMonth, PastMonth } from '../../domain/equity/standing/earlier-month.ts';
import { MONTHS_BEFORE } from '../../domain/equity/standing/past-line.ts';
import { Standing, StandingCard } from '../../domain/equity/standing/standing.ts';
import { exists, is } from '../engine/fields.ts';
import { insertEach } from '../engine/insert-each.ts';
import { everyPage, list, listItems } from '../engine/pages.ts';
import { type Freshness, get, getMany, type Kind, type Read, readOf } from '../engine/reads.ts';
import { entity, type Item, namesIn, type Table } from '../engine/table.ts';
import { insert, save, update, type Write } from '../engine/writes.ts';

// | entity   | pk          | sk                            | list 1                                              | list 2 |
// | Standing | MERCHANT#id | STANDING#2026-11              | STANDING#35.73#2026-11#<shard> / padded turnover, months unsold, id | ROLLING#35.73#2026-11#<shard> / padded twelve months, id |
const key = (merchantId: string, month: string) => ({ pk: `MERCHANT#${merchantId}`, sk: `STANDING#${month}` });

/** Fifteen digits hold any month's turnover, so text order is number order. */
const padded = (rupiah: number): string => String(rupiah).padStart(15, '0');
/** Among equals who sold nothing for longest comes first: that shop is visited first. */
const longestUnsoldFirst = (monthsUnsold: number): string => String(999 - Math.min(monthsUnsold, 999)).padStart(3, '0');
const shardOf = (merchantId: string, shards: number): number =>
  (merchantId.charCodeAt(merchantId.length - 1) * 31 + merchantId.charCodeAt(merchantId.length - 2)) % shards;

/** The two orders a month can be read in: by its own turnover, or by that of the twelve months it ends. */
const lists = { month: { index: 'list1', sort: 'l1sk' }, year: { index: 'list2', sort: 'l2sk' } } as const;
type StandingSpan = keyof typeof lists;
const partition = (span: StandingSpan, cityCode: string, month: string, shard: number): string =>
  `${span === 'month' ? 'STANDING' : 'ROLLING'}#${cityCode}#${month}#${shard}`;

/** What the list of a month, and the support list, read of a standing. */
const card = [...namesIn(StandingCard), 'ownerId', 'rollingRupiah', 'left'] as const;
/** What the list of the twelve months is read for besides: more than all the rest. */
const card2 = [
  'reportedRupiah',
  'rollingOrders',
  'newcomer',
  'returned',
  'offeredDays',
  'pricesPaid',
  'past',
  'gone',
] as const;
const standings = (shards: number) =>
  entity({
    type: 'Standing',
    schema: Standing,
    key: ({ merchantId, month }: Pick<Standing, 'merchantId' | 'month'>) => key(merchantId, month),
    // Who left before the month is in the list of the twelve months alone.
    list1: ({ cityCode, month, merchantId, turnoverRupiah, monthsUnsold, gone }) =>
      gone
        ? undefined
        : {
            pk: partition('month', cityCode, month, shardOf(merchantId, shards)),
            sk: `${padded(turnoverRupiah)}#${longestUnsoldFirst(monthsUnsold)}#${merchantId}`,
          },
    list2: ({ cityCode, month, merchantId, rollingRupiah }) => ({
      pk: partition('year', cityCode, month, shardOf(merchantId, shards)),
      sk: `${padded(rollingRupiah)}#${merchantId}`,
    }),
    card,
    card2,
  });

export const standingOf = (merchantId: string, month: string): Read<Standing> =>
  readOf({ schema: Standing }, key(merchantId, month));
export const getStanding = (table: Table, merchantId: string, month: string, freshness?: Freshness) =>
  get(table, { schema: Standing }, key(merchantId, month), freshness);
export const getStandings = (table: Table, merchantIds: readonly string[], month: string, freshness?: Freshness) =>
  getMany(
    table,
    { schema: Standing },
    merchantIds.map((merchantId) => key(merchantId, month)),
    freshness,
  );

/** A merchant's standings of the eleven months before a month, newest first. */
export const standingsBefore = async (table: Table, merchantId: string, month: string): Promise<Standing[]> => {
  const request = { pk: `MERCHANT#${merchantId}`, prefix: 'STANDING#', after: `STANDING#${month}`, descending: true };
  return (await list(table, Standing, undefined, { ...request, limit: MONTHS_BEFORE, consistent: true })).items;
};

/** What is read of many standings at once: its schema's attributes, and no others. */
const partOf = <S extends z.ZodObject>(schema: S) => [{ schema, card, card2 }, { only: namesIn(schema) }] as const;

const [counted, countedOnly] = partOf(
  Standing.pick({ district: true, category: true, turnoverRupiah: true, rollingRupiah: true, gone: true }),
);
/** What control totals count of several merchants' month, read consistently. At most 100; who has none is left out. */
export const countedStandings = async (table: Table, merchantIds: readonly string[], month: string) => {
  const keys = merchantIds.map((merchantId) => key(merchantId, month));
  return (await getMany(table, counted, keys, countedOnly)).filter((standing) => standing !== undefined);
};

const [versioned, versionedOnly] = partOf(Standing.pick({ version: true, carriedFrom: true }));
/** How often several merchants' month was written, and from what it took over; in the order of the ids, at most 100. */
export const standingVersions = (table: Table, merchantIds: readonly string[], month: string) =>
  getMany(
    table,
    versioned,
    merchantIds.map((merchantId) => key(merchantId, month)),
    versionedOnly,
  );

const [lasting, lastingOnly] = partOf(LastMonth);
/** What the next month is opened from, of several merchants; in the order of the ids, at most 100. */
export const lastMonths = (table: Table, merchantIds: readonly string[], month: string) =>
  getMany(
    table,
    lasting,
    merchantIds.map((merchantId) => key(merchantId, month)),
    lastingOnly,
  );

/** Which months of a merchant were opened among the eleven after a month. */
export const monthsAfter = async (table: Table, merchantId: string, month: string): Promise<string[]> => {
  const request = { pk: `MERCHANT#${merchantId}`, prefix: 'STANDING#', after: `STANDING#${month}` };
  const { items } = await list(table, Standing, undefined, { ...request, limit: MONTHS_BEFORE, consistent: true });
  return items.map((standing) => standing.month);
};

const KEYS_AT_ONCE = 100;
const [past, pastOnly] = partOf(PastMonth);
const [carrying, carryingOnly] = partOf(CarryingMonth);
/** Months of merchants, a hundred keys to a batch, all batches at once; who has none is left out. */
const monthsOf = async <S extends z.ZodObject>(
  table: Table,
  merchantIds: readonly string[],
  months: readonly string[],
  [kind, only]: readonly [Kind<S>, { only: readonly string[] }],
): Promise<z.infer<S>[]> => {
  const keys = merchantIds.flatMap((merchantId) => months.map((one) => key(merchantId, one)));
  const batches: (typeof keys)[] = [];
  for (let at = 0; at < keys.length; at += KEYS_AT_ONCE) batches.push(keys.slice(at, at + KEYS_AT_ONCE));
  const found = await Promise.all(batches.map((batch) => getMany(table, kind, batch, only)));
  return found.flat().filter((month) => month !== undefined);
};

/**
 * What several merchants' months carry over, from `first` to `last`, and what the eleven months before say, read
 * consistently; a hundred merchants are a good measure. Nobody has a month before `since`, in which their city was
 * founded: in a city's first year most of what could be asked for cannot be there.
 */
export const carryingMonths = async (
  table: Table,
  merchantIds: readonly string[],
  { first, last, since }: { first: string; last: string; since: string },
): Promise<{ readonly carrying: CarryingMonth[]; readonly past: PastMonth[] }> => {
  const months: string[] = [];
  for (let one = addMonths(first, -MONTHS_BEFORE); one <= last; one = addMonths(one, 1))
    if (one >= since) months.push(one);
  const [own, before] = [months.filter((one) => one >= first), months.filter((one) => one < first)];
  const [ofOwn, ofPast] = await Promise.all([
    monthsOf(table, merchantIds, own, [carrying, carryingOnly]),
    monthsOf(table, merchantIds, before, [past, pastOnly]),
  ]);
  return { carrying: ofOwn, past: ofPast };
};

/** What is known of these months of several merchants; at most a hundred merchants. */
export const pastMonths = (
  table: Table,
  merchantIds: readonly string[],
  months: readonly string[],
): Promise<PastMonth[]> => monthsOf(table, merchantIds, months, [past, pastOnly]);

/** Opens a month, or writes the next version of one; `shards` is the city's. */
export const saveStanding = (standing: Standing, shards: number): Write => save(standings(shards), standing);
/**
 * One more offer in a month that has some: its version moves, so that who takes down the last one looks again, and many
 * may be put up at once. Refused when the shop no longer offers anything: then its month has to say so again.
 */
export const oneMoreOffer = ({ merchantId, month }: Pick<Standing, 'merchantId' | 'month'>): Write =>
  update('Standing', key(merchantId, month), { add: { version: 1 }, when: [is('offering', true)] });
/** One more version and nothing else: what this month carries over may have changed, so the next close looks again. */
export const raiseVersion = ({ merchantId, month }: Pick<Standing, 'merchantId' | 'month'>): Write =>
  update('Standing', key(merchantId, month), { add: { version: 1 }, when: [exists] });
/** Opens a month if nothing opened it before. */
export const openStandingOnce = (standing: Standing, shards: number): Write =>
  insert(standings(shards), standing, true);
/** Opens the month of many who have none; answers those who had one, which stays as it is. */
export const openStandings = (table: Table, opened: readonly Standing[], shards: number): Promise<Standing[]> =>
  insertEach(table, standings(shards), opened);

type StandingOrder = 'least' | 'most';
type StreamOptions = {
  order?: StandingOrder;
  span?: StandingSpan;
  after?: string | undefined;
  pageSize?: number;
  /** What entries shall hold; all that lists show when absent. */
  only?: readonly string[] | undefined;
};

/**
 * The merged stream of a city's month in order of turnover, pages read ahead per shard, cards unparsed because a large
 * city streams a million. Continues after the sort key `after`, which is the same in every shard.
 */
export async function* streamStandings(
  table: Table,
  { cityCode, month, shards }: { cityCode: string; month: string; shards: number },
  { order = 'least', span = 'month', after, pageSize = 1000, only }: StreamOptions = {},
): AsyncGenerator<Item, void, undefined> {
  const descending = order === 'most';
  const { sort } = lists[span];
  const heads = await Promise.all(
    Array.from({ length: shards }, async (_, shard) => {
      const pk = partition(span, cityCode, month, shard);
      const request = { pk, descending, limit: pageSize, only, ...(span === 'year' ? { card2 } : {}) };
      const read = (from: string | undefined) => listItems(table, lists[span].index, { ...request, after: from });
      const pages = everyPage(read, after);
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
      if (item && (!leader || String(item[sort]) < String(leader[sort]) !== descending)) best = head;
    }
    const next = best?.page[best.at];
    if (!best || !next) return;
    best.at += 1;
    yield next;
  }
}

export const parseStandingCard = (item: Item): StandingCard => StandingCard.parse(item);
