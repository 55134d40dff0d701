import type { SQSBatchResponse } from 'aws-lambda';
import type { MarketEvent } from '../../../events/contract.ts';
import { dayOf } from '../../../shared/domain/basics/month.ts';
import { fileOf, storyPicture } from '../../../shared/domain/pages/address.ts';
import { privateFile } from '../../../shared/domain/photos/private-link.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { inShopOrder } from '../../../shared/domain/ranking/list/shop-order.ts';
import { MOST_STORY_PHOTOS, type StoryText } from '../../../shared/domain/stories/story.ts';
import { productsOfMerchant } from '../../../shared/table/catalogue/products.ts';
import { getCity } from '../../../shared/table/cities.ts';
import { getMerchant, type MerchantRecord } from '../../../shared/table/register/merchants.ts';
import { getStory, shopsWithStories } from '../../../shared/table/stories.ts';
import { gathered } from '../../gathered.ts';
import { s3Files, s3Site } from '../../s3-files.ts';
import { type World, workingWorld } from '../../world.ts';
import { eachPage } from '../each-page.ts';
import { type Made, publish } from '../publish.ts';
import { picturesThatCame } from './story-page.ts';
import { type CardWords, drawCard, drawCloth, drawPhoto } from './story-pictures.ts';

type StoryName = { readonly page: 'story'; readonly merchantId: string };
const named = (merchantId: string): StoryName => ({ page: 'story', merchantId });

const asked =
  ({ table }: World) =>
  async ({ type, detail }: MarketEvent): Promise<StoryName[]> => {
    if ('merchantId' in detail) return [named(detail.merchantId)];
    if (type === 'PagesDue' && detail.shops) return detail.shops.map(named);
    const cityCode = 'cityCode' in detail ? detail.cityCode : null;
    return cityCode ? (await shopsWithStories(table, cityCode)).map(named) : [];
  };

const wordsOf = async ({ table, now, dayKey }: World, city: City, shop: MerchantRecord): Promise<CardWords> => {
  const { items } = await productsOfMerchant(table, shop.merchantId, { limit: 100 });
  const key = dayKey(city.cityCode, dayOf(now(), city.zone));
  const [first] = inShopOrder(
    items.filter(({ listed }) => listed),
    key,
  );
  const district = city.districts.find(({ code }) => code === shop.district);
  const place = district ? `Kecamatan ${district.name}, ${city.name}` : city.name;
  return { name: shop.name, place, good: first?.product.name ?? null, city: city.name };
};

const whole = async ({ photos }: World, visitId: string, photoId: string): Promise<Uint8Array> => {
  const found = await photos.get(privateFile(visitId, photoId, 'whole'));
  if (!found) throw new Error(`a picture of visit ${visitId} came and is not there`);
  return found;
};

const CLOTH = 'cloth';
/** Where nothing is told, cloth covers what was there: an address that somebody sent on shows nobody. */
const covered = (key: string): Made => ({ key, text: CLOTH, draw: drawCloth, onlyOver: true });

const publishedPictures = async (
  world: World,
  city: City,
  shop: MerchantRecord,
  published: StoryText,
): Promise<Made[]> => {
  const [words, ids] = await Promise.all([wordsOf(world, city, shop), picturesThatCame(world, published)]);
  const [first] = ids;
  const card: Made = {
    key: fileOf(storyPicture(city, shop.merchantId, 'kartu')),
    text: JSON.stringify({ words, first }),
    draw: async () => drawCard(words, first ? await whole(world, published.visitId, first) : undefined),
  };
  const photos = Array.from({ length: MOST_STORY_PHOTOS }, (_, at): Made => {
    const key = fileOf(storyPicture(city, shop.merchantId, at + 1));
    const id = ids[at];
    return id
      ? { key, text: id, draw: async () => drawPhoto(await whole(world, published.visitId, id)) }
      : covered(key);
  });
  return [card, ...photos];
};

/**
 * The pictures of one story over those that were read before anything else, as pages are written: a drawing that was under
 * way while its story was taken back never comes over the cloth.
 */
const drawStory = async (world: World, { merchantId }: StoryName): Promise<void> => {
  const [known, shop] = await Promise.all([getStory(world.table, merchantId), getMerchant(world.table, merchantId)]);
  const city = known && shop && (await getCity(world.table, shop.cityCode));
  if (!city) return;
  const pictures = ['kartu', ...Array.from({ length: MOST_STORY_PHOTOS }, (_, at) => at + 1)] as const;
  const keys = pictures.map((picture) => fileOf(storyPicture(city, merchantId, picture as 'kartu' | number)));
  await publish(world, keys, async (wanted) => {
    const [story, now] = await Promise.all([getStory(world.table, merchantId), getMerchant(world.table, merchantId)]);
    const published = now?.status === 'verified' ? story?.published : null;
    const made = now && published ? await publishedPictures(world, city, now, published) : keys.map(covered);
    return made.filter(({ key }) => wanted.includes(key));
  });
};

/** Draws the pictures of makers’ stories: again, late and in any order are all the same. */
export const drawStories =
  (world: () => World) =>
  (event: unknown): Promise<SQSBatchResponse> => {
    const here = world();
    return gathered(here, event, { asks: asked(here), does: eachPage((name) => drawStory(here, name)) });
  };

export const handler = drawStories(workingWorld({ photos: s3Files, site: s3Site }));
