import * as z from 'zod';
import { DAY_MS, type Instant, later, type Month, monthsBetween } from '../../basics/month.ts';
import { exposureAt, fadedExposure } from './exposure.ts';
import { LedgerEntry } from './ledger-entry.ts';

/**
 * What the next version of a ledger is made from: all entries of the window, the exposure of each shop, and how far the
 * counters of impressions were read. Kept in a file that only the market reads: it names single orders.
 */
export const LedgerState = z.object({
  city: z.string(),
  entries: z.array(LedgerEntry),
  exposures: z.array(z.tuple([z.string(), z.int()])),
  fadedIn: z.string(),
  counted: z.record(z.string(), z.int()),
  clusters: z.array(z.object({ ownerId: z.string(), shopIds: z.array(z.string()) })),
  clusteredAt: z.string().nullable(),
  /** News of a shop came too soon after the last look at the owners: the next look at the quarter hour takes it. */
  ownersDue: z.boolean().default(false),
  followedUntil: z.string().nullable(),
});
export type LedgerState = z.infer<typeof LedgerState>;

export const noState = (city: string, month: Month): LedgerState => ({
  ...{ city, entries: [], exposures: [], fadedIn: month, counted: {}, clusters: [] },
  clusteredAt: null,
  ownersDue: false,
  followedUntil: null,
});

/** Entries with those noted since, the latest word on each order; what no policy can still count is left out. */
export const withEntries = (
  known: readonly LedgerEntry[],
  noted: readonly LedgerEntry[],
  at: Instant,
  windowDays: number,
): LedgerEntry[] => {
  const latest = new Map(known.map((entry) => [entry.orderId, entry]));
  for (const entry of noted)
    if ((latest.get(entry.orderId)?.orderVersion ?? 0) < entry.orderVersion) latest.set(entry.orderId, entry);
  const since = later(at, -windowDays * DAY_MS);
  return [...latest.values()]
    .filter((entry) => entry.at > since)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.orderId < b.orderId ? -1 : 1));
};

/** A counter of one stretch of one list: its key, the first rank of the stretch (from 0), and whose offers were on it; '' was not counted. */
export type ImpressionCounter = { key: string; from: number; shops: readonly string[]; count: number };

/**
 * Exposure of each shop: what it was, faded by a third for each month begun since, plus what was shown since the last
 * count. A counter only grows and is remembered as far as it was counted, so a rerun adds nothing twice.
 */
export const withImpressions = (
  state: Pick<LedgerState, 'exposures' | 'fadedIn' | 'counted'>,
  counters: readonly ImpressionCounter[],
  month: Month,
): Pick<LedgerState, 'exposures' | 'fadedIn' | 'counted'> => {
  const faded = Math.max(0, monthsBetween(state.fadedIn, month));
  const exposures = new Map(state.exposures.map(([shop, exposure]) => [shop, fadedExposure(exposure, faded)]));
  const counted: Record<string, number> = {};
  for (const { key, from, shops, count } of counters) {
    counted[key] = count;
    const fresh = count - (state.counted[key] ?? 0);
    if (fresh <= 0) continue;
    for (const [index, shop] of shops.entries())
      if (shop !== '') exposures.set(shop, (exposures.get(shop) ?? 0) + fresh * exposureAt(from + index + 1));
  }
  const rows = [...exposures].filter(([, exposure]) => exposure > 0).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return { exposures: rows, fadedIn: faded > 0 ? month : state.fadedIn, counted };
};
