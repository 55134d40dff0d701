import type { Snapshot, Suppressed } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { COUNTRY, provinceOf } from '../../../shared/domain/places/region.ts';
import type { Table } from '../../../shared/table/engine/table.ts';
import { getSnapshot } from '../../../shared/table/equity/snapshots.ts';
import type { World } from '../../world.ts';
import { allCities } from '../all-cities.ts';

const placesAbove = (place: string): string[] => {
  if (place === COUNTRY) return [];
  return place === provinceOf(place) ? [COUNTRY] : [provinceOf(place), COUNTRY];
};

const mergesAbove = (table: Table, place: string, month: string): Promise<(Snapshot | undefined)[]> =>
  Promise.all(placesAbove(place).map((above) => getSnapshot(table, above, month)));

/**
 * What the merges a place is part of decided to hide of it: a city may be the second one hidden in its province, so that
 * the first cannot be had by subtraction. Undefined where a merge is not made yet.
 */
export const decisionsAbove = async (table: Table, place: string, month: string): Promise<(Suppressed | undefined)[]> =>
  (await mergesAbove(table, place, month)).map((merge) => merge?.suppressed);

/** Whether a city has neighbours in its province, for whose sake it may have to be hidden. */
const hasNeighbours = async (world: World, city: string): Promise<boolean> =>
  (await allCities(world)).some(({ cityCode }) => cityCode !== city && provinceOf(cityCode) === provinceOf(city));

/**
 * The decisions by which a place may be shown in public. A city that its province has not merged yet is not decided: it
 * may become the second one hidden there, and what was public once is known for ever. Until then it counts as hidden; the
 * merge follows the cities within minutes.
 */
export const publicDecisions = async (
  world: World,
  place: string,
  month: string,
): Promise<(Pick<Suppressed, 'month'> | undefined)[]> => {
  const merges = await mergesAbove(world.table, place, month);
  const decided = merges.map((merge) => merge?.suppressed);
  const isCity = merges.length === 2;
  const isMerged = merges[0]?.merged?.some(({ place: code }) => code === place);
  return isCity && !isMerged && (await hasNeighbours(world, place)) ? [{ month: [place] }, ...decided] : decided;
};
