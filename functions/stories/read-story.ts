import { storyAddress } from '../../shared/domain/pages/address.ts';
import { storyState } from '../../shared/domain/stories/moves.ts';
import type { StoryText } from '../../shared/domain/stories/story.ts';
import { getStory } from '../../shared/table/stories.ts';
import { photosOfVisit } from '../../shared/table/visits/visit-photos.ts';
import { expectCity, expectVisitedMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { picturesOf } from '../reads/picture-links.ts';
import type { World } from '../world.ts';

/** With the pictures that came, in the order they were chosen. */
const shown = async (world: World, story: StoryText | null) => {
  if (!story) return null;
  const came = picturesOf(world, story.visitId, await photosOfVisit(world.table, story.visitId));
  const pictures = story.photos.flatMap((hash) => came.find((picture) => picture.hash === hash) ?? []);
  return { ...story, pictures };
};

export const readStory = endpoint('GET /merchants/{merchantId}/story', async ({ params, caller }, world) => {
  const shop = await expectVisitedMerchant(world, caller, params.merchantId);
  const { merchantId, cityCode } = shop;
  const story = await getStory(world.table, merchantId);
  if (!story) {
    const none = { proposal: null, published: null, reason: null, version: 0 } as const;
    return { ...none, merchantId, cityCode, state: 'none' as const, address: null };
  }
  const [proposal, published] = await Promise.all([shown(world, story.proposal), shown(world, story.published)]);
  const address = published && storyAddress(await expectCity(world, cityCode), shop);
  return { ...story, proposal, published, state: storyState(story), address };
});
