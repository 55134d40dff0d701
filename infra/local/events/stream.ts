import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { type Engine, localCredentials, localRegion } from '../engine/engine.ts';
import { deadLetters, type Replayed } from './dead-letters.ts';
import { type Consumer, handOver, isTaken, later } from './hand-over.ts';
import { streamPlace } from './stream-place.ts';
import { recordsFrom } from './stream-records.ts';
import { streamShards } from './stream-shards.ts';
import { taskQueue } from './task-queue.ts';

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

/**
 * A look that found as many goes on at once. What came in behind a smaller one waits for the next: people who buy one after
 * the other would else be followed one by one, each with calls of their own, and nothing would be gathered.
 */
const MANY = 100;

/** The record as a function gets it, at the market's own time. */
const toRecord = ({ dynamodb, ...rest }: DynamoDBRecord, arn: string, offsetMs: number): DynamoDBRecord => {
  const at = (dynamodb?.ApproximateCreationDateTime ?? Date.now() / 1000) + offsetMs / 1000;
  return { ...rest, eventSourceARN: arn, dynamodb: { ...dynamodb, ApproximateCreationDateTime: at } };
};

/**
 * Reads the table's stream as Lambda does: in order per shard, from the lowest failed record again, the place written only
 * after a batch went through, so a crash repeats records and loses none. A record that keeps failing is written to
 * `dead-letters.jsonl`.
 */
export const streamReader = async (options: StreamOptions): Promise<StreamReader> => {
  const { client, engine, tableName, folder, consume, offsetMs = () => 0, attempts = 5, pauseMs = 250 } = options;
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  const arn = Table?.LatestStreamArn ?? '';
  const place = await streamPlace(folder, arn);
  const dead = deadLetters(folder);
  const [credentials, region] = [localCredentials, localRegion];
  const streams = new DynamoDBStreamsClient({ endpoint: engine.endpoint, region, credentials });
  const pages = recordsFrom(engine.endpoint);
  const shards = streamShards({ streams, pages, arn, place });
  let stopping = false;
  const patience = { consume, engine, place, giveUp: dead.add, attempts, pauseMs, isStopping: () => stopping };

  const readShard = async (shard: string, goesOnFrom: number): Promise<number> => {
    let count = 0;
    while (!stopping) {
      const records = await shards.next(shard);
      count += records.length;
      const dated = records.map((record) => toRecord(record, arn, offsetMs()));
      await handOver(shard, dated, patience);
      if (records.length < goesOnFrom) break;
    }
    return count;
  };
  /** Reads each shard until a page has fewer records than `goesOnFrom`. */
  const readAll = async (goesOnFrom: number): Promise<number> => {
    try {
      let count = 0;
      for (const shard of await shards.all()) count += await readShard(shard, goesOnFrom);
      return count;
    } catch (error) {
      shards.lookAgain();
      throw error;
    }
  };

  // Two readers at once would hand the same records over twice.
  const inTurn = taskQueue();
  let wake = (): void => undefined;
  const drain = () => inTurn(() => readAll(1));
  const run = async () => {
    while (!stopping) {
      // The engine may be gone at the end; while we run, the next look tries again.
      await inTurn(() => readAll(MANY)).catch((error) => stopping || console.error('stream', error));
      if (!stopping) await Promise.race([later(pauseMs), new Promise<void>((resolve) => (wake = resolve))]);
    }
  };
  let running: Promise<void> = Promise.resolve();
  return {
    drain,
    redrive: () => inTurn(() => dead.replay((record) => isTaken(consume, record))),
    start: () => {
      running = run();
    },
    stop: async () => {
      stopping = true;
      wake();
      await running;
      streams.destroy();
      pages.close();
    },
  };
};
