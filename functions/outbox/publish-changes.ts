import { BatchProcessor, EventType as BatchType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { eventOf } from '../../events/changes.ts';
import { fromItem } from '../../shared/table/engine/card.ts';
import { toEventBridge } from '../event-bus.ts';
import { required, type World } from '../world.ts';

/** The event parses what it takes of an image; the SDK's and Lambda's types name one wire form differently. */
const image = (values: object | undefined) => values && fromItem(unmarshall(values as Record<string, AttributeValue>));

type Bus = Pick<World, 'publish'>;

const publishRecord =
  ({ publish }: Bus) =>
  async ({ dynamodb }: DynamoDBRecord): Promise<void> => {
    const at = new Date((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
    const event = eventOf({ before: image(dynamodb?.OldImage), after: image(dynamodb?.NewImage), at });
    if (event) await publish(event);
  };

/**
 * The table's stream is the outbox: each change becomes at most one event. A record that fails is reported alone, so
 * one bad record neither stops nor repeats the others.
 */
export const publishChanges =
  (world: () => Bus) =>
  (event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> =>
    processPartialResponse(event, publishRecord(world()), new BatchProcessor(BatchType.DynamoDBStreams), {
      context,
      throwOnFullBatchFailure: false,
    });

let bus: Bus | undefined;
export const handler = publishChanges(() => {
  bus ??= { publish: toEventBridge(required('BUS_NAME')) };
  return bus;
});
