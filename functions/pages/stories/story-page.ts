import { beginningOf } from '../../../shared/domain/basics/beginning.ts';
import { storyAddress, storyPicture } from '../../../shared/domain/pages/address.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { StoryText } from '../../../shared/domain/stories/story.ts';
import { getMerchants } from '../../../shared/table/register/merchants.ts';
import { getStories, getStory, shopsWithStories } from '../../../shared/table/stories.ts';
import { photosOfVisit } from '../../../shared/table/visits/visit-photos.ts';
import type { Maker, ShownStory } from '../../../web/storefront/public/page.ts';
import type { Drawn } from '../../reads/lists/decide.ts';
import type { World } from '../../world.ts';
import { inTurn, type Seller } from '../in-turn.ts';

type Named = { readonly merchantId: string; readonly name: string };

/** Names of a story's pictures that came, in the order its officer chose. */
export const picturesThatCame = async ({ table }: World, { visitId, photos }: StoryText): Promise<string[]> => {
  if (photos.length === 0) return [];
  const came = new Map((await photosOfVisit(table, visitId)).map(({ hash, photoId }) => [hash, photoId]));
  return photos.flatMap((hash) => came.get(hash) ?? []);
};

const shownStory = async (world: World, city: City, shop: Named, published: StoryText): Promise<ShownStory> => ({
  address: storyAddress(city, shop),
  card: storyPicture(city, shop.merchantId, 'kartu'),
  text: published.text,
  day: published.day,
  byName: published.byName,
  photos: (await picturesThatCame(world, published)).map((_, at) => storyPicture(city, shop.merchantId, at + 1)),
});

/** What is told of a shop's maker now, and whether there ever was something to tell. */
export const storyOfShop = async (
  world: World,
  city: City,
  shop: Named,
): Promise<{ known: boolean; story: ShownStory | null }> => {
  const story = await getStory(world.table, shop.merchantId);
  return {
    known: story !== undefined,
    story: story?.published ? await shownStory(world, city, shop, story.published) : null,
  };
};

/** First words of a story in a list of makers. Letters. */
const BEGINNING = 120;
/** Makers at a city's home, and beneath a kecamatan. */
export const HOME_MAKERS = 3;
export const DISTRICT_MAKERS = 12;

/**
 * The first makers of a list whose story is told: whoever the rule puts before others is before others here too. Who sells
 * nothing now comes after them. Each story is read as it is, so that none is shown that was taken back.
 */
export const makersOf = async (
  world: World,
  city: City,
  drawn: Drawn,
  most: number,
  others: readonly Seller[] = [],
): Promise<Maker[]> => {
  const withStory = new Set(await shopsWithStories(world.table, city.cityCode));
  if (withStory.size === 0) return [];
  const named = inTurn(world, city, drawn, others)
    .filter(({ merchantId }) => withStory.has(merchantId))
    // A few more than are shown: one may be taken back, or its shop suspended, since the list was made.
    .slice(0, 2 * most);
  const ids = named.map(({ merchantId }) => merchantId);
  const [stories, shops] = await Promise.all([getStories(world.table, ids), getMerchants(world.table, ids)]);
  const makers = named.map(async (shop, at): Promise<Maker | undefined> => {
    const published = stories[at]?.published;
    if (!published || shops[at]?.status !== 'verified') return undefined;
    const { address, text, photos } = await shownStory(world, city, shop, published);
    const { name, district } = shop;
    return { name, district, address, beginning: beginningOf(text, BEGINNING), photo: photos[0] ?? null };
  });
  return (await Promise.all(makers)).filter((maker) => maker !== undefined).slice(0, most);
};
