import { slugOf } from '../../shared/domain/pages/slug.ts';
import { rerunOnStale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import {
  getShopAddress,
  getSlug,
  putShopAddress,
  type ShopAddress,
  takeSlug,
} from '../../shared/table/register/shop-addresses.ts';
import type { World } from '../world.ts';

type Shop = { readonly merchantId: string; readonly cityCode: string; readonly name: string };

const ATTEMPTS = 8;
/** Shops of one name in a city: the first has it plain, the next have it numbered. */
const MOST_NAMESAKES = 1000;

/** The first word of a name's that nobody has, or that is this shop's already. */
const freeSlug = async ({ table }: World, { cityCode, merchantId }: Shop, wanted: string) => {
  for (let number = 1; number < MOST_NAMESAKES; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    const holder = await getSlug(table, cityCode, slug);
    if (!holder) return { slug, held: false };
    if (holder.merchantId === merchantId) return { slug, held: true };
  }
  return { slug: `${wanted}-${merchantId.slice(4)}`, held: false };
};

/**
 * A shop's address, taken when its page is first made and again when it is renamed. A word that was a shop's once is never
 * another's: old addresses lead to the new one.
 */
export const addressOfShop = (world: World, shop: Shop): Promise<ShopAddress> =>
  rerunOnStale(world.table, ATTEMPTS, async () => {
    const wanted = slugOf(shop.name, 'usaha');
    const known = await getShopAddress(world.table, shop.merchantId);
    if (known?.wanted === wanted) return known;
    const { slug, held } = await freeSlug(world, shop, wanted);
    const former = known ? [...known.former, known.slug].filter((one) => one !== slug) : [];
    const { merchantId, cityCode } = shop;
    const address = { merchantId, cityCode, slug, wanted, former: [...new Set(former)] };
    await commit(world.table, held ? [putShopAddress(address)] : takeSlug(address));
    return address;
  });
