import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Engine } from '../engine/engine.ts';
import type { StreamPlace } from './stream-place.ts';

export type Consumer = (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse>;

const numberOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.SequenceNumber ?? '';
export const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The sequence numbers of the records that could not be taken. */
const failuresOf = async (consume: Consumer, records: readonly DynamoDBRecord[], shard: string): Promise<string[]> => {
  const context = { functionName: 'publishing', awsRequestId: shard, getRemainingTimeInMillis: () => 30_000 };
  // Of Lambda's context the consumers read nothing else.
  return consume({ Records: [...records] }, context as Context).then(
    ({ batchItemFailures }) => batchItemFailures.map(({ itemIdentifier }) => itemIdentifier),
    () => records.map(numberOf),
  );
};

export const isTaken = async (consume: Consumer, record: DynamoDBRecord): Promise<boolean> =>
  (await failuresOf(consume, [record], record.eventID ?? '')).length === 0;

type Patience = {
  readonly consume: Consumer;
  readonly engine: Pick<Engine, 'restarts' | 'answers'>;
  readonly place: StreamPlace;
  readonly giveUp: (record: DynamoDBRecord | undefined) => Promise<void>;
  readonly attempts: number;
  readonly pauseMs: number;
  readonly isStopping: () => boolean;
};

/**
 * Hands records over until all are taken: again from the lowest that failed, after a pause that grows. One that keeps
 * failing is given up; a failure while the engine was gone is no fault of the record's and does not count.
 */
export const handOver = async (shard: string, records: readonly DynamoDBRecord[], how: Patience): Promise<void> => {
  const { consume, engine, place, giveUp, attempts, pauseMs, isStopping } = how;
  let rest = records;
  // What is left when we stop comes again at the next start.
  for (let attempt = 1; rest.length > 0 && !isStopping(); attempt++) {
    const restarts = engine.restarts();
    const failed = await failuresOf(consume, rest, shard);
    let first = rest.findIndex((record) => failed.includes(numberOf(record)));
    if (first < 0) first = rest.length;
    if (first > 0) attempt = 1;
    else if (restarts !== engine.restarts() || !(await engine.answers())) {
      attempt = 0;
      await later(pauseMs);
    } else if (attempt >= attempts) {
      await giveUp(rest[0]);
      [first, attempt] = [1, 0];
    } else await later(Math.min(pauseMs * 2 ** attempt, 5000));
    const last = rest[first - 1];
    if (last) await place.reached(shard, numberOf(last));
    rest = rest.slice(first);
  }
};
