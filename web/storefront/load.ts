import type { Output } from '../../shared/contract.ts';
import { type Call, Refusal } from '../entry/client.ts';
import type { City } from '../kit/places.ts';
import type { Wanted } from './wanted.ts';

export type ProductCard = Output<'GET /cities/{city}/products'>['items'][number];
export type Product = Output<'GET /merchants/{merchantId}/products/{productId}'>;

const PAGE = 24;

export type List = Output<'GET /cities/{city}/products'> &
  Partial<Pick<Output<'GET /cities/{city}/search'>, 'shops' | 'understood'>>;

/** What is wanted: typed words are searched for, everything else is a list. */
const loadProducts = (call: Call, city: string, { category, district, text, cursor }: Wanted): Promise<List> => {
  const query = { category, district, limit: PAGE, cursor };
  return text === undefined
    ? call('GET /cities/{city}/products', { params: { city }, query })
    : call('GET /cities/{city}/search', { params: { city }, query: { ...query, text } });
};

export const loadMarket = async (call: Call, cityCode: string, wanted: Wanted): Promise<{ city: City; list: List }> => {
  const [city, list] = await Promise.all([
    call('GET /cities/{city}', { params: { city: cityCode } }),
    loadProducts(call, cityCode, wanted).catch((error) => {
      // A shared or old address may carry a cursor that is no longer good: the list from its beginning is.
      if (!(error instanceof Refusal) || error.code !== 'malformed_cursor') throw error;
      const { cursor: _, ...rest } = wanted;
      return loadProducts(call, cityCode, rest);
    }),
  ]);
  return { city, list };
};

export const loadProduct = async (
  call: Call,
  cityCode: string,
  params: NonNullable<Wanted['product']>,
): Promise<{ city: City; product: Product }> => {
  const [city, product] = await Promise.all([
    call('GET /cities/{city}', { params: { city: cityCode } }),
    call('GET /merchants/{merchantId}/products/{productId}', { params }),
  ]);
  return { city, product };
};
