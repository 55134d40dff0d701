import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Item } from './card.ts';

export type { Item };
export type Key = { pk: string; sk: string };
type ListKey = { pk: string; sk: string };

type Input = { TableName: string; Key?: Key; Item?: Item; [option: string]: unknown };
/**
 * A write is a value: nothing happens until `commit`. `refused` says what a failed condition means: a Problem for the
 * person, Stale for a rerun, or `'exists'` for an insert whose repeat answers the first result.
 */
export type Write = {
  readonly label: string;
  readonly action: 'Put' | 'Update' | 'Delete' | 'ConditionCheck';
  readonly input: Omit<Input, 'TableName'>;
  readonly refused: (existing: Item | undefined) => Error | 'exists';
  /**
   * Makes this write and those of its list that carry the same `renew` again: for writes that stand on an item which everybody
   * moves, such as the end of a chain. Where nothing but such writes was refused, what the others stand on still holds.
   */
  readonly renew?: () => Promise<readonly Write[]>;
};

/** The one thing this folder needs from outside: a client, the table's name, and how to wait before another attempt. */
export type Table = {
  readonly client: Pick<DynamoDBDocumentClient, 'send'>;
  readonly name: string;
  readonly pause: (attempt: number) => Promise<void>;
  /** New items that go into each commit beside what is written; a record of who writes it. */
  readonly alongside?: (writes: readonly Write[]) => readonly Item[];
  /**
   * What `parse` makes of an item, for a client that answers the same object until the item changes: it need be made but once.
   * Everywhere else each answer is parsed.
   */
  readonly parsed?: <T>(item: Item, parse: (item: Item) => T) => T;
};

type Lists<S extends z.ZodObject> = {
  readonly list1?: (value: z.infer<S>) => ListKey | undefined;
  readonly list2?: (value: z.infer<S>) => ListKey | undefined;
  /** What these lists show of it; nothing else can be read from them. */
  readonly card: readonly (keyof z.infer<S> & string)[];
  /** What list 2 shows besides. */
  readonly card2?: readonly (keyof z.infer<S> & string)[];
};
type NoLists = { readonly list1?: never; readonly list2?: never; readonly card?: never; readonly card2?: never };

/**
 * One kind of item. `schema` parses what comes back (and thereby drops keys), `key` and the lists say where it lives.
 * A list function that answers undefined keeps the item out of that list.
 */
export type Entity<S extends z.ZodObject> = {
  readonly type: string;
  readonly schema: S;
  readonly key: (value: z.infer<S>) => Key;
  readonly due?: (value: z.infer<S>) => ListKey | undefined;
} & (Lists<S> | NoLists);
export const entity = <S extends z.ZodObject>(definition: Entity<S>): Entity<S> => definition;

/** The names a schema declares: what a card of that schema holds, or what is read where nothing else is wanted. */
export const namesIn = <S extends z.ZodObject>(schema: S) => Object.keys(schema.shape) as (keyof z.infer<S> & string)[];
