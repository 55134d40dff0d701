import * as z from 'zod';
import { Visit, VisitCard } from '../../domain/visits/visit.ts';
import type { VisitStateCode } from '../../domain/visits/words.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { get, getMany } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

/** As stored: with the request by which its record came, so that a phone that sends it again gets the same answer. */
export const StoredVisit = Visit.extend({
  recordId: z.string().nullable().describe('Made of the key the record was sent under'),
  request: z.string().nullable(),
});
export type StoredVisit = z.infer<typeof StoredVisit>;

// | entity | pk       | sk    | list 1                                    | list 2                            |
// | Visit  | VISIT#id | VISIT | CITY#35.73#VISITS#<state> / day, id       | VISITS#<visitor>#<state> / day, id |
const key = (visitId: string) => ({ pk: `VISIT#${visitId}`, sk: 'VISIT' });
/** Where one stands in its city’s list, and in its visitor’s. */
export const sortOfVisit = ({ day, visitId }: Pick<Visit, 'day' | 'visitId'>): string => `${day}#${visitId}`;
const visits = entity({
  type: 'Visit',
  schema: StoredVisit,
  key: ({ visitId }: Pick<Visit, 'visitId'>) => key(visitId),
  list1: (visit) => ({ pk: `CITY#${visit.cityCode}#VISITS#${visit.state}`, sk: sortOfVisit(visit) }),
  list2: (visit) => ({ pk: `VISITS#${visit.visitor}#${visit.state}`, sk: sortOfVisit(visit) }),
  card: namesIn(VisitCard),
});

export const getVisit = (table: Table, visitId: string) => get(table, visits, key(visitId));

/** Many at once, in the order asked. At most 100. */
export const getVisits = (table: Table, visitIds: readonly string[]) =>
  getMany(table, visits, visitIds.map(key), { consistent: false });

type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
/** Those of a city: planned ones by day, others newest first. */
export const visitsOfCity = (table: Table, cityCode: string, state: VisitStateCode, request: Paging) =>
  list(table, VisitCard, 'list1', {
    pk: `CITY#${cityCode}#VISITS#${state}`,
    descending: state !== 'planned',
    ...request,
  });
/** The same of who goes; of one day where it is named. */
export const visitsOfVisitor = (
  table: Table,
  visitor: string,
  state: VisitStateCode,
  { on, ...request }: Paging & { readonly on?: string },
) =>
  list(table, VisitCard, 'list2', {
    pk: `VISITS#${visitor}#${state}`,
    descending: state !== 'planned',
    ...(on === undefined ? {} : { prefix: `${on}#` }),
    ...request,
  });

export const saveVisit = (visit: StoredVisit): Write => save(visits, visit);
