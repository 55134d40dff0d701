import { type Call, client, Refusal } from '../entry/client.ts';
import { wearAccent } from '../kit/accent.ts';
import { lastCity, rememberCity } from '../kit/address.ts';
import { loadCities } from '../kit/places.ts';
import { show, showRefusal } from '../kit/show.tsx';
import { CitiesPage } from './cities-page.tsx';
import { loadMarket, loadProduct } from './load.ts';
import { ProductPage } from './product-page.tsx';
import { listName, ProductsPage } from './products-page.tsx';
import { ALL_CITIES, type Wanted, wantedOf, wantsAllCities } from './wanted.ts';

const showCities = async (call: Call, unknown = false): Promise<void> => {
  const cities = await loadCities(call);
  const [only] = cities;
  // One city needs no choice.
  if (cities.length === 1 && only && !unknown) return showCity(call, only.cityCode, {});
  show('Pilih kota · Pasar Rata', <CitiesPage cities={cities} unknown={unknown} />);
};

const showCity = async (call: Call, cityCode: string, wanted: Wanted): Promise<void> => {
  const { origin } = location;
  if (wanted.product) {
    const { city, product } = await loadProduct(call, cityCode, wanted.product);
    wearAccent(city.accent);
    return show(
      `${product.name} · ${city.name}`,
      <ProductPage call={call} city={city} product={product} wanted={{}} origin={origin} />,
    );
  }
  const { city, list } = await loadMarket(call, cityCode, wanted);
  wearAccent(city.accent);
  rememberCity(city.cityCode);
  show(`${listName(city, wanted)} · Pasar UMKM ${city.name}`, <ProductsPage city={city} wanted={wanted} list={list} />);
};

const open = async (call: Call, search: string): Promise<void> => {
  if (wantsAllCities(search)) return showCities(call);
  const wanted = wantedOf(search);
  const cityCode = wanted.city ?? lastCity();
  if (!cityCode) return showCities(call);
  return showCity(call, cityCode, wanted).catch((error) => {
    if (!(error instanceof Refusal) || error.code !== 'city_not_found') throw error;
    rememberCity(undefined);
    return showCities(call, true);
  });
};

await open(client('/api'), location.search).catch((error) => showRefusal(error, ALL_CITIES));
