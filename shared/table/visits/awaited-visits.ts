import { AwaitedVisit } from '../../domain/visits/awaited.ts';
import { everyEntry, list, type PageRequest } from '../engine/pages.ts';
import { get, type Read, readOf } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { put, remove, type Write } from '../engine/writes.ts';

// | entity       | pk                 | sk      | list 1                               |
// | AwaitedVisit | CITY#35.73#AWAITED | ownerId | CITY#35.73#AWAITED / since, owner id |
const pkOf = (cityCode: string): string => `CITY#${cityCode}#AWAITED`;
type Key = Pick<AwaitedVisit, 'cityCode' | 'ownerId'>;
const keyOf = ({ cityCode, ownerId }: Key) => ({ pk: pkOf(cityCode), sk: ownerId });
/** Where one stands in its city’s list. */
export const sortOfAwaited = ({ since, ownerId }: Pick<AwaitedVisit, 'since' | 'ownerId'>): string =>
  `${since}#${ownerId}`;
const awaited = entity({
  type: 'AwaitedVisit',
  schema: AwaitedVisit,
  key: keyOf,
  list1: (visit) => ({ pk: pkOf(visit.cityCode), sk: sortOfAwaited(visit) }),
  card: namesIn(AwaitedVisit),
});

type Paging = Pick<PageRequest, 'limit' | 'after'>;
/** Whom a city is to visit first, who waits for longest before. */
export const awaitedVisitsOf = (table: Table, cityCode: string, request: Paging) =>
  list(table, AwaitedVisit, 'list1', { pk: pkOf(cityCode), ...request });
export const everyAwaitedVisit = (table: Table, cityCode: string): Promise<AwaitedVisit[]> =>
  everyEntry((after) => awaitedVisitsOf(table, cityCode, { limit: 1000, after }));
export const getAwaitedVisit = (table: Table, key: Key) => get(table, awaited, keyOf(key), { consistent: false });
export const awaitedVisitAt = (key: Key): Read<AwaitedVisit> => readOf(awaited, keyOf(key));
export const putAwaitedVisit = (visit: AwaitedVisit): Write => put(awaited, visit);
export const removeAwaitedVisit = (visit: Key): Write => remove('AwaitedVisit', keyOf(visit));
