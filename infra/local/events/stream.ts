import { join } from 'node:path';
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { type Engine, localCredentials, localRegion } from '../engine/engine.ts';
import { readJson, writeWhole } from '../files.ts';
import { deadLetters, type Replayed } from './dead-letters.ts';
import { recordsFrom } from './stream-records.ts';

export type Consumer = (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse>;
export type StreamOptions = {
  readonly client: DynamoDBClient;
  readonly engine: Pick<Engine, 'endpoint' | 'restarts' | 'answers'>;
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
  /** Hands over again what was given up, between two batches: whatever fails again stays given up. */
  readonly redrive: () => Promise<Replayed>;
  /** Reads on until `stop`, which waits for the batch at hand. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};
type Checkpoint = { arn: string; shards: Record<string, string> };

const BATCH = 100;
const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The record as a function gets it, at the market's own time. */
const toRecord = ({ dynamodb, ...rest }: DynamoDBRecord, arn: string, offsetMs: number): DynamoDBRecord => {
  const at = (dynamodb?.ApproximateCreationDateTime ?? Date.now() / 1000) + offsetMs / 1000;
  return { ...rest, eventSourceARN: arn, dynamodb: { ...dynamodb, ApproximateCreationDateTime: at } };
};

const numberOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.SequenceNumber ?? '';

/**
 * Reads the table's stream as Lambda does: in order per shard, from the lowest failed record again, the place kept only
 * after a batch went through, so a crash repeats records and loses none. A record that keeps failing is written to
 * `dead-letters.jsonl`; a failure while the engine was gone is no fault of the record's and does not count.
 */
export const streamReader = async (options: StreamOptions): Promise<StreamReader> => {
  const { client, engine, tableName, folder, consume, offsetMs = () => 0, attempts = 5, pauseMs = 250 } = options;
  const place = join(folder, 'stream.json');
  const dead = deadLetters(folder);
  const streams = new DynamoDBStreamsClient({
    endpoint: engine.endpoint,
    region: localRegion,
    credentials: localCredentials,
  });
  const stream = recordsFrom(engine.endpoint, localCredentials.accessKeyId, localRegion);
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

  /** The sequence numbers of the records that could not be taken. */
  const failuresOf = async (records: readonly DynamoDBRecord[], shard: string): Promise<string[]> => {
    const context = { functionName: 'publishing', awsRequestId: shard, getRemainingTimeInMillis: () => 30_000 };
    return consume({ Records: [...records] }, context as Context).then(
      ({ batchItemFailures }) => batchItemFailures.map(({ itemIdentifier }) => itemIdentifier),
      () => records.map(numberOf),
    );
  };

  const handOver = async (shard: string, records: DynamoDBRecord[]): Promise<void> => {
    let rest = records;
    // What is left when we stop comes again at the next start.
    for (let attempt = 1; rest.length > 0 && !stopping; attempt++) {
      const restarts = engine.restarts();
      const failed = await failuresOf(rest, shard);
      let first = rest.findIndex((record) => failed.includes(numberOf(record)));
      if (first < 0) first = rest.length;
      if (first > 0) attempt = 1;
      else if (restarts !== engine.restarts() || !(await engine.answers())) {
        attempt = 0;
        await later(pauseMs);
      } else if (attempt >= attempts) {
        await dead.add(rest[0]);
        [first, attempt] = [1, 0];
      } else await later(Math.min(pauseMs * 2 ** attempt, 5000));
      const last = rest[first - 1];
      if (last) await keep(shard, numberOf(last));
      rest = rest.slice(first);
    }
  };

  /** Where each shard is read on: one call a look at a market at rest. Undefined for a shard that has ended. */
  const iterators = new Map<string, string | undefined>();
  const drainShard = async (shard: string): Promise<number> => {
    let count = 0;
    let iterator = iterators.has(shard) ? iterators.get(shard) : await iteratorOf(shard);
    while (iterator && !stopping) {
      const { Records = [], NextShardIterator } = await stream.ask(iterator, BATCH);
      if (Records.length > 0)
        await handOver(
          shard,
          Records.map((record) => toRecord(record, arn, offsetMs())),
        );
      count += Records.length;
      iterator = NextShardIterator;
      if (Records.length === 0) break;
    }
    iterators.set(shard, iterator);
    return count;
  };

  let stopping = false;
  let turn: Promise<unknown> = Promise.resolve();
  /** A shard that has ended has children; asked for again now and then besides, and after any failure. */
  const LOOKS = 200;
  let known: string[] = [];
  let looks = 0;
  const shardsNow = async (): Promise<string[]> => {
    if (looks++ % LOOKS > 0 && ![...iterators.values()].includes(undefined)) return known;
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: arn }));
    known = (StreamDescription?.Shards ?? []).flatMap(({ ShardId }) => ShardId ?? []);
    return known;
  };
  /** Parents come before their children in the answer, and a parent is read to its end first. */
  const drainAll = async (): Promise<number> => {
    try {
      let count = 0;
      for (const shard of await shardsNow()) count += await drainShard(shard);
      return count;
    } catch (error) {
      // An engine that was started again, or an iterator that grew old: begin where the last batch ended.
      iterators.clear();
      looks = 0;
      throw error;
    }
  };
  /** One after the other: two readers at once would hand the same records over twice. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };
  const drain = () => inTurn(drainAll);
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
    redrive: () =>
      inTurn(() => dead.replay(async (record) => (await failuresOf([record], record.eventID ?? '')).length === 0)),
    start: () => {
      running = run();
    },
    stop: async () => {
      stopping = true;
      await running;
      streams.destroy();
      stream.close();
    },
  };
};
