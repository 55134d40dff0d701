import * as z from 'zod';
import { Day } from '../../domain/basics/month-schema.ts';
import { LedgerEntry } from '../../domain/ranking/ledger/ledger-entry.ts';
import { CARD } from '../engine/card.ts';
import { anyOf, below, conditionInput, existsNot } from '../engine/fields.ts';
import { everyPage, list } from '../engine/pages.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, save, type Write } from '../engine/writes.ts';

// | entity        | pk                      | sk               | list 1                              |
// | LedgerEntry   | MERCHANT#id             | LEDGER#<orderId> | LEDGER#35.73 / noted at, order id   |
// | LedgerPointer | CITY#35.73              | LEDGER           |                                     |
const LedgerItem = z.object({ entry: LedgerEntry, notedAt: z.string() });
const ListedEntry = LedgerItem.pick({ entry: true });
const entries = entity({
  type: 'LedgerEntry',
  schema: LedgerItem,
  key: ({ entry: { merchantId, orderId } }) => entryKey(merchantId, orderId),
  list1: ({ entry, notedAt }) => ({ pk: `LEDGER#${entry.cityCode}`, sk: `${notedAt}#${entry.orderId}` }),
  card: ['entry'],
});
const entryKey = (merchantId: string, orderId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: `LEDGER#${orderId}` });

export const getLedgerEntry = async (table: Table, merchantId: string, orderId: string) =>
  (await get(table, entries, entryKey(merchantId, orderId)))?.entry;

/** Writes an order's entry unless one of a later version of the order is there: events may come twice and late. */
export const recordEntry = (entry: LedgerEntry, notedAt: string): Write => {
  const written = put(entries, { entry, notedAt });
  return {
    ...written,
    input: {
      ...written.input,
      ...conditionInput([anyOf(existsNot, below(`${CARD}.entry.orderVersion`, entry.orderVersion))]),
    },
    refused: () => 'exists',
  };
};

/** A city's entries in the order they were noted, from an instant on. */
export const entriesRecordedSince = (table: Table, cityCode: string, since: string) =>
  everyPage((after) => list(table, ListedEntry, 'list1', { pk: `LEDGER#${cityCode}`, after, limit: 1000 }), since);

/** Which version of a city's ledger is the present one, and the file the next one is made from. */
export const LedgerPointer = z.object({
  cityCode: z.string(),
  ledgerVersion: z.string(),
  at: z.string().describe('When this version was last found to hold'),
  day: Day.optional().describe('Of the city then; absent in one of before days were kept'),
  madeAt: z.string(),
  stateKey: z.string(),
  version: z.int(),
});
export type LedgerPointer = z.infer<typeof LedgerPointer>;
const pointers = entity({
  type: 'LedgerPointer',
  schema: LedgerPointer,
  key: ({ cityCode }: Pick<LedgerPointer, 'cityCode'>) => ({ pk: `CITY#${cityCode}`, sk: 'LEDGER' }),
});
export const getLedgerPointer = (table: Table, cityCode: string, freshness?: { consistent?: boolean }) =>
  get(table, pointers, { pk: `CITY#${cityCode}`, sk: 'LEDGER' }, freshness);
export const saveLedgerPointer = (pointer: LedgerPointer): Write => save(pointers, pointer);
