import type { DynamoDBRecord } from 'aws-lambda';
import { type Letter, letterOf, type Message, type StreamRange } from './letters.ts';

/** What a redrive needs of AWS. Each throws when it could not do what it is asked. */
export type Cloud = {
  /** Some messages that nobody else is given meanwhile; none when the queue is empty. */
  readonly receive: (queueUrl: string) => Promise<readonly Message[]>;
  readonly remove: (queueUrl: string, message: Message) => Promise<void>;
  /** Runs a function and waits for its answer; throws when it failed. */
  readonly invoke: (functionArn: string, payload: unknown) => Promise<unknown>;
  readonly start: (machineArn: string, input: unknown) => Promise<void>;
  readonly send: (queueArn: string, body: string) => Promise<void>;
  /** Throws when the stream no longer has them. */
  readonly changes: (range: StreamRange) => Promise<readonly DynamoDBRecord[]>;
};

/** Lambda hands a reader at most so many changes at once. */
const BATCH = 100;

/** Hands a part of it over as the stream does, batch by batch; throws at the first that is refused. */
const readAgain = async (cloud: Cloud, arn: string, range: StreamRange): Promise<void> => {
  const records = await cloud.changes(range);
  for (let at = 0; at < records.length; at += BATCH) {
    const answer = await cloud.invoke(arn, { Records: records.slice(at, at + BATCH) });
    const { batchItemFailures = [] } = (answer ?? {}) as { batchItemFailures?: { itemIdentifier: string }[] };
    const [first] = batchItemFailures;
    if (first) throw new Error(`the change ${first.itemIdentifier} was refused again`);
  }
};

const doAgain = async (cloud: Cloud, letter: Letter): Promise<unknown> => {
  switch (letter.to) {
    case 'function':
      return cloud.invoke(letter.arn, letter.payload);
    case 'machine':
      return cloud.start(letter.arn, letter.input);
    case 'queue':
      return cloud.send(letter.arn, letter.body);
    case 'reader':
      return readAgain(cloud, letter.arn, letter.range);
    case 'nobody':
      throw new Error(letter.why);
  }
};

export type Redriven = { readonly taken: number; readonly left: number };

/**
 * Does every letter of a queue again, once, and deletes those that went through. What fails again stays, unseen for a
 * quarter of an hour, so it is not met twice in one go. Every function may run twice, so a redrive may be cut short anywhere.
 */
export const redrive = async (cloud: Cloud, queueUrl: string, tell: (line: string) => void): Promise<Redriven> => {
  const met = new Set<string>();
  let taken = 0;
  for (;;) {
    const fresh = (await cloud.receive(queueUrl)).filter(({ MessageId }) => !met.has(MessageId));
    if (fresh.length === 0) return { taken, left: met.size - taken };
    for (const message of fresh) {
      met.add(message.MessageId);
      try {
        await doAgain(cloud, letterOf(message));
        await cloud.remove(queueUrl, message);
        taken += 1;
      } catch (error) {
        tell(`${message.MessageId}: ${(error as Error).message}`);
      }
    }
  }
};
