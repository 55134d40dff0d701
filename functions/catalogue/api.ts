import { serve } from '../http/serve.ts';
import { changeCity } from './change-city.ts';
import { foundCity } from './found-city.ts';
import { listShopProducts } from './list-products.ts';
import { addProduct, changeProduct, countStock, readProduct } from './offer-product.ts';
import { listAllCities, readCity, readDistrict } from './places.ts';

export const endpoints = [
  listAllCities,
  readCity,
  readDistrict,
  foundCity,
  changeCity,
  listShopProducts,
  addProduct,
  readProduct,
  changeProduct,
  countStock,
];
export const handler = serve(endpoints);
