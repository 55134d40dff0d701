import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import { Message, type StreamRange } from './letters.ts';
import type { Cloud } from './redrive.ts';

const run = promisify(execFile);
const MOST_BYTES = 64 * 1024 * 1024;

/** Runs the AWS CLI, which whoever deploys has anyway, and reads its answer. */
const aws = async (...words: string[]): Promise<unknown> => {
  const { stdout } = await run('aws', [...words, '--output', 'json'], { maxBuffer: MOST_BYTES });
  return stdout.trim() === '' ? {} : JSON.parse(stdout);
};

/** Letters hold what the table holds: they are kept in a folder of our own, and not longer than the call. */
const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'redrive-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const Received = z.object({ Messages: z.array(Message).default([]) });
const Invoked = z.object({ FunctionError: z.string().optional() });
const QueueUrl = z.object({ QueueUrl: z.string() });
const Iterator = z.object({ ShardIterator: z.string().optional() });
const Records = z.object({
  Records: z.array(
    z.looseObject({
      dynamodb: z.looseObject({ SequenceNumber: z.string(), ApproximateCreationDateTime: z.unknown() }),
    }),
  ),
  NextShardIterator: z.string().optional(),
});
type CliRecord = z.infer<typeof Records>['Records'][number];

/** The CLI writes an instant as text or as seconds; a function is given seconds. */
const secondsOf = (at: unknown): number => (typeof at === 'number' ? at : Date.parse(String(at)) / 1000);
const recordOf = ({ dynamodb, ...rest }: CliRecord, eventSourceARN: string): DynamoDBRecord =>
  ({
    ...rest,
    eventSourceARN,
    dynamodb: { ...dynamodb, ApproximateCreationDateTime: secondsOf(dynamodb.ApproximateCreationDateTime) },
  }) as unknown as DynamoDBRecord;

const changes = async ({ streamArn, shardId, first, last }: StreamRange): Promise<DynamoDBRecord[]> => {
  const place = ['--stream-arn', streamArn, '--shard-id', shardId];
  const from = ['--shard-iterator-type', 'AT_SEQUENCE_NUMBER', '--sequence-number', first];
  const found: DynamoDBRecord[] = [];
  let { ShardIterator: at } = Iterator.parse(await aws('dynamodbstreams', 'get-shard-iterator', ...place, ...from));
  while (at !== undefined) {
    const page = Records.parse(await aws('dynamodbstreams', 'get-records', '--shard-iterator', at));
    for (const record of page.Records) {
      if (BigInt(record.dynamodb.SequenceNumber) > BigInt(last)) return found;
      found.push(recordOf(record, streamArn));
    }
    // A page may be empty before the last change is met; at the end of what there is, there is nothing more to wait for.
    if (found.at(-1)?.dynamodb?.SequenceNumber === last) return found;
    at = page.NextShardIterator;
  }
  return found;
};

/** AWS by its command line, with the credentials and the region of whoever asks. */
export const awsCli: Cloud = {
  receive: async (queueUrl) => {
    // Waiting a moment asks every part of the queue; at once, some are left out.
    const words = [
      '--wait-time-seconds',
      '5',
      '--max-number-of-messages',
      '10',
      '--attribute-names',
      'All',
      '--message-attribute-names',
      'All',
    ];
    return Received.parse(await aws('sqs', 'receive-message', '--queue-url', queueUrl, ...words)).Messages;
  },
  remove: async (queueUrl, { ReceiptHandle }) => {
    await aws('sqs', 'delete-message', '--queue-url', queueUrl, '--receipt-handle', ReceiptHandle);
  },
  invoke: (functionArn, payload) =>
    inFolder(async (folder) => {
      const [asked, answered] = [join(folder, 'asked.json'), join(folder, 'answered.json')];
      await writeFile(asked, JSON.stringify(payload ?? null), { mode: 0o600 });
      // A month's step may take a quarter of an hour: the CLI must not give up before.
      const words = ['--function-name', functionArn, '--payload', `fileb://${asked}`, '--cli-read-timeout', '960'];
      const { FunctionError } = Invoked.parse(await aws('lambda', 'invoke', ...words, answered));
      const answer: unknown = JSON.parse((await readFile(answered, 'utf8')) || 'null');
      if (FunctionError) throw new Error(`${functionArn} failed again: see its log`);
      return answer;
    }),
  start: async (machineArn, input) => {
    await aws('stepfunctions', 'start-execution', '--state-machine-arn', machineArn, '--input', JSON.stringify(input));
  },
  send: async (queueArn, body) => {
    const { QueueUrl: url } = QueueUrl.parse(
      await aws('sqs', 'get-queue-url', '--queue-name', queueArn.split(':').at(-1) ?? ''),
    );
    await inFolder(async (folder) => {
      const file = join(folder, 'body.json');
      await writeFile(file, body, { mode: 0o600 });
      await aws('sqs', 'send-message', '--queue-url', url, '--message-body', `file://${file}`);
    });
  },
  changes,
};
