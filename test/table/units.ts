import { marshall } from '@aws-sdk/util-dynamodb';
import { indexes } from '../../shared/table/engine/schema.ts';
import type { Item } from '../../shared/table/engine/table.ts';
import { isWrite, type Sent } from './clients.ts';

/*
 * Capacity units by DynamoDB's published rules: a write costs its item (the larger of before and after) in KB begun,
 * twice that inside a transaction; an index entry costs nothing when unchanged, 1 KB-unit when new, gone or changed, and
 * two when it moves; index entries are not doubled. Sizes count names and values.
 */

type Value = { S?: string; N?: string; BOOL?: boolean; NULL?: boolean; L?: Value[]; M?: Record<string, Value> };
const bytes = (text: string) => Buffer.byteLength(text, 'utf8');
const numberBytes = (text: string): number => {
  const [whole = '', fraction = ''] = text.replace(/^-/, '').split('.');
  const digits = (of: string) => Math.ceil(of.length / 2);
  return 1 + digits(whole.replace(/^0+/, '')) + digits(fraction) + (text.startsWith('-') ? 1 : 0);
};
const valueBytes = (value: Value): number => {
  if (value.S !== undefined) return bytes(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.L) return 3 + value.L.reduce((sum, one) => sum + 1 + valueBytes(one), 0);
  return 3 + Object.entries(value.M ?? {}).reduce((sum, [name, one]) => sum + 1 + bytes(name) + valueBytes(one), 0);
};
/** The size of an item as DynamoDB bills it. */
export const itemBytes = (item: Item): number =>
  Object.entries(marshall(item, { removeUndefinedValues: true }) as Record<string, Value>).reduce(
    (sum, [name, value]) => sum + bytes(name) + valueBytes(value),
    0,
  );
const kilobytes = (item: Item | undefined): number => (item ? Math.max(1, Math.ceil(itemBytes(item) / 1024)) : 0);

/** What an index keeps of an item: keys and projection, or nothing when it has no key there. */
const entryOf = (
  item: Item | undefined,
  { partition, sort, shown }: (typeof indexes)[keyof typeof indexes],
): Item | undefined => {
  if (item?.[partition] === undefined) return undefined;
  const names = ['pk', 'sk', partition, sort, ...shown];
  return Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));
};
const indexUnits = (before: Item | undefined, after: Item | undefined): number =>
  Object.values(indexes).reduce((sum, index) => {
    const [was, is] = [entryOf(before, index), entryOf(after, index)];
    if (!was && !is) return sum;
    if (!was || !is) return sum + kilobytes(was ?? is);
    const moved = was[index.partition] !== is[index.partition] || was[index.sort] !== is[index.sort];
    if (moved) return sum + kilobytes(was) + kilobytes(is);
    const same = JSON.stringify(Object.entries(was).sort()) === JSON.stringify(Object.entries(is).sort());
    return sum + (same ? 0 : Math.max(kilobytes(was), kilobytes(is)));
  }, 0);

export type Written = { readonly table: number; readonly indexes: number; readonly items: number };
type Address = { pk: string; sk: string };
type Part = { Item?: Item; Key?: Address };
const addressOf = ({ Item: item, Key }: Part): Address => (Key ?? item) as Address;
const addressText = ({ pk, sk }: Address) => `${pk} ${sk}`;

/** Units of the writes sent, given the table before and after them. */
export const writeUnits = (sent: readonly Sent[], before: readonly Item[], after: readonly Item[]): Written => {
  const find = (items: readonly Item[]) => new Map(items.map((item) => [addressText(item as Address), item]));
  const [was, is] = [find(before), find(after)];
  const total = { table: 0, indexes: 0, items: 0 };
  for (const { name, input } of sent.filter(isWrite)) {
    const parts =
      name === 'TransactWrite'
        ? (input['TransactItems'] as Record<string, Part>[]).map((one) => Object.values(one)[0] as Part)
        : [input as Part];
    for (const part of parts) {
      const address = addressText(addressOf(part));
      const [old, now] = [was.get(address), is.get(address)];
      total.items += 1;
      total.table += (name === 'TransactWrite' ? 2 : 1) * Math.max(kilobytes(old), kilobytes(now), 1);
      total.indexes += indexUnits(old, now);
    }
  }
  return total;
};

/** Read units of a page: bytes read, in 4 KB begun, half when an index or an eventual read serves it. */
export const readUnits = (items: readonly Item[], consistent: boolean): number =>
  Math.ceil(items.reduce((sum, item) => sum + itemBytes(item), 0) / 4096) * (consistent ? 1 : 0.5);
export const projected = (item: Item, index: keyof typeof indexes): Item => entryOf(item, indexes[index]) ?? {};
