import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { CARD, CARD2 } from '../../../shared/table/engine/card.ts';
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { countLive, type LiveStanding } from '../../../shared/table/equity/live-months.ts';
import { type World, workingWorld } from '../../world.ts';

/** The five figures the live month needs of a standing's new image; undefined for every other item. */
const standingOf = ({ dynamodb }: DynamoDBRecord): LiveStanding | undefined => {
  const image = dynamodb?.NewImage;
  if (image?.['type']?.S !== 'Standing') return undefined;
  const attributes = { ...image, ...image[CARD]?.M, ...image[CARD2]?.M };
  // Who left before the month is no part of it.
  if (attributes['gone']) return undefined;
  const text = (name: string) => attributes[name]?.S ?? '';
  const amount = (name: string) => Number(attributes[name]?.N);
  return {
    merchantId: text('merchantId'),
    cityCode: text('cityCode'),
    month: text('month'),
    turnoverRupiah: amount('turnoverRupiah'),
    version: amount('version'),
  };
};

const ATTEMPTS = 8;
/** Counts one standing exactly once, however often it is delivered. */
export const follow = ({ table }: World, standing: LiveStanding): Promise<unknown> =>
  rerunOnStale(table, ATTEMPTS, async () => commit(table, await countLive(table, standing)));

/**
 * Follows the standings by the table's stream: the month so far, without reading it. In order, one by one: the first
 * that fails is tried again with all after it, which is harmless.
 */
export const followStandings =
  (world: () => World) =>
  async ({ Records }: Pick<DynamoDBStreamEvent, 'Records'>): Promise<DynamoDBBatchResponse> => {
    for (const record of Records) {
      const standing = standingOf(record);
      if (!standing) continue;
      try {
        await follow(world(), standing);
      } catch (error) {
        world().logger.error('live month', { error: error as Error });
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
      }
    }
    return { batchItemFailures: [] };
  };

export const handler = followStandings(workingWorld());
