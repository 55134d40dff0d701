import type { Category } from '../../../shared/domain/basics/category.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import { soldSince } from '../../../shared/domain/ranking/ledger/sold-since.ts';
import { unitIn } from '../../../shared/domain/ranking/ledger/units.ts';
import { entriesRecordedSince } from '../../../shared/table/ranking/ledgers.ts';
import { presentLedger } from '../../reads/city-ledger.ts';
import type { World } from '../../world.ts';

/** A ledger is a quarter of an hour old. Where it is older, so many orders since then are read at the most. */
const MOST_NOTED = 3000;

/** What was sold since the figures of the list were found: whoever got a share a while ago is not asked again as if it had none. */
export const soldMeanwhile = async (world: World, city: City): Promise<ReadonlyMap<string, number>> => {
  const { ledger, at, policy } = await presentLedger(world, city);
  if (at === null) return new Map();
  const noted: LedgerEntry[] = [];
  for await (const page of entriesRecordedSince(world.table, city.cityCode, at)) {
    noted.push(...page.map(({ entry }) => entry));
    if (noted.length >= MOST_NOTED) break;
  }
  const unitOf = (category: Category) => unitIn(ledger, category, policy);
  return soldSince(noted, { since: at, at: world.now(), ownerOf: ledger.ownerOf, unitOf, policy });
};
