import { fullPage, type Page } from '../../shared/table/engine/pages.ts';
import { merchantEntries } from '../../shared/table/register/merchants.ts';
import { inBatches } from '../reads/in-batches.ts';
import type { World } from '../world.ts';

/** The districts somebody reads; undefined for anyone who reads all of the city. */
export type Within = readonly string[] | undefined;
type OfShop = { readonly merchantId: string };

/**
 * Rows about shops, those alone whose shop stands in one of these districts today, whatever the row says of it: a shop that
 * moved away belongs to the officers of where it is now.
 */
export const rowsWithin = async <R extends OfShop>(
  { table }: World,
  rows: readonly R[],
  districts: Within,
): Promise<R[]> => {
  if (districts === undefined) return [...rows];
  const shops = await inBatches(
    rows.map(({ merchantId }) => merchantId),
    (some) => merchantEntries(table, some),
  );
  return rows.filter((_, at) => districts.includes(shops[at]?.district ?? ''));
};

type Request = { readonly limit: number; readonly after: string | undefined };
/** A page of a city's list about shops, as far as somebody may read it; `sortOf` is where a row stands in that list. */
export const pageWithin = async <R extends OfShop>(
  world: World,
  districts: Within,
  request: Request,
  read: (request: Request) => Promise<Page<R>>,
  sortOf: (row: NoInfer<R>) => string,
): Promise<Page<R>> => {
  if (districts === undefined) return read(request);
  const readWithin = async (wider: Request) => {
    const { items, next } = await read(wider);
    const kept = new Set(await rowsWithin(world, items, districts));
    return { items: items.map((row) => ({ row, own: kept.has(row) })), next };
  };
  const { items, next } = await fullPage(
    request,
    readWithin,
    ({ own }) => own,
    ({ row }) => sortOf(row),
  );
  return { items: items.map(({ row }) => row), next };
};
