import { randomUUID } from 'node:crypto';
import { setTimeout as later } from 'node:timers/promises';
import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../../functions/world.ts';
import { createTable, localClient } from '../../../infra/local/engine/engine.ts';
import { TABLE } from '../../../infra/local/local-world.ts';
import type { Server } from './market-server.ts';

const RAW = 'raw';

type Stored = Record<string, unknown>;
/** What an order leaves in the table beside counters, as it was stored: itself and its payment, with their list entries. */
export type Left = readonly Stored[];
export type Raw = (left: Left, serial: number, counters: number) => Promise<unknown>;

/** Keys of another order, so that nothing meets what was written before. */
const renamed = (item: Stored, orderId: string, other: string): Stored =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(orderId, other) : value,
    ]),
  );

/**
 * The least an order can cost: one transaction that puts the very items an order leaves, as many bytes and as many list
 * entries, and moves its counters, by the same client on the same engine. What an order costs more than this is ours.
 */
export const rawTransactions = async ({ engine }: Pick<Server, 'engine'>) => {
  const plain = localClient(engine.endpoint);
  await createTable(plain, RAW);
  const client = documentClient(plain);
  const read = async (pk: string, sk: string): Promise<Stored> => {
    for (;;) {
      const { Item } = await client.send(new GetCommand({ TableName: TABLE, Key: { pk, sk } }));
      if (Item) return Item;
      await later(100);
    }
  };
  const leftBy = async (orderId: string): Promise<Left> => [
    await read(`ORDER#${orderId}`, 'ORDER'),
    await read(`ORDER#${orderId}`, 'PAYMENT'),
  ];
  const counter = (serial: number, line: number) => ({
    Update: {
      TableName: RAW,
      Key: { pk: `MERCHANT#${serial % 20}`, sk: `STOCK#${line}` },
      UpdateExpression: 'ADD #taken :q',
      ExpressionAttributeNames: { '#taken': 'taken' },
      ExpressionAttributeValues: { ':q': 1 },
    },
  });
  const raw: Raw = (left, serial, counters) => {
    const other = `ord-${randomUUID().replaceAll('-', '').slice(0, 26)}`;
    const puts = left.map((item) => {
      const Item = renamed(item, String(item['orderId'] ?? (item['card'] as Stored)['orderId']), other);
      return { Put: { TableName: RAW, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
    });
    const lines = Array.from({ length: counters }, (_, line) => counter(serial, line));
    return client.send(new TransactWriteCommand({ TransactItems: [...puts, ...lines] }));
  };
  return { raw, leftBy };
};
