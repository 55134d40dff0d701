import { catalogue } from '../../shared/contract/catalogue/catalogue.ts';
import { serve } from '../http/serve.ts';
import { changeCity } from './change-city.ts';
import { changeProduct } from './change-product.ts';
import { countStock } from './count-stock.ts';
import { foundCity } from './found-city.ts';
import { listOwnProducts, listShopProducts } from './list-products.ts';
import { addProduct } from './offer-product.ts';
import { listAllCities, readCity, readCitySettings, readDistrict } from './places.ts';
import { readOwnProduct, readProduct } from './read-product.ts';
import { readBans, setBans } from './watched/city-bans.ts';
import { decideGoods, listGoodsCases, readGoodsCase } from './watched/decide-goods.ts';
import { reportGoods } from './watched/report-goods.ts';

export const endpoints = [
  listAllCities,
  readCity,
  readCitySettings,
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
  readBans,
  setBans,
  reportGoods,
  listGoodsCases,
  readGoodsCase,
  decideGoods,
];
export const handler = serve(catalogue, endpoints);
