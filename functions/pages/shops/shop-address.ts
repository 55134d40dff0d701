import { slugOf } from '../../../shared/domain/pages/slug.ts';
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getMerchant } from '../../../shared/table/register/merchants.ts';
import {
  getShopAddress,
  getSlug,
  putShopAddress,
  type ShopAddress,
  takeSlug,
} from '../../../shared/table/register/shop-addresses.ts';
import type { World } from '../../world.ts';

type Shop = { readonly merchantId: string; readonly cityCode: string };

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

/** Whether an address is the one that a name asks for. */
export const isOfName = ({ wanted }: Pick<ShopAddress, 'wanted'>, name: string): boolean =>
  wanted === slugOf(name, 'usaha');

/**
 * A shop's address, taken when its page is first made and again when it is renamed: by the name it has now, never by one
 * that was read before, which would give it its former address again. A word that was a shop's once is never another's:
 * old addresses lead to the new one.
 */
export const addressOfShop = async (world: World, merchantId: string): Promise<ShopAddress> => {
  const taken = await rerunOnStale(world.table, ATTEMPTS, async () => {
    const [shop, known] = await Promise.all([
      getMerchant(world.table, merchantId),
      getShopAddress(world.table, merchantId),
    ]);
    if (!shop) throw new Error(`a page of merchant ${merchantId}, which is not in the register`);
    if (known && isOfName(known, shop.name)) return known;
    const { cityCode, name } = shop;
    const wanted = slugOf(name, 'usaha');
    const { slug, held } = await freeSlug(world, { merchantId, cityCode }, wanted);
    const former = known ? [...known.former, known.slug].filter((one) => one !== slug) : [];
    const address = { merchantId, cityCode, slug, wanted, former: [...new Set(former)] };
    await commit(world.table, held ? [putShopAddress(address)] : takeSlug(address));
    return undefined;
  });
  // Looked at once more: the shop may have been renamed while its address was taken.
  return taken ?? addressOfShop(world, merchantId);
};
