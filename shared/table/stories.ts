import * as z from 'zod';
import { MerchantId } from '../domain/register/merchant.ts';
import { Story } from '../domain/stories/story.ts';
import { everyEntry, list } from './engine/pages.ts';
import { get, getMany, type Read, readOf } from './engine/reads.ts';
import { entity, type Table } from './engine/table.ts';
import { save, type Write } from './engine/writes.ts';

// | entity | pk          | sk    | list 1                          |
// | Story  | MERCHANT#id | STORY | CITY#35.73#STORIES / merchantId |
const key = (merchantId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: 'STORY' });
const stories = entity({
  type: 'Story',
  schema: Story,
  key: ({ merchantId }: Pick<Story, 'merchantId'>) => key(merchantId),
  // What is told to nobody is in no list.
  list1: ({ published, cityCode, merchantId }) =>
    published === null ? undefined : { pk: `CITY#${cityCode}#STORIES`, sk: merchantId },
  card: ['merchantId'],
});

export const getStory = (table: Table, merchantId: string) => get(table, stories, key(merchantId));
export const storyOf = (merchantId: string): Read<Story> => readOf(stories, key(merchantId));
/** Those of many shops, as they are now, in the order asked; most have none. At most 100. */
export const getStories = (table: Table, merchantIds: readonly string[]) =>
  getMany(table, stories, merchantIds.map(key));

const Entry = z.object({ merchantId: MerchantId });
/** Shops of a city whose story was told a moment ago; whoever shows one reads it as it is. */
export const shopsWithStories = async (table: Table, cityCode: string): Promise<string[]> => {
  const request = { pk: `CITY#${cityCode}#STORIES`, limit: 1000 };
  const entries = await everyEntry((after) => list(table, Entry, 'list1', { ...request, after }));
  return entries.map(({ merchantId }) => merchantId);
};
export const saveStory = (story: Story): Write => save(stories, story);
