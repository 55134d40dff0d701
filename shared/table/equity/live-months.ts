import * as z from 'zod';
import { addLive, type LiveBins, liveChanges } from '../../domain/equity/measures/live.ts';
import { get, getMany } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, upsert, type Write } from '../engine/writes.ts';

// | entity   | pk                 | sk           |
// | LiveMark | MERCHANT#id        | LIVE#2026-11 |
// | LiveBins | LIVE#35.73#2026-11 | SHARD#0 … 3  |

/** What the live month has counted of one merchant, and at which version of its standing: the guard of exactly once. */
const LiveMark = z.object({
  merchantId: z.string(),
  month: z.string(),
  rupiah: z.int(),
  seen: z.int(),
  version: z.int(),
});
type LiveMark = z.infer<typeof LiveMark>;
const marks = entity({
  type: 'LiveMark',
  schema: LiveMark,
  key: ({ merchantId, month }: Pick<LiveMark, 'merchantId' | 'month'>) => markKey(merchantId, month),
});
const markKey = (merchantId: string, month: string) => ({ pk: `MERCHANT#${merchantId}`, sk: `LIVE#${month}` });

/** A city's bins are spread over a few items, so that sales of one city do not wait for each other. */
const SHARDS = 4;
/** The last letter of an id is random; a merchant is always in the same shard, so each shard is right by itself. */
const shardOf = (merchantId: string): number => merchantId.charCodeAt(merchantId.length - 1) % SHARDS;
const shardKey = (cityCode: string, month: string, shard: number) => ({
  pk: `LIVE#${cityCode}#${month}`,
  sk: `SHARD#${shard}`,
});
/** Attributes `n12` and `s12`: merchants and rupiah of bin 12. */
const LiveShard = z.looseObject({});

const addToShard = (
  cityCode: string,
  month: string,
  merchantId: string,
  changes: ReturnType<typeof liveChanges>,
): Write => {
  const added = changes.flatMap(({ bin, merchants, total }) => [
    [`n${bin}`, merchants] as const,
    [`s${bin}`, Number(total)] as const,
  ]);
  return upsert('LiveBins', shardKey(cityCode, month, shardOf(merchantId)), { add: Object.fromEntries(added) });
};

/** A standing as a change of the table tells it: how much so far, and which version says so. */
export type LiveStanding = {
  readonly merchantId: string;
  readonly cityCode: string;
  readonly month: string;
  readonly turnoverRupiah: number;
  readonly version: number;
};

/**
 * What counts a standing in the live month: nothing when this or a later version was counted already, so a change that
 * arrives twice, late or out of order does no harm. Mark and bins are written together or not at all.
 */
export const countLive = async (
  table: Table,
  { merchantId, cityCode, month, turnoverRupiah, version }: LiveStanding,
): Promise<Write[]> => {
  const mark = await get(table, marks, markKey(merchantId, month));
  if (mark && mark.seen >= version) return [];
  const next = { merchantId, month, rupiah: turnoverRupiah, seen: version, version: (mark?.version ?? 0) + 1 };
  const changes = liveChanges(mark?.rupiah, turnoverRupiah);
  return [save(marks, next), ...(changes.length > 0 ? [addToShard(cityCode, month, merchantId, changes)] : [])];
};

const MOST_KEYS = 100;

/** The bins of cities together, read consistently: they add up, from a city to the country. */
export const liveBinsOf = async (table: Table, cityCodes: readonly string[], month: string): Promise<LiveBins> => {
  const keys = cityCodes.flatMap((code) => Array.from({ length: SHARDS }, (_, shard) => shardKey(code, month, shard)));
  let bins: LiveBins = new Map();
  for (let at = 0; at < keys.length; at += MOST_KEYS)
    for (const shard of await getMany(table, { schema: LiveShard }, keys.slice(at, at + MOST_KEYS))) {
      const entries = Object.entries(shard ?? {}).flatMap(([name, value]) => {
        const bin = /^n(\d+)$/.exec(name)?.[1];
        if (bin === undefined) return [];
        return [[Number(bin), { merchants: Number(value), total: BigInt(Number(shard?.[`s${bin}`] ?? 0)) }] as const];
      });
      bins = addLive(bins, new Map(entries));
    }
  return bins;
};
