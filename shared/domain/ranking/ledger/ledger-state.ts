import * as z from 'zod';
import { DAY_MS, later, type Month, monthsBetween, previousMonth } from '../../basics/month.ts';
import { Instant } from '../../basics/month-schema.ts';
import type { Channel } from './channel.ts';
import { exposureAt, fadedExposure } from './exposure.ts';
import { LedgerEntry } from './ledger-entry.ts';
import { ReferencePrices } from './reference-prices.ts';

/**
 * What the next version of a ledger is made from: all entries of the window, the exposure of each shop, and how far the
 * counters of impressions were read. Kept in a file that only the market reads: it names single orders.
 */
export const LedgerState = z.object({
  city: z.string(),
  entries: z.array(LedgerEntry),
  /** Since when every order is among the entries, as far as no policy has let go of it; null where that was not noted. */
  knownSince: z.string().nullable().default(null),
  exposures: z.array(z.tuple([z.string(), z.int()])),
  /** Of this month and the one before, by month and kind of list: what was shown of each shop, not faded. */
  shown: z.record(z.string(), z.record(z.string(), z.array(z.tuple([z.string(), z.int()])))).default({}),
  fadedIn: z.string(),
  counted: z.record(z.string(), z.int()),
  clusters: z.array(
    z.object({
      ownerId: z.string(),
      shopIds: z.array(z.string()),
      enteredAt: Instant.optional().describe('When the first of its shops was verified and somebody’s'),
      dormant: z.boolean().optional().describe('All of its shops are closed, suspended or nobody’s yet'),
    }),
  ),
  /** Reference prices of this month; null where the city's rule asks for none. */
  references: ReferencePrices.nullable().default(null),
  clusteredAt: z.string().nullable(),
  /** News of a shop came too soon after the last look at the owners: the next look at the quarter hour takes it. */
  ownersDue: z.boolean().default(false),
  followedUntil: z.string().nullable(),
});
export type LedgerState = z.infer<typeof LedgerState>;

export const noState = (city: string, month: Month): LedgerState => ({
  city,
  entries: [],
  knownSince: null,
  exposures: [],
  shown: {},
  fadedIn: month,
  counted: {},
  clusters: [],
  references: null,
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

/**
 * A counter of one part of one list: its key, the month of its day, the first rank of the part (from 0), and whose
 * offers were on it; '' was not counted. Counters of a former release do not say which kind of list it was.
 */
export type ImpressionCounter = {
  key: string;
  month: Month;
  channel?: Channel | undefined;
  from: number;
  shops: readonly string[];
  count: number;
};

type Exposures = Pick<LedgerState, 'exposures' | 'shown' | 'fadedIn' | 'counted'>;
const byShop = (exposures: ReadonlyMap<string, number>): LedgerState['exposures'] =>
  [...exposures].filter(([, exposure]) => exposure > 0).sort((a, b) => (a[0] < b[0] ? -1 : 1));

/** What was shown in a month's lists of one kind; added to, and written back. */
const shownIn = (before: Exposures['shown'], month: Month) => {
  const kept = Object.entries(before).filter(([known]) => known >= previousMonth(month));
  const maps = new Map(
    kept.flatMap(([of, channels]) =>
      Object.entries(channels).map(([channel, rows]) => [`${of} ${channel}`, new Map(rows)] as const),
    ),
  );
  return {
    in: (of: Month, channel: Channel): Map<string, number> => {
      const found = maps.get(`${of} ${channel}`) ?? new Map<string, number>();
      maps.set(`${of} ${channel}`, found);
      return found;
    },
    end: (): Exposures['shown'] => {
      const shown: Exposures['shown'] = {};
      for (const [name, exposures] of [...maps].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
        const [of = '', channel = ''] = name.split(' ');
        shown[of] = { ...shown[of], [channel]: byShop(exposures) };
      }
      return shown;
    },
  };
};

/**
 * Exposure of each shop: what it was, faded by a third for each month begun since, plus what was shown since the last
 * count. A counter only grows and is remembered as far as it was counted, so a rerun adds nothing twice.
 */
export const withImpressions = (state: Exposures, counters: readonly ImpressionCounter[], month: Month): Exposures => {
  const faded = Math.max(0, monthsBetween(state.fadedIn, month));
  const exposures = new Map(state.exposures.map(([shop, exposure]) => [shop, fadedExposure(exposure, faded)]));
  const shown = shownIn(state.shown, month);
  const counted: Record<string, number> = {};
  for (const { key, from, shops, count, channel, month: of } of counters) {
    counted[key] = count;
    const fresh = count - (state.counted[key] ?? 0);
    if (fresh <= 0) continue;
    const ofChannel = channel === undefined ? undefined : shown.in(of, channel);
    for (const [index, shop] of shops.entries()) {
      if (shop === '') continue;
      const added = fresh * exposureAt(from + index + 1);
      exposures.set(shop, (exposures.get(shop) ?? 0) + added);
      ofChannel?.set(shop, (ofChannel.get(shop) ?? 0) + added);
    }
  }
  return { exposures: byShop(exposures), shown: shown.end(), fadedIn: faded > 0 ? month : state.fadedIn, counted };
};
