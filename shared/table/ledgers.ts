import * as z from 'zod';
import { LedgerEntry } from '../domain/ordering/ledger-entry.ts';
import { FACE } from './face.ts';
import { entity, get, list, put, type Stretch, save, type Table, update, type Write } from './table.ts';

// | entity        | pk                      | sk               | list 1                              |
// | LedgerEntry   | MERCHANT#id             | LEDGER#<orderId> | LEDGER#35.73 / noted at, order id   |
// | LedgerPointer | CITY#35.73              | LEDGER           |                                     |
// | Shown         | SHOWN#35.73#2026-11-22  | decision#from    |                                     |
const LedgerItem = z.object({ entry: LedgerEntry, notedAt: z.string() });
const entries = entity({
  type: 'LedgerEntry',
  schema: LedgerItem,
  key: ({ entry: { merchantId, orderId } }) => entryKey(merchantId, orderId),
  list1: ({ entry, notedAt }) => ({ pk: `LEDGER#${entry.cityCode}`, sk: `${notedAt}#${entry.orderId}` }),
});
const entryKey = (merchantId: string, orderId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: `LEDGER#${orderId}` });

export const getLedgerEntry = async (table: Table, merchantId: string, orderId: string) =>
  (await get(table, entries, entryKey(merchantId, orderId)))?.entry;

/** Writes an order's entry unless one of a later version of the order is there: events may come twice and late. */
export const noteEntry = (entry: LedgerEntry, notedAt: string): Write => {
  const written = put(entries, { entry, notedAt });
  return {
    ...written,
    input: {
      ...written.input,
      ConditionExpression: 'attribute_not_exists(pk) OR #face.#entry.orderVersion < :version',
      ExpressionAttributeNames: { '#face': FACE, '#entry': 'entry' },
      ExpressionAttributeValues: { ':version': entry.orderVersion },
    },
    refused: () => 'exists',
  };
};

/** A city's entries in the order they were noted, from an instant on. */
export async function* entriesNotedSince(table: Table, cityCode: string, since: string): AsyncGenerator<LedgerEntry> {
  let after: string | undefined = since;
  do {
    const page: { items: { entry: LedgerEntry }[]; next: string | undefined } = await list(
      table,
      z.object({ entry: LedgerEntry }),
      'list1',
      { pk: `LEDGER#${cityCode}`, after, limit: 1000 },
    );
    for (const { entry } of page.items) yield entry;
    after = page.next;
  } while (after !== undefined);
}

/** Which version of a city's ledger is the present one, and the file the next one is made from. */
export const LedgerPointer = z.object({
  cityCode: z.string(),
  ledgerVersion: z.string(),
  at: z.string().describe('When this version was last found to hold'),
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

/** How often one stretch of one list was shown, and whose offers were on it from the first place down. */
export const Shown = z.object({ sk: z.string(), shops: z.array(z.string()), from: z.int(), count: z.int() });
export type Shown = z.infer<typeof Shown>;

/** A counter is read for two days; DynamoDB removes it after a week. */
const SHOWN_SECONDS = 7 * 86_400;

/** Counts one showing: one small write for a whole list, whatever its length. */
export const countShown = (shown: {
  cityCode: string;
  day: string;
  decisionId: string;
  from: number;
  shops: readonly string[];
  now: string;
}): Write =>
  update(
    'Shown',
    {
      pk: `SHOWN#${shown.cityCode}#${shown.day}`,
      sk: `${shown.decisionId}#${String(shown.from).padStart(6, '0')}#${shown.shops.length}`,
    },
    {
      UpdateExpression:
        'ADD #count :one SET #shops = if_not_exists(#shops, :shops), #from = :from, #type = :type, #ttl = if_not_exists(#ttl, :ttl)',
      ExpressionAttributeNames: {
        '#count': 'count',
        '#shops': 'shops',
        '#from': 'from',
        '#type': 'type',
        '#ttl': 'ttl',
      },
      ExpressionAttributeValues: {
        ':one': 1,
        ':shops': [...shown.shops],
        ':from': shown.from,
        ':type': 'Shown',
        ':ttl': Math.floor(Date.parse(shown.now) / 1000) + SHOWN_SECONDS,
      },
    },
    () => new Error('a counter has no condition'),
  );

/** Every counter of a city's day. */
export async function* shownOn(table: Table, cityCode: string, day: string): AsyncGenerator<Shown> {
  let after: string | undefined;
  do {
    const stretch: Stretch = { pk: `SHOWN#${cityCode}#${day}`, after, limit: 500, consistent: true };
    const page: { items: Shown[]; next: string | undefined } = await list(table, Shown, undefined, stretch);
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}
