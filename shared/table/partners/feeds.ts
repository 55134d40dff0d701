import { Feed, FeedCard } from '../../domain/partners/feeds/feed.ts';
import type { FeedKindCode } from '../../domain/partners/feeds/words.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { getMany } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { insert, type Write } from '../engine/writes.ts';

// | entity | pk         | sk                               | list 1                                                   |
// | Feed   | PARTNER#id | FEED#35.72#activity#2026-10#0001 | CITY#35.72#FEEDS#activity / month, partner, revision |
type Of = Pick<Feed, 'partnerId' | 'cityCode' | 'kind' | 'month' | 'revision'>;
const padded = (revision: number): string => String(revision).padStart(4, '0');
const prefixOf = (cityCode: string, kind: FeedKindCode, month = ''): string => `FEED#${cityCode}#${kind}#${month}`;
const feedKey = ({ partnerId, cityCode, kind, month, revision }: Of) => ({
  pk: `PARTNER#${partnerId}`,
  sk: `${prefixOf(cityCode, kind, month)}#${padded(revision)}`,
});
const feeds = entity({
  type: 'Feed',
  schema: Feed,
  key: feedKey,
  list1: ({ cityCode, kind, month, partnerId, revision }) => ({
    pk: `CITY#${cityCode}#FEEDS#${kind}`,
    sk: `${month}#${partnerId}#${padded(revision)}`,
  }),
  card: namesIn(FeedCard),
});

type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
/** The last revision of a month, if there is one. */
export const lastFeedOf = async (table: Table, { partnerId, cityCode, kind, month }: Omit<Of, 'revision'>) => {
  const prefix = `${prefixOf(cityCode, kind, month)}#`;
  const asked = { pk: `PARTNER#${partnerId}`, prefix, limit: 1, descending: true, consistent: true };
  return (await list(table, Feed, undefined, asked)).items[0];
};
export const getFeeds = async (table: Table, of: readonly Of[]): Promise<Feed[]> =>
  (await getMany(table, feeds, of.map(feedKey))).filter((feed) => feed !== undefined);
/** What a partner sent about a city, of one kind; newest month first. */
export const feedsOfPartner = (
  table: Table,
  { partnerId, cityCode, kind }: Pick<Feed, 'partnerId' | 'cityCode' | 'kind'>,
  request: Paging,
) =>
  list(table, Feed, undefined, {
    pk: `PARTNER#${partnerId}`,
    prefix: prefixOf(cityCode, kind),
    descending: true,
    consistent: true,
    ...request,
  });
/** Every revision of one kind about a city, newest month first; of one month where it is named. */
export const feedsOfCity = (
  table: Table,
  { cityCode, kind, month }: { readonly cityCode: string; readonly kind: FeedKindCode; readonly month?: string },
  request: Paging,
) =>
  list(table, FeedCard, 'list1', {
    pk: `CITY#${cityCode}#FEEDS#${kind}`,
    ...(month === undefined ? {} : { prefix: `${month}#` }),
    descending: true,
    ...request,
  });
/** Puts a revision that must not be there yet; meeting one answers it. */
export const insertFeed = (feed: Feed): Write => insert(feeds, feed, true);
