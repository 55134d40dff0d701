import * as z from 'zod';
import { Appeal, MOST_OPEN_APPEALS } from '../../domain/ranking/list/appeal.ts';
import { Problem } from '../../problem.ts';
import { counted } from '../engine/fields.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { get, getMany, type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, replace, upsert, type Write } from '../engine/writes.ts';

export const AppealRecord = Appeal.extend({ request: z.string() });
export type AppealRecord = z.infer<typeof AppealRecord>;

// | entity | pk        | sk     | list 1                            | list 2           |
// | Appeal | APPEAL#id | APPEAL | CITY#35.73#APPEAL#<state> / at    | MERCHANT#id / at |
const key = (appealId: string) => ({ pk: `APPEAL#${appealId}`, sk: 'APPEAL' });
const appeals = entity({
  type: 'Appeal',
  schema: AppealRecord,
  key: ({ appealId }: Pick<AppealRecord, 'appealId'>) => key(appealId),
  list1: ({ cityCode, state, at, appealId }) => ({ pk: `CITY#${cityCode}#APPEAL#${state}`, sk: `${at}#${appealId}` }),
  list2: ({ merchantId, at, appealId }) => ({ pk: `MERCHANT#${merchantId}`, sk: `APPEAL#${at}#${appealId}` }),
  // Texts are long, and a list names its appeals by their keys.
  card: [],
});

export const appealOf = (appealId: string): Read<AppealRecord> => readOf(appeals, key(appealId));
export const getAppeal = (table: Table, appealId: string) => get(table, appeals, key(appealId));

/** A page of a list that names appeals by key, each read whole: texts are not copied into the index. */
const listed = async (table: Table, index: 'list1' | 'list2', request: PageRequest) => {
  const { items, next } = await list(table, z.object({ pk: z.string(), sk: z.string() }), index, request);
  const found =
    items.length === 0
      ? []
      : await getMany(
          table,
          appeals,
          items.map(({ pk, sk }) => ({ pk, sk })),
        );
  return { items: found.filter((appeal) => appeal !== undefined), next };
};
type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
/** Oldest first: who waits longest is answered first. */
export const appealsOfCity = (table: Table, cityCode: string, state: string, request: Paging) =>
  listed(table, 'list1', { pk: `CITY#${cityCode}#APPEAL#${state}`, ...request });
export const appealsOfMerchant = (table: Table, merchantId: string, request: Paging) =>
  listed(table, 'list2', { pk: `MERCHANT#${merchantId}`, prefix: 'APPEAL#', descending: true, ...request });

export const insertAppeal = (appeal: AppealRecord): Write => insert(appeals, appeal, true);
// | entity      | pk           | sk      |
// | OpenAppeals | MERCHANT#id  | APPEALS |   how many wait for the city
const openOf = (merchantId: string) => ({
  type: 'OpenAppeals',
  key: { pk: `MERCHANT#${merchantId}`, sk: 'APPEALS' },
});

/** One more waits, or one less: in the commit that opens or answers it. @throws Problem limit_reached */
export const countOpenAppeals = (merchantId: string, by: 1 | -1): Write => {
  const { type, key } = openOf(merchantId);
  return upsert(
    type,
    key,
    counted({ open: { by, most: MOST_OPEN_APPEALS } }),
    () =>
      new Problem(
        'limit_reached',
        `Ada ${MOST_OPEN_APPEALS} keberatan toko ini yang belum dijawab kota. Tunggu jawabannya dulu.`,
      ),
  );
};

export const replaceAppeal = (appeal: AppealRecord): Write => replace(appeals, appeal);
