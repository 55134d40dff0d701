import { BatchGetCommand, GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { consumers } from '../../events/subscriptions.ts';
import { makeWorld } from '../../functions/world.ts';
import { consumerIn } from '../../infra/local/events/consumers.ts';
import { worldFor } from '../../infra/local/origin/guard.ts';
import { memoryFiles } from '../engine.ts';

const sent: object[] = [];
const files = memoryFiles();
const world = makeWorld({
  client: { send: async (command: object) => void sent.push(command) } as never,
  tableName: 'market',
  secret: 'x'.repeat(32),
  files,
  photos: files,
});
const send = (entry: string, command: object) => worldFor(entry, world).table.client.send(command as never);
const table = { TableName: 'market' };

describe('a function on one machine', () => {
  test('may what its role on AWS may', async () => {
    await send('turnover/api', new GetCommand({ ...table, Key: {} }));
    await send('turnover/api', new PutCommand({ ...table, Item: {} }));
    await send('register/api', new QueryCommand({ ...table, IndexName: 'list1' }));
    expect(sent).toHaveLength(3);
  });

  test.each([
    ['agencies/api', new BatchGetCommand({ RequestItems: {} }), 'BatchGetItem'],
    ['photos/api', new QueryCommand({ ...table, IndexName: 'list1' }), 'Query of list1'],
    ['equity/api', new QueryCommand({ ...table, IndexName: 'list2' }), 'Query of list2'],
    [
      'turnover/api',
      new TransactWriteCommand({ TransactItems: [{ Put: { ...table, Item: {} } }, { Delete: { ...table, Key: {} } }] }),
      'DeleteItem',
    ],
    ['outbox/publish-changes', new GetCommand({ ...table, Key: {} }), 'GetItem'],
    ['nobody/api', new GetCommand({ ...table, Key: {} }), 'GetItem'],
  ])('is refused what its role is: %s', async (entry, command, what) => {
    const before = sent.length;
    await expect(async () => send(entry, command)).rejects.toThrow(`${entry} is not allowed ${what}`);
    expect(sent).toHaveLength(before);
  });

  test('reaches its own folders of its own bucket', async () => {
    const ledgers = worldFor('ranking/ledger/refresh-ledgers', world);
    await ledgers.files.put('ledgers/35.73', new Uint8Array([1]));
    expect(await ledgers.files.get('ledgers/35.73')).toEqual(new Uint8Array([1]));
    await expect(ledgers.files.get('snapshots/35.73')).rejects.toThrow('GetObject snapshots/35.73');
    await expect(ledgers.files.put('ledgers-of-others', new Uint8Array())).rejects.toThrow('PutObject');
    await expect(worldFor('photos/api', world).files.get('photos/a.jpg')).rejects.toThrow('not allowed');
    await expect(worldFor('photos/api', world).photos.get('photos/a.jpg')).rejects.toThrow('not allowed');
  });
});

describe('a consumer', () => {
  test.each(consumers)('%s exports what its name says, made of a world', async (consumer) => {
    expect(await consumerIn(consumer, () => world)).toBeInstanceOf(Function);
  });
});
