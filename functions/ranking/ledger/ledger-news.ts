import { addDays, dayOf, later } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import type { ImpressionCounter } from '../../../shared/domain/ranking/ledger/ledger-state.ts';
import { impressionsOn } from '../../../shared/table/ranking/impressions.ts';
import { entriesRecordedSince } from '../../../shared/table/ranking/ledgers.ts';
import type { World } from '../../world.ts';

/** The list of entries may lag behind the table: this much is read again, and counted once. */
const LAG_MS = 10 * 60_000;

export const newEntries = async (world: World, city: City, since: string | null): Promise<LedgerEntry[]> => {
  const from = since === null ? '2' : later(since, -LAG_MS);
  const noted: LedgerEntry[] = [];
  for await (const page of entriesRecordedSince(world.table, city.cityCode, from))
    noted.push(...page.map(({ entry }) => entry));
  return noted;
};

/**
 * So many counters of a day are read at the most, whatever somebody with a script makes of them. They come in order of their
 * decision's id, which is a hash nobody chooses: what is left out is drawn by lot.
 */
const MOST_COUNTERS = 10_000;

/** Counters of today and yesterday: a list shown before midnight is counted after it. */
export const counters = async (world: World, city: City, now: string): Promise<ImpressionCounter[]> => {
  const found: ImpressionCounter[] = [];
  const today = dayOf(now, city.zone);
  for (const day of [addDays(today, -1), today]) {
    const most = found.length + MOST_COUNTERS;
    for await (const page of impressionsOn(world.table, city.cityCode, day)) {
      found.push(...page.map(({ sk, ...seen }) => ({ key: `${day} ${sk}`, month: day.slice(0, 7), ...seen })));
      if (found.length < most) continue;
      found.length = most;
      world.logger.warn('more counters of impressions than are read', { city: city.cityCode, day });
      break;
    }
  }
  return found;
};
