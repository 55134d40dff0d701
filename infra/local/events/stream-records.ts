import { Agent, request } from 'node:http';
import type { DynamoDBRecord } from 'aws-lambda';
import { unsigned } from '../engine/engine.ts';

/** A page of a shard as it travels: its records are in the form a function gets them, instants in seconds. */
export type RecordsPage = { readonly Records?: DynamoDBRecord[]; readonly NextShardIterator?: string };

type Value = { readonly M?: Image; readonly L?: readonly Value[] };
type Image = Readonly<Record<string, Value>>;
const wholeValue = (value: Value): Value => {
  if (value.M) return { M: wholeImage(value.M) };
  if (value.L) return { L: value.L.map(wholeValue) };
  return Object.keys(value).length === 0 ? { M: {} } : value;
};
const wholeImage = (image: Image): Image =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, wholeValue(value)]));

/** DynamoDB Local leaves the letter of an empty map out of its stream; AWS and the embedded engine write it. */
const EMPTY_MAP = /(?:(?<!"M"):|[[,])\{\}/;
const pageOf = (text: string): RecordsPage => {
  const page = JSON.parse(text) as RecordsPage;
  if (!EMPTY_MAP.test(text)) return page;
  const whole = (image: unknown) => image && wholeImage(image as Image);
  const records = page.Records?.map(({ dynamodb, ...rest }) => ({
    ...rest,
    dynamodb: { ...dynamodb, OldImage: whole(dynamodb?.OldImage), NewImage: whole(dynamodb?.NewImage) },
  }));
  return { ...page, Records: records as DynamoDBRecord[] };
};

/**
 * Asks the engine for records and takes them as they are written on the wire. The SDK reads every attribute of every image
 * into its own form first, which is read a second time for its value: most of what looking at the stream cost.
 */
export const recordsFrom = (endpoint: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDBStreams_20120810.GetRecords',
    ...unsigned,
  };
  const ask = (iterator: string, limit: number): Promise<RecordsPage> =>
    new Promise((resolve, reject) => {
      const asked = request(endpoint, { method: 'POST', agent, headers, timeout: TIMEOUT_MS }, (answer) => {
        const parts: Buffer[] = [];
        answer
          .on('data', (part: Buffer) => parts.push(part))
          .once('error', reject)
          .once('end', () => {
            const text = Buffer.concat(parts).toString('utf8');
            if (answer.statusCode === 200) resolve(pageOf(text));
            else reject(new Error(`the engine gave no records: ${answer.statusCode} ${text.slice(0, 300)}`));
          });
      });
      asked.once('timeout', () => asked.destroy(new Error('the engine gave no records in time')));
      // A connection that was kept open may have been closed at the other end meanwhile: that is no answer, so asked again.
      asked.once('error', (error) => {
        if (asked.reusedSocket) ask(iterator, limit).then(resolve, reject);
        else reject(error);
      });
      asked.end(JSON.stringify({ ShardIterator: iterator, Limit: limit }));
    });
  return { ask, close: () => agent.destroy() };
};

const TIMEOUT_MS = 60_000;
