import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { indexes, keyNames } from '../../../shared/table/engine/schema.ts';

const keysOf = ({ partition, sort }: { partition: string; sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

/** The one table as an engine is told of it, stream aside. */
export const tableShape = (TableName: string) => {
  const lists = Object.entries(indexes);
  const names = [keyNames, ...Object.values(indexes)].flatMap(({ partition, sort }) => [partition, sort]);
  return {
    TableName,
    AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    KeySchema: keysOf(keyNames),
    GlobalSecondaryIndexes: lists.map(([IndexName, index]) => ({
      IndexName,
      KeySchema: keysOf(index),
      Projection:
        index.shown.length > 0
          ? { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...index.shown] }
          : { ProjectionType: 'KEYS_ONLY' as const },
    })),
  } satisfies Partial<CreateTableCommandInput>;
};

/** Before and after of every change, in order: the outbox is read from it. */
export const streamOn = { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' as const };
