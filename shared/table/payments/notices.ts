import * as z from 'zod';
import { derivedId } from '../../domain/basics/id.ts';
import { Instant } from '../../domain/basics/month-schema.ts';
import { Notice, ParkedReason } from '../../domain/payments/notices/notice.ts';
import { Person } from '../../domain/people/caller.ts';
import { everyEntry, list, type PageRequest } from '../engine/pages.ts';
import { get, getMany, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, save, type Write } from '../engine/writes.ts';

/** A notice with what it did. */
export const PaymentNoticeRecord = Notice.extend({
  outcome: z.enum(['confirmed', 'matched', 'early', 'noted', 'known', 'parked']),
  reason: ParkedReason.optional(),
  settled: z.object({ at: Instant, by: Person, reason: z.string() }).optional().describe('A person looked at it'),
  version: z.int(),
});
export type PaymentNoticeRecord = z.infer<typeof PaymentNoticeRecord>;

// | entity        | pk          | sk                             | list 2                                     |
// | PaymentNotice | MERCHANT#id | NOTICE#<hash of reference>, id | MERCHANT#id / PARKED#receivedAt, id (to look at) |
// | EarlyNotice   | ORDER#id    | EARLY-NOTICE                   |                                              |
/** A reference is a provider's text: only its hash is fit for a key. */
const hashOf = (reference: string): string => derivedId('ref', reference);
const noticeKey = ({ merchantId, reference, noticeId }: Pick<Notice, 'merchantId' | 'reference' | 'noticeId'>) => ({
  pk: `MERCHANT#${merchantId}`,
  sk: `NOTICE#${hashOf(reference)}#${noticeId}`,
});
const notices = entity({
  type: 'PaymentNotice',
  schema: PaymentNoticeRecord,
  key: noticeKey,
  list2: ({ merchantId, reason, settled, receivedAt, noticeId }) =>
    reason !== undefined && settled === undefined
      ? { pk: `MERCHANT#${merchantId}`, sk: `PARKED#${receivedAt}#${noticeId}` }
      : undefined,
  card: [],
});

/** Says that a notice came before its order: who opens the payment looks for notices only where one did. */
const EarlyNotice = z.object({ reference: z.string() });
const early = entity({
  type: 'EarlyNotice',
  schema: EarlyNotice,
  key: ({ reference }) => ({ pk: `ORDER#${reference}`, sk: 'EARLY-NOTICE' }),
});
export const earlyAt = (orderId: string) => readOf(early, { pk: `ORDER#${orderId}`, sk: 'EARLY-NOTICE' });

export const getPaymentNotice = (table: Table, notice: Pick<Notice, 'merchantId' | 'reference' | 'noticeId'>) =>
  get(table, notices, noticeKey(notice));

/** Notices of one order that came before it was known. Read consistently: none may be overlooked. */
export const earlyNotices = async (
  table: Table,
  merchantId: string,
  reference: string,
): Promise<PaymentNoticeRecord[]> => {
  const request = { pk: `MERCHANT#${merchantId}`, prefix: `NOTICE#${hashOf(reference)}#`, limit: 50, consistent: true };
  const all = await everyEntry((after) => list(table, PaymentNoticeRecord, undefined, { ...request, after }));
  return all.filter(({ outcome }) => outcome === 'early');
};

/** What waits for a person, newest first: keys from the list, each read whole. */
export const parkedNotices = async (
  table: Table,
  merchantId: string,
  request: Omit<PageRequest, 'pk' | 'prefix' | 'descending'>,
) => {
  const { items, next } = await list(table, z.object({ pk: z.string(), sk: z.string() }), 'list2', {
    pk: `MERCHANT#${merchantId}`,
    prefix: 'PARKED#',
    descending: true,
    ...request,
  });
  const found = items.length === 0 ? [] : await getMany(table, notices, items);
  return { items: found.filter((notice) => notice !== undefined), next };
};

/** A notice, and with one that came early the mark at its order. */
export const savePaymentNotice = (notice: PaymentNoticeRecord): Write[] => [
  save(notices, notice),
  ...(notice.outcome === 'early' ? [put(early, { reference: notice.reference })] : []),
];
