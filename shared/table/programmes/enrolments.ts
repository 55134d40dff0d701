import { Enrolment } from '../../domain/programmes/enrolment.ts';
import { everyEntry, list, type PageRequest } from '../engine/pages.ts';
import { get, getMany } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

// | entity    | pk        | sk               | list 1 | list 2                          |
// | Enrolment | SERIES#id | ENROLMENT#mrc_… |        | ENROLMENTS#mrc_… / enrolled, id |
const PREFIX = 'ENROLMENT#';
const key = (seriesId: string, merchantId: string) => ({ pk: `SERIES#${seriesId}`, sk: `${PREFIX}${merchantId}` });
/** What the list of a shop shows: where its enrolments are. */
const EnrolmentPlace = Enrolment.pick({ seriesId: true, merchantId: true, enrolledAt: true });
const enrolments = entity({
  type: 'Enrolment',
  schema: Enrolment,
  key: ({ seriesId, merchantId }: Pick<Enrolment, 'seriesId' | 'merchantId'>) => key(seriesId, merchantId),
  list2: ({ seriesId, merchantId, enrolledAt }) => ({
    pk: `ENROLMENTS#${merchantId}`,
    sk: `${enrolledAt}#${seriesId}`,
  }),
  card: namesIn(EnrolmentPlace),
});

export const getEnrolment = (table: Table, seriesId: string, merchantId: string) =>
  get(table, enrolments, key(seriesId, merchantId));
/** Several of one shop, in the order asked. At most 100. */
export const getEnrolments = (table: Table, merchantId: string, seriesIds: readonly string[]) =>
  getMany(
    table,
    enrolments,
    seriesIds.map((seriesId) => key(seriesId, merchantId)),
  );
/** Everybody who ever entered the queue of a series: a few hundred at most. */
export const enrolmentsOf = (table: Table, seriesId: string): Promise<Enrolment[]> =>
  everyEntry((after) =>
    list(table, Enrolment, undefined, {
      pk: `SERIES#${seriesId}`,
      prefix: PREFIX,
      after,
      limit: 100,
      consistent: true,
    }),
  );
/** What a shop entered, the latest first. */
export const enrolmentsOfMerchant = (
  table: Table,
  merchantId: string,
  request: Omit<PageRequest, 'pk' | 'prefix' | 'descending'>,
) => list(table, EnrolmentPlace, 'list2', { pk: `ENROLMENTS#${merchantId}`, descending: true, ...request });

export const saveEnrolment = (enrolment: Enrolment): Write => save(enrolments, enrolment);
