import { createHash } from 'node:crypto';
import { type IndexName, indexes, keyNames } from '../../../shared/table/engine/schema.ts';
import type { Item } from '../memory/item.ts';

/*
 * An item as the engine (dynoxide 1.2.1) keeps it in its file; engine.test.ts holds every column against what the engine's own
 * import makes of the same items.
 */

/** How an index lists an item: its keys there, and what the index shows of it. */
export type Listed = { readonly index: IndexName; readonly pk: string; readonly sk: string; readonly json: string };
export type Row = {
  readonly pk: string;
  readonly sk: string;
  readonly json: string;
  readonly bytes: number;
  readonly prefix: string;
  readonly listed: readonly Listed[];
};

/** Without an exponent: JavaScript writes one from the seventh place behind the point. The table keeps nothing so large. */
const digitsOf = (value: number): string => {
  const [digits = '', places] = String(value).split('e-');
  if (places === undefined) return digits;
  const sign = value < 0 ? '-' : '';
  return `${sign}0.${'0'.repeat(Number(places) - 1)}${digits.replace(/[-.]/g, '')}`;
};

const mapOf = (value: Item): string => {
  let json = '';
  for (const name in value) json += `${json === '' ? '' : ','}${JSON.stringify(name)}:${jsonOf(value[name])}`;
  return `{${json}}`;
};
/** A value as DynamoDB writes it, named by its type. */
const jsonOf = (value: unknown): string => {
  if (typeof value === 'string') return `{"S":${JSON.stringify(value)}}`;
  if (typeof value === 'number') return `{"N":"${digitsOf(value)}"}`;
  if (typeof value === 'boolean') return `{"BOOL":${value}}`;
  if (value === null) return '{"NULL":true}';
  if (Array.isArray(value)) return `{"L":[${value.map(jsonOf).join(',')}]}`;
  if (value instanceof Set) return `{"SS":${JSON.stringify([...value])}}`;
  return `{"M":${mapOf(value as Item)}}`;
};

/** Two digits a byte, and one for where the point stands. */
const bytesOfNumber = (value: number): number => {
  const digits = digitsOf(Math.abs(value))
    .replace('.', '')
    .replace(/^0+|0+$/g, '');
  return 1 + Math.ceil(digits.length / 2) + (value < 0 ? 1 : 0);
};
const LIST_BYTES = 3;
const bytesOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return bytesOfNumber(value);
  if (typeof value !== 'object' || value === null) return 1;
  if (value instanceof Set) return [...value].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (Array.isArray(value)) return value.reduce((sum, one) => sum + 1 + bytesOf(one), LIST_BYTES);
  let sum = LIST_BYTES;
  for (const name in value) sum += 1 + Buffer.byteLength(name) + bytesOf((value as Item)[name]);
  return sum;
};
const bytesOfItem = (item: Item): number => {
  let sum = 0;
  for (const name in item) sum += Buffer.byteLength(name) + bytesOf(item[name]);
  return sum;
};

/** By which the engine would share a partition's items out over scans: the beginning of a hash of its key, salted. */
const prefixOf = (pk: string): string => createHash('md5').update(`Outliers${pk}`).digest('hex').slice(0, 6);

const listsIn = Object.entries(indexes) as [IndexName, (typeof indexes)[IndexName]][];
const shownOf = (item: Item, names: readonly string[]): string => {
  const shown: Record<string, unknown> = {};
  for (const name of names) if (item[name] !== undefined) shown[name] = item[name];
  return mapOf(shown);
};
/** Keys are kept with the letter of their type. */
const keyOf = (value: unknown): string => `S:${value}`;

export const rowOf = (item: Item): Row => {
  const listed = listsIn.flatMap(([index, { partition, sort, shown }]): Listed[] =>
    item[partition] === undefined || item[sort] === undefined
      ? []
      : [
          {
            index,
            pk: keyOf(item[partition]),
            sk: keyOf(item[sort]),
            json: shownOf(item, [keyNames.partition, keyNames.sort, partition, sort, ...shown]),
          },
        ],
  );
  const { pk, sk } = item;
  return {
    pk: keyOf(pk),
    sk: keyOf(sk),
    json: mapOf(item),
    bytes: bytesOfItem(item),
    prefix: prefixOf(String(pk)),
    listed,
  };
};
