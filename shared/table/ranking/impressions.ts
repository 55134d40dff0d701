import * as z from 'zod';
import { Channel } from '../../domain/ranking/ledger/channel.ts';
import { everyPage, list } from '../engine/pages.ts';
import type { Table } from '../engine/table.ts';
import { upsert, type Write } from '../engine/writes.ts';

// | entity      | pk                           | sk                     |
// | Impressions | IMPRESSIONS#35.73#2026-11-22 | decision#from#which    |

/** How often one part of one list was shown, and whose offers were on it from the first rank down. */
export const Impressions = z.object({
  sk: z.string(),
  shops: z.array(z.string()),
  from: z.int(),
  count: z.int(),
  channel: Channel.optional(),
});
export type Impressions = z.infer<typeof Impressions>;

/** A counter is read for two days; DynamoDB removes it after a week. */
const COUNTER_SECONDS = 7 * 86_400;

/** A part of a list as it was shown on a day: the first rank (from 0), and whose offers stood there; '' does not count. */
export type SeenRanks = {
  cityCode: string;
  day: string;
  decisionId: string;
  channel: Channel;
  from: number;
  shops: readonly string[];
};

const counters = {
  type: 'Impressions',
  key: ({ cityCode, day, decisionId, from, shops }: Omit<SeenRanks, 'channel'>) => ({
    pk: `IMPRESSIONS#${cityCode}#${day}`,
    sk: `${decisionId}#${String(from).padStart(6, '0')}#${shops.map((shop) => (shop === '' ? 0 : 1)).join('')}`,
  }),
};

/** Counts some impressions of one part: one small write, whatever its length. */
export const countImpressions = (seen: SeenRanks, impressions: number, now: string): Write =>
  upsert(counters.type, counters.key(seen), {
    set: { from: seen.from, channel: seen.channel },
    setOnce: { shops: [...seen.shops], ttl: Math.floor(Date.parse(now) / 1000) + COUNTER_SECONDS },
    add: { count: impressions },
  });

/** Every counter of a city's day. */
export const impressionsOn = (table: Table, cityCode: string, day: string) =>
  everyPage((after) =>
    list(table, Impressions, undefined, { pk: `IMPRESSIONS#${cityCode}#${day}`, after, limit: 500, consistent: true }),
  );
