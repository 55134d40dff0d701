import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import type { StreamPlace } from './stream-place.ts';
import type { recordsFrom } from './stream-records.ts';

const BATCH = 500;
/** A shard that has ended has children; they are also asked for once in so many looks. */
const LOOKS = 200;

type Asked = {
  readonly streams: DynamoDBStreamsClient;
  readonly pages: Pick<ReturnType<typeof recordsFrom>, 'ask'>;
  readonly arn: string;
  readonly place: StreamPlace;
};

/** The shards of a stream and what stands in each after the place that was reached: one call a look at a market at rest. */
export const streamShards = ({ streams, pages, arn, place }: Asked) => {
  /** Where each shard is read on; undefined for one that has ended. */
  const iterators = new Map<string, string | undefined>();
  let known: string[] = [];
  let looks = 0;

  const iteratorOf = async (shard: string): Promise<string | undefined> => {
    const after = place.after(shard);
    const from = after
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: after }
      : { ShardIteratorType: 'TRIM_HORIZON' as const };
    try {
      return (await streams.send(new GetShardIteratorCommand({ StreamArn: arn, ShardId: shard, ...from })))
        .ShardIterator;
    } catch (error) {
      if (!(error instanceof TrimmedDataAccessException)) throw error;
      place.forget(shard);
      return iteratorOf(shard);
    }
  };

  return {
    /** Parents before their children, so that a parent is read to its end first. */
    all: async (): Promise<readonly string[]> => {
      if (looks++ % LOOKS > 0 && ![...iterators.values()].includes(undefined)) return known;
      const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: arn }));
      known = (StreamDescription?.Shards ?? []).flatMap(({ ShardId }) => ShardId ?? []);
      return known;
    },
    /** The shard's next records, at most 500; none where there are none now, or ever again. */
    next: async (shard: string): Promise<readonly DynamoDBRecord[]> => {
      const iterator = iterators.has(shard) ? iterators.get(shard) : await iteratorOf(shard);
      const page = iterator === undefined ? {} : await pages.ask(iterator, BATCH);
      iterators.set(shard, page.NextShardIterator);
      return page.Records ?? [];
    },
    /** An engine that was started again, or an iterator that grew old: the next look begins where the last batch ended. */
    lookAgain: (): void => {
      iterators.clear();
      looks = 0;
    },
  };
};
