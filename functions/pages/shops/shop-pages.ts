import { dayOf } from '../../../shared/domain/basics/month.ts';
import {
  fileOf,
  productAddress,
  reviewsAddress,
  shopAddress,
  storyAddress,
} from '../../../shared/domain/pages/address.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { inShopOrder } from '../../../shared/domain/ranking/list/shop-order.ts';
import { productsOfMerchant } from '../../../shared/table/catalogue/products.ts';
import { getCity } from '../../../shared/table/cities.ts';
import { everyEntry } from '../../../shared/table/engine/pages.ts';
import { getMerchant } from '../../../shared/table/register/merchants.ts';
import type { ShopAddress } from '../../../shared/table/register/shop-addresses.ts';
import type {
  LikePrice,
  PublicPage,
  Reviews,
  Shop,
  ShownProduct,
  ShownStory,
} from '../../../web/storefront/public/page.ts';
import type { World } from '../../world.ts';
import { htmlOf, type Shell } from '../html.ts';
import { type Made, publish } from '../publish.ts';
import { presentShell } from '../shell.ts';
import { storyOfShop } from '../stories/story-page.ts';
import { goodsOfShop, likePrices, shownReviews, shownShop } from './read-shop.ts';
import { readFurther, reviewPage, reviewParts } from './review-pages.ts';
import { addressOfShop } from './shop-address.ts';

/** Other goods of the shop beneath a product. */
const OTHERS = 6;

type Read = {
  city: City;
  shop: Shop;
  goods: readonly ShownProduct[];
  like: ReadonlyMap<string, LikePrice>;
  reviews: Reviews;
  /** All that is told of it, where its own page does not hold it. */
  further: Reviews['items'];
  parts: readonly number[];
  open: boolean;
  /** What is told of its maker; `known` where something ever was proposed. */
  told: { readonly known: boolean; readonly story: ShownStory | null };
};

const productPage = ({ city, shop, goods, like, reviews, open }: Read, product: ShownProduct): PublicPage => {
  if (!open || !product.listed) return { kind: 'gone', city, what: 'product', category: product.category };
  const others = goods.filter(({ productId, listed }) => listed && productId !== product.productId).slice(0, OTHERS);
  return { kind: 'product', city, shop, product, like: like.get(product.productId), others, reviews };
};

const shopPage = ({ city, shop, goods, reviews, open, told }: Read): PublicPage =>
  open
    ? { kind: 'shop', city, shop, goods: goods.filter(({ listed }) => listed), reviews, story: told.story }
    : { kind: 'gone', city, what: 'shop', category: null };

const storyPage = ({ city, shop, goods, open, told: { story } }: Read): PublicPage =>
  open && story
    ? { kind: 'story', city, shop, goods: goods.filter(({ listed }) => listed).slice(0, OTHERS), story }
    : { kind: 'gone', city, what: 'story', category: null };

const reviewsPage = (read: Read, part: number): PublicPage =>
  read.open ? reviewPage(read, part) : { kind: 'gone', city: read.city, what: 'shop', category: null };

/** A shop that was renamed took its reviews along. */
const movedReviews = ({ open, city, shop }: Read): PublicPage =>
  open
    ? { kind: 'moved', city, name: shop.name, to: reviewsAddress(shop.address) }
    : { kind: 'gone', city, what: 'shop', category: null };

/** What was never there leaves no trace of having been taken away. */
const isOver = (page: PublicPage): boolean =>
  page.kind === 'gone' || (page.kind === 'reviews' && page.reviews.items.length === 0);

const madeOf = (read: Read, { slug, former }: ShopAddress, shell: Shell): Made[] => {
  const { city, shop, goods, open } = read;
  const page = (address: string, one: PublicPage): Made => ({
    key: fileOf(address),
    text: htmlOf(one, shell),
    onlyOver: isOver(one),
  });
  return [
    page(shopAddress(city, slug), shopPage(read)),
    ...former.map((word) =>
      page(shopAddress(city, word), open ? { kind: 'moved', city, name: shop.name, to: shop.address } : shopPage(read)),
    ),
    ...read.parts.map((part) => page(reviewsAddress(shop.address, part), reviewsPage(read, part))),
    ...former.flatMap((word) =>
      read.parts.map((part) => ({
        ...page(reviewsAddress(shopAddress(city, word), part), movedReviews(read)),
        onlyOver: true,
      })),
    ),
    ...(read.told.known ? [page(storyAddress(city, shop), storyPage(read))] : []),
    ...goods.map((product) => page(productAddress(city, product), productPage(read, product))),
  ];
};

/**
 * Writes a shop's page and those of all its goods, made of one reading. A shop that was never verified has no address and
 * no page.
 */
export const writeShop = async (world: World, merchantId: string): Promise<void> => {
  const known = await getMerchant(world.table, merchantId);
  const city = known && (await getCity(world.table, known.cityCode));
  if (!known?.verifiedAt || !city) return;
  const [shell, address, parts] = await Promise.all([
    presentShell(world),
    addressOfShop(world, merchantId),
    reviewParts(world, merchantId),
  ]);
  const ids = await everyEntry((after) =>
    productsOfMerchant(world.table, merchantId, { limit: 500, after, consistent: true }),
  );
  const keys = [address.slug, ...address.former].map((slug) => fileOf(shopAddress(city, slug)));
  const itself = [address.slug, ...address.former].map((slug) => shopAddress(city, slug));
  keys.push(...itself.flatMap((shop) => parts.map((part) => fileOf(reviewsAddress(shop, part)))));
  keys.push(fileOf(storyAddress(city, known)));
  keys.push(...ids.map((product) => fileOf(productAddress(city, product))));
  await publish(world, keys, async (wanted) => {
    const merchant = (await getMerchant(world.table, merchantId)) ?? known;
    const now = (await getCity(world.table, city.cityCode)) ?? city;
    // Also its address: whoever was renamed since has a page that leads on where this one would stand.
    const current = await addressOfShop(world, merchantId);
    const [shop, goods, reviews, told] = await Promise.all([
      shownShop(world, now, merchant, current),
      goodsOfShop(world, merchantId),
      shownReviews(world, merchantId, reviewsAddress(shopAddress(now, current.slug))),
      storyOfShop(world, now, merchant),
    ]);
    const [like, further] = await Promise.all([likePrices(world, now, goods), readFurther(world, merchantId, reviews)]);
    const today = dayOf(world.now(), now.zone);
    const ordered = inShopOrder(goods, world.dayKey(now.cityCode, today)).map(({ product }) => product);
    const made = madeOf(
      { city: now, shop, goods: ordered, like, reviews, further, parts, told, open: merchant.status === 'verified' },
      current,
      shell,
    );
    return made.filter(({ key }) => wanted.includes(key));
  });
};
