import { catalogue } from '../../shared/contract/catalogue.ts';
import { serve } from '../http/serve.ts';
import { changeCity } from './change-city.ts';
import { countStock } from './count-stock.ts';
import { foundCity } from './found-city.ts';
import { listOwnProducts, listShopProducts } from './list-products.ts';
import { addProduct, changeProduct, readOwnProduct, readProduct } from './offer-product.ts';
import { listAllCities, readCity, readDistrict } from './places.ts';

export const endpoints = [
  listAllCities,
  readCity,
  readDistrict,
  foundCity,
  changeCity,
  listShopProducts,
  listOwnProducts,
  readOwnProduct,
  addProduct,
  readProduct,
  changeProduct,
  countStock,
];
export const handler = serve(catalogue, endpoints);
