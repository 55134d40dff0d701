import { productAddress, shopAddress } from '../../../shared/domain/pages/address.ts';
import type { CityIndex } from '../../../shared/domain/search/city-index.ts';
import { suggesterOf } from '../../../shared/domain/search/suggest.ts';
import { client } from '../../entry/client.ts';

export type Answer = { readonly name: string; readonly detail: string; readonly to: string };
export type Answers = { readonly goods: readonly Answer[]; readonly shops: readonly Answer[] };
type Place = { readonly cityCode: string; readonly name: string };

/** So few are asked for that the list does not count as one that was shown. */
const ASKED = 5;
const price = (priceRupiah: number, unit: string, shop: string): string =>
  `Rp${priceRupiah.toLocaleString('id-ID')} / ${unit} · ${shop}`;

/** What the market answers to a text: from the city's own index where it is small enough to have come along, else asked. */
export const answersIn = async (city: Place, indexAt: string): Promise<(text: string) => Promise<Answers>> => {
  const index = (await fetch(indexAt).then((answer) => (answer.ok ? answer.json() : {}))) as Partial<CityIndex>;
  if (index.goods) {
    const suggest = suggesterOf(index as Pick<CityIndex, 'goods' | 'shops'>);
    return async (text) => {
      const { goods, shops } = suggest(text);
      return {
        goods: goods.map((one) => ({
          name: one.name,
          detail: price(one.priceRupiah, one.unit, one.shop),
          to: productAddress(city, one),
        })),
        shops: shops.map(({ name, slug }) => ({ name, detail: 'Toko', to: shopAddress(city, slug) })),
      };
    };
  }
  const call = client('/api');
  return async (text) => {
    const asked = { params: { city: city.cityCode }, query: { text, limit: ASKED } };
    const { items, shops } = await call('GET /cities/{city}/search', asked);
    return {
      goods: items.map((card) => ({
        name: card.name,
        detail: price(card.priceRupiah, card.unit, card.merchantName),
        to: productAddress(city, card),
      })),
      shops: shops.slice(0, 3).map(({ name, address }) => ({ name, detail: 'Toko', to: address })),
    };
  };
};
