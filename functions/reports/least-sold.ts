import type { StandingCard, VisitRow } from '../../shared/domain/equity/standing/standing.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { parseStandingCard, streamStandings } from '../../shared/table/equity/standings.ts';
import { withAddresses } from '../reads/addresses.ts';
import type { World } from '../world.ts';

/** A list to work through, not an archive: the standings themselves can be paged to their end. */
export const MOST_NAMED = 500;

/**
 * The merchants who sold least in a month, by name, longest without a sale first. For the city's officers only: a
 * merchant's turnover is personal finance data (UU 27/2022).
 */
export const leastSold = async (world: World, city: City, month: string, most = MOST_NAMED): Promise<VisitRow[]> => {
  const { cityCode, shards } = city;
  const cards: StandingCard[] = [];
  for await (const item of streamStandings(world.table, { cityCode, month, shards }, { pageSize: most })) {
    cards.push(parseStandingCard(item));
    if (cards.length === most) break;
  }
  return withAddresses(world, cards);
};

/** Months in a row without a sale, this one included; 0 for who sold. */
export const monthsUnsold = ({ turnoverRupiah, monthsUnsold }: StandingCard): number =>
  turnoverRupiah > 0 ? 0 : monthsUnsold + 1;
