import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { letterOf, Message, type StreamRange } from '../../infra/dead-letters/letters.ts';
import { type Cloud, redrive } from '../../infra/dead-letters/redrive.ts';

const LAMBDA = 'arn:aws:lambda:ap-southeast-3:123456789012:function:follow';
const MACHINE = 'arn:aws:states:ap-southeast-3:123456789012:stateMachine:close';
const WAITING = 'arn:aws:sqs:ap-southeast-3:123456789012:waiting';
const STREAM = 'arn:aws:dynamodb:ap-southeast-3:123456789012:table/market/stream/1';

let letters = 0;
const message = (body: unknown, but: Partial<Message> = {}): Message => {
  letters += 1;
  return Message.parse({
    MessageId: `m${letters}`,
    ReceiptHandle: `r${letters}`,
    Body: typeof body === 'string' ? body : JSON.stringify(body),
    ...but,
  });
};
const target = (arn: string): Partial<Message> => ({ MessageAttributes: { TARGET_ARN: { StringValue: arn } } });
const event = { 'detail-type': 'MerchantVerified', detail: { merchantId: 'mrc_1' } };
const asksClose = {
  'detail-type': 'CloseRequested',
  detail: { cityCode: '35.73', month: '2026-11', phase: 'final', at: '2026-12-11T00:00:00.000Z', eventId: 'x' },
};
const range = (first: string, last: string) => ({
  requestContext: { functionArn: LAMBDA, condition: 'RetryAttemptsExhausted' },
  DDBStreamBatchInfo: { streamArn: STREAM, shardId: 's1', startSequenceNumber: first, endSequenceNumber: last },
});
const failedRun = {
  requestContext: { functionArn: LAMBDA },
  requestPayload: event,
  responsePayload: { errorType: 'Error' },
};

describe('a dead letter', () => {
  test.each([
    ['of a rule', message(event, target(LAMBDA)), { to: 'function', arn: LAMBDA, payload: event }],
    ['of a run that failed', message(failedRun), { to: 'function', arn: LAMBDA, payload: event }],
    [
      'of a schedule',
      message({ zone: 'Asia/Jakarta' }, target(MACHINE)),
      { to: 'machine', arn: MACHINE, input: { zone: 'Asia/Jakarta' } },
    ],
    [
      'of a city that asked for its close',
      message(asksClose, target(MACHINE)),
      {
        to: 'machine',
        arn: MACHINE,
        input: { cityCode: '35.73', month: '2026-11', phase: 'final', scheduledAt: '2026-12-11T00:00:00.000Z' },
      },
    ],
    [
      'of a queue',
      message(event, { Attributes: { DeadLetterQueueSourceArn: WAITING } }),
      { to: 'queue', arn: WAITING, body: JSON.stringify(event) },
    ],
    [
      'of the stream',
      message(range('100', '200')),
      { to: 'reader', arn: LAMBDA, range: { streamArn: STREAM, shardId: 's1', first: '100', last: '200' } },
    ],
  ])('%s says what to do again', (_, one, letter) => {
    expect(letterOf(one)).toEqual(letter);
  });

  test.each(['', 'no json', '{}', '[]', 'null', '{"requestContext":{}}'])(
    'that says nothing is for people: %j',
    (body) => {
      expect(letterOf(message(body)).to).toBe('nobody');
    },
  );

  test('for what cannot be started is for people', () => {
    expect(letterOf(message(event, target('arn:aws:sns:ap-southeast-3:1:alarms'))).to).toBe('nobody');
  });
});

/** AWS with a queue of these letters; some functions fail. */
const cloudOf = (queue: Message[], but: Partial<Cloud> = {}) => {
  const done: unknown[] = [];
  const cloud: Cloud = {
    // What failed is hidden, but shown again sooner than it should be.
    receive: async () => queue.slice(0, 10),
    remove: async (_, { MessageId }) => {
      queue.splice(
        queue.findIndex((one) => one.MessageId === MessageId),
        1,
      );
    },
    invoke: async (arn, payload) => void done.push([arn, payload]),
    start: async (arn, input) => void done.push([arn, input]),
    send: async (arn, body) => void done.push([arn, body]),
    changes: async () => [],
    ...but,
  };
  return { cloud, done, queue };
};
const told: string[] = [];
const tell = (line: string) => void told.push(line);
const change = (SequenceNumber: number): DynamoDBRecord => ({ dynamodb: { SequenceNumber: String(SequenceNumber) } });

describe('a redrive', () => {
  test('does every letter again and leaves an empty queue', async () => {
    const { cloud, done, queue } = cloudOf([
      message(event, target(LAMBDA)),
      message(asksClose, target(MACHINE)),
      message(event, { Attributes: { DeadLetterQueueSourceArn: WAITING } }),
    ]);
    expect(await redrive(cloud, 'https://queue', tell)).toEqual({ taken: 3, left: 0 });
    expect(done.map((one) => (one as [string])[0])).toEqual([LAMBDA, MACHINE, WAITING]);
    expect(queue).toEqual([]);
  });

  test('leaves what fails again, tells it once, and goes on with the rest', async () => {
    const failing = message({ bad: true }, target(LAMBDA));
    const { cloud, queue } = cloudOf([failing, message('no json'), message(event, target(LAMBDA))], {
      invoke: async (_, payload) => {
        if ('bad' in (payload as object)) throw new Error('failed again');
      },
    });
    told.length = 0;
    expect(await redrive(cloud, 'https://queue', tell)).toEqual({ taken: 1, left: 2 });
    expect(queue).toHaveLength(2);
    expect(told).toHaveLength(2);
    expect(told[0]).toBe(`${failing.MessageId}: failed again`);
  });

  test('hands changes over in order, a hundred at a time, and stops at the first that is refused', async () => {
    const asked: StreamRange[] = [];
    const batches: number[][] = [];
    const records = Array.from({ length: 250 }, (_, at) => change(at));
    const reads = (refused: number | undefined) =>
      cloudOf([message(range('0', '249'))], {
        changes: async (one) => {
          asked.push(one);
          return records;
        },
        invoke: async (_, payload) => {
          const numbers = (payload as { Records: DynamoDBRecord[] }).Records.map(({ dynamodb }) =>
            Number(dynamodb?.SequenceNumber),
          );
          batches.push(numbers);
          const bad = numbers.filter((number) => number === refused);
          return { batchItemFailures: bad.map((number) => ({ itemIdentifier: String(number) })) };
        },
      }).cloud;
    expect(await redrive(reads(undefined), 'https://queue', tell)).toEqual({ taken: 1, left: 0 });
    expect(batches.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(batches.flat()).toEqual(records.map((_, at) => at));
    batches.length = 0;
    expect(await redrive(reads(120), 'https://queue', tell)).toEqual({ taken: 0, left: 1 });
    expect(batches).toHaveLength(2);
    expect(asked[0]).toEqual({ streamArn: STREAM, shardId: 's1', first: '0', last: '249' });
  });

  test('keeps a stretch that the stream no longer has', async () => {
    const { cloud, queue } = cloudOf([message(range('1', '2'))], {
      changes: () => Promise.reject(new Error('TrimmedDataAccessException')),
    });
    expect(await redrive(cloud, 'https://queue', tell)).toEqual({ taken: 0, left: 1 });
    expect(queue).toHaveLength(1);
  });
});
