import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { CARD, fromItem, type Item } from './card.ts';
import { retryThrottled, Unprocessed } from './retries.ts';
import type { Entity, Key, Table } from './table.ts';

export type Freshness = { consistent?: boolean };

/** What a read needs to know of an entity: how it is parsed, and which of its attributes stand on its card. */
export type Kind<S extends z.ZodObject> = Pick<Entity<S>, 'schema'> & { readonly card?: readonly string[] };

/**
 * Names the attributes an answer shall hold, besides its keys: what is not named neither travels nor is read. Worth it
 * where a million are read; elsewhere a whole item is simpler.
 */
export const holding = (
  keys: readonly string[],
  only: readonly string[] | undefined,
  onCard: (name: string) => boolean,
) => {
  if (!only) return undefined;
  const paths = only.map((name, index) => `${onCard(name) ? '#card.' : ''}#a${index}`);
  const bound = only.map((name, index) => [`#a${index}`, name] as const);
  return {
    ProjectionExpression: [...keys, ...paths].join(', '),
    ExpressionAttributeNames: { ...(only.some(onCard) ? { '#card': CARD } : {}), ...Object.fromEntries(bound) },
  };
};

export const get = async <S extends z.ZodObject>(
  table: Table,
  kind: Kind<S>,
  key: Key,
  { consistent = true }: Freshness = {},
): Promise<z.infer<S> | undefined> => {
  const { Item } = await retryThrottled(table, () =>
    table.client.send(new GetCommand({ TableName: table.name, Key: key, ConsistentRead: consistent })),
  );
  return Item && kind.schema.parse(fromItem(Item));
};

/** Reads many items by key, in the order of the keys; missing ones are undefined. At most 100 keys. */
export const getMany = async <S extends z.ZodObject>(
  table: Table,
  { schema, card = [] }: Kind<S>,
  keys: readonly Key[],
  { consistent = true, only }: Freshness & { only?: readonly string[] } = {},
): Promise<(z.infer<S> | undefined)[]> => {
  const shape = { ConsistentRead: consistent, ...holding(['pk', 'sk'], only, (name) => card.includes(name)) };
  const found = new Map<string, Item>();
  let asked: readonly Key[] = keys;
  if (asked.length > 0)
    await retryThrottled(table, async () => {
      const { Responses, UnprocessedKeys } = await table.client.send(
        new BatchGetCommand({ RequestItems: { [table.name]: { Keys: [...asked], ...shape } } }),
      );
      for (const item of Responses?.[table.name] ?? []) found.set(`${item['pk']} ${item['sk']}`, item);
      asked = (UnprocessedKeys?.[table.name]?.Keys ?? []) as Key[];
      if (asked.length > 0) throw new Unprocessed();
    });
  return keys.map(({ pk, sk }) => {
    const item = found.get(`${pk} ${sk}`);
    return item && schema.parse(fromItem(item));
  });
};
