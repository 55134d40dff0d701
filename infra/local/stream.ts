import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { localCredentials, localRegion } from './engine.ts';
import { readJson, writeWhole } from './files.ts';

export type Consumer = (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse>;
export type StreamOptions = {
  readonly client: DynamoDBClient;
  readonly endpoint: string;
  readonly tableName: string;
  /** Keeps how far the stream was read, and what was given up. */
  readonly folder: string;
  readonly consume: Consumer;
  /** Added to the engine's own time, so that records carry the market's. */
  readonly offsetMs?: () => number;
  readonly attempts?: number;
  readonly pauseMs?: number;
};
export type StreamReader = {
  /** Reads until nothing is left; answers how many records were handed over. */
  readonly drain: () => Promise<number>;
  /** Reads on until `stop`, which waits for the batch at hand. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};
type Checkpoint = { arn: string; shards: Record<string, string> };

const BATCH = 100;
const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The record as a function gets it: instants are seconds. */
const toRecord = ({ dynamodb, ...rest }: StreamRecord, arn: string, offsetMs: number) =>
  ({
    ...rest,
    eventSourceARN: arn,
    dynamodb: {
      ...dynamodb,
      ApproximateCreationDateTime: ((dynamodb?.ApproximateCreationDateTime?.getTime() ?? Date.now()) + offsetMs) / 1000,
    },
  }) as unknown as DynamoDBRecord;

/**
 * Reads the table's stream as Lambda does: in order per shard, from the lowest failed record again, the place kept only
 * after a batch went through, so a crash repeats records and loses none. A record that keeps failing is written to
 * `dead-letters.jsonl`.
 */
export const streamReader = async (options: StreamOptions): Promise<StreamReader> => {
  const { client, endpoint, tableName, folder, consume, offsetMs = () => 0, attempts = 5, pauseMs = 250 } = options;
  const place = join(folder, 'stream.json');
  const streams = new DynamoDBStreamsClient({ endpoint, region: localRegion, credentials: localCredentials });
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  const arn = Table?.LatestStreamArn ?? '';
  const kept = await readJson<Checkpoint>(place);
  const shards = kept?.arn === arn ? kept.shards : {};
  const keep = async (shard: string, sequence: string) => {
    shards[shard] = sequence;
    await writeWhole(place, JSON.stringify({ arn, shards } satisfies Checkpoint));
  };

  const iteratorOf = async (shard: string): Promise<string | undefined> => {
    const after = shards[shard];
    const from = after
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: after }
      : { ShardIteratorType: 'TRIM_HORIZON' as const };
    try {
      return (await streams.send(new GetShardIteratorCommand({ StreamArn: arn, ShardId: shard, ...from })))
        .ShardIterator;
    } catch (error) {
      if (!(error instanceof TrimmedDataAccessException)) throw error;
      delete shards[shard];
      return iteratorOf(shard);
    }
  };

  const handOver = async (shard: string, records: DynamoDBRecord[]): Promise<void> => {
    const context = { functionName: 'publishing', awsRequestId: shard, getRemainingTimeInMillis: () => 30_000 };
    let rest = records;
    for (let attempt = 1; rest.length > 0; attempt++) {
      const failed = await consume(structuredClone({ Records: rest }), context as Context).then(
        ({ batchItemFailures }) => batchItemFailures.map(({ itemIdentifier }) => itemIdentifier),
        () => rest.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? ''),
      );
      let first = rest.findIndex(({ dynamodb }) => failed.includes(dynamodb?.SequenceNumber ?? ''));
      if (first < 0) first = rest.length;
      if (first > 0) attempt = 1;
      else if (attempt >= attempts) {
        await appendFile(join(folder, 'dead-letters.jsonl'), `${JSON.stringify(rest[0])}\n`);
        [first, attempt] = [1, 0];
      } else await later(Math.min(pauseMs * 2 ** attempt, 5000));
      const last = rest[first - 1]?.dynamodb?.SequenceNumber;
      if (last) await keep(shard, last);
      rest = rest.slice(first);
    }
  };

  const drainShard = async (shard: string): Promise<number> => {
    let count = 0;
    let iterator = await iteratorOf(shard);
    while (iterator && !stopping) {
      const { Records = [], NextShardIterator } = await streams.send(
        new GetRecordsCommand({ ShardIterator: iterator, Limit: BATCH }),
      );
      if (Records.length === 0) break;
      await handOver(
        shard,
        Records.map((record) => toRecord(record, arn, offsetMs())),
      );
      count += Records.length;
      iterator = NextShardIterator;
    }
    return count;
  };

  let stopping = false;
  let turn: Promise<unknown> = Promise.resolve();
  /** Parents come before their children in the answer, and a parent is read to its end first. */
  const drainAll = async (): Promise<number> => {
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: arn }));
    let count = 0;
    for (const { ShardId } of StreamDescription?.Shards ?? []) if (ShardId) count += await drainShard(ShardId);
    return count;
  };
  const drain = (): Promise<number> => {
    const next = turn.then(drainAll);
    turn = next.catch(() => 0);
    return next;
  };
  const run = async () => {
    while (!stopping) {
      // The engine may be gone at the end; while we run, the next look tries again.
      await drain().catch((error) => stopping || console.error('stream', error));
      await later(pauseMs);
    }
  };
  let running: Promise<void> = Promise.resolve();
  return {
    drain,
    start: () => {
      running = run();
    },
    stop: async () => {
      stopping = true;
      await running;
      streams.destroy();
    },
  };
};
