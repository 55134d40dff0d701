import { randomUUID } from 'node:crypto';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../../functions/world.ts';
import { createTable, localClient } from '../../../infra/local/engine/engine.ts';
import type { Server } from './market-server.ts';

const TABLE = 'raw';

/**
 * The engine alone: an order-sized put and so many counters, one transaction, by the SDK, on the engine of a market that
 * runs. What an order costs more than this is ours.
 */
export const rawTransactions = async ({ engine }: Pick<Server, 'engine'>) => {
  const plain = localClient(engine.endpoint);
  await createTable(plain, TABLE);
  const client = documentClient(plain);
  const counter = (serial: number, line: number) => ({
    Update: {
      TableName: TABLE,
      Key: { pk: `MERCHANT#${serial % 20}`, sk: `STOCK#${line}` },
      UpdateExpression: 'ADD taken :q',
      ExpressionAttributeValues: { ':q': 1 },
    },
  });
  return (serial: number, counters: number) => {
    const Item = { pk: `ORDER#${randomUUID()}`, sk: 'ORDER', filling: 'x'.repeat(850) };
    const put = { Put: { TableName: TABLE, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
    const lines = Array.from({ length: counters }, (_, line) => counter(serial, line));
    return client.send(new TransactWriteCommand({ TransactItems: [put, ...lines] }));
  };
};
