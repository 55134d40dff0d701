import type { MarketEvent } from '../../../events/contract.ts';
import { getProduct, productsOfMerchant } from '../../../shared/table/catalogue/products.ts';
import { everyEntry } from '../../../shared/table/engine/pages.ts';
import { getMerchant } from '../../../shared/table/register/merchants.ts';
import type { World } from '../../world.ts';
import { type ListName, listsOf, listsShowing, type Touched } from '../page-names.ts';
import { apartFromSales, cityKey, everyCentre, everyList } from './every-list.ts';

/** The lists a shop and its goods stand in. */
const listsOfShop = async (world: World, merchantId: string): Promise<ListName[]> => {
  const [shop, goods] = await Promise.all([
    getMerchant(world.table, merchantId),
    everyEntry((after) => productsOfMerchant(world.table, merchantId, { limit: 500, after })),
  ]);
  return shop ? [shop, ...goods].flatMap(listsOf) : [];
};

const named = async (world: World, touched: Touched, anew: boolean): Promise<ListName[]> => {
  switch (touched.page) {
    case 'every-list': {
      const { cityCode } = touched;
      return [...(await everyList(world, cityCode)), ...(anew ? await apartFromSales(world, cityCode) : [])];
    }
    case 'every-centre':
      return everyCentre(world, touched.cityCode);
    case 'lists-of-shop':
      return listsOfShop(world, touched.merchantId);
    case 'cards-of-shop':
      return (await listsOfShop(world, touched.merchantId)).filter(
        ({ page }) => page !== 'sitemap' && page !== 'search',
      );
    case 'lists-of-product': {
      const product = await getProduct(world.table, touched.merchantId, touched.productId);
      return product ? listsOf(product) : [];
    }
    default:
      return [touched];
  }
};

export const showing =
  (world: World) =>
  async (event: MarketEvent): Promise<ListName[]> => {
    const anew = event.type === 'PagesDue' || event.type === 'CityChanged';
    // What was read a moment ago is what it was before.
    if (event.type === 'CityChanged') world.cache.delete(cityKey(event.detail.cityCode));
    return (await Promise.all(listsShowing(event).map((touched) => named(world, touched, anew)))).flat();
  };
