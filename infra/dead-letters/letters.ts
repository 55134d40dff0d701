import * as z from 'zod';

/** A message as SQS hands it over. */
export const Message = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  Attributes: z.record(z.string(), z.string()).default({}),
  MessageAttributes: z.record(z.string(), z.object({ StringValue: z.string().optional() })).default({}),
});
export type Message = z.infer<typeof Message>;

/** What must be done again: a function's run, a machine's, a place in a queue, or a part of the table's stream. */
export type Letter =
  | { readonly to: 'function'; readonly arn: string; readonly payload: unknown }
  | { readonly to: 'machine'; readonly arn: string; readonly input: unknown }
  | { readonly to: 'queue'; readonly arn: string; readonly body: string }
  | { readonly to: 'reader'; readonly arn: string; readonly range: StreamRange }
  | { readonly to: 'nobody'; readonly why: string };
/** Changes of one shard, from the first to the last, both included. */
export type StreamRange = {
  readonly streamArn: string;
  readonly shardId: string;
  readonly first: string;
  readonly last: string;
};

/** Lambda's own words about a run that failed: with its input, or with the part of a stream it was given. */
const Failed = z.object({
  requestContext: z.object({ functionArn: z.string() }),
  requestPayload: z.unknown().optional(),
  DDBStreamBatchInfo: z
    .object({
      streamArn: z.string(),
      shardId: z.string(),
      startSequenceNumber: z.string(),
      endSequenceNumber: z.string(),
    })
    .optional(),
});
const CloseAsked = z.object({
  'detail-type': z.literal('CloseRequested'),
  detail: z.object({ cityCode: z.string(), month: z.string(), phase: z.string(), at: z.string() }),
});

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** Which service an address belongs to. */
const serviceOf = (arn: string): string => arn.split(':')[2] ?? '';

/** What a failed run says of itself. */
const ofRun = ({
  requestContext: { functionArn: arn },
  requestPayload,
  DDBStreamBatchInfo: batch,
}: z.infer<typeof Failed>): Letter =>
  batch
    ? {
        to: 'reader',
        arn,
        range: {
          streamArn: batch.streamArn,
          shardId: batch.shardId,
          first: batch.startSequenceNumber,
          last: batch.endSequenceNumber,
        },
      }
    : { to: 'function', arn, payload: requestPayload };

/** A request for a close arrives as its event; the rule makes the machine's input of it, and so do we. */
const inputOf = (body: unknown): unknown => {
  const asked = CloseAsked.safeParse(body);
  if (!asked.success) return body;
  const { cityCode, month, phase, at } = asked.data.detail;
  return { cityCode, month, phase, scheduledAt: at };
};

/**
 * Reads a dead letter. Four kinds lie in a context's queue: what a rule or a schedule could not deliver (its target is an
 * attribute), what a queue gave up (it names its source), a run that failed, and a part of the stream. What is none
 * of them is for people.
 */
export const letterOf = ({ Body, Attributes, MessageAttributes }: Message): Letter => {
  const target = MessageAttributes['TARGET_ARN']?.StringValue;
  const source = Attributes['DeadLetterQueueSourceArn'];
  const body = parsed(Body);
  const arn = target ?? source;
  if (arn !== undefined)
    switch (serviceOf(arn)) {
      case 'lambda':
        return { to: 'function', arn, payload: body };
      case 'states':
        return { to: 'machine', arn, input: inputOf(body) };
      case 'sqs':
        return { to: 'queue', arn, body: Body };
      default:
        return { to: 'nobody', why: `${arn} is nothing that can be started` };
    }
  const failed = Failed.safeParse(body);
  return failed.success
    ? ofRun(failed.data)
    : { to: 'nobody', why: 'the message says neither whom it was for nor who failed' };
};
