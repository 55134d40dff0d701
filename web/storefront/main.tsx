import { categoryOfSlug, citySlug, productAddress } from '../../shared/domain/pages/address.ts';
import { slugOf } from '../../shared/domain/pages/slug.ts';
import { type Call, client, Refusal } from '../entry/client.ts';
import { wearAccent } from '../kit/accent.ts';
import { lastCity, rememberCity } from '../kit/address.ts';
import { BottomBar } from '../kit/bottom-bar.tsx';
import { loadCities } from '../kit/places.ts';
import { show, showRefusal } from '../kit/show.tsx';
import { CitiesPage } from './cities-page.tsx';
import { loadMarket, loadProduct } from './load.ts';
import { listName, ProductsPage } from './products-page.tsx';
import { wakeSearch } from './search/wake.ts';
import { ALL_CITIES, addressOf, LIST_BY_SCRIPT, type Wanted, wantedOf, wantsAllCities } from './wanted.ts';

/*
 * Lists that are made in the browser: searched, narrowed twice, read on by cursor. Addresses of former releases lead here
 * too, and on to the page that was written ahead. While a market grows for the first time it stands in for those pages.
 */

const showCities = async (call: Call, unknown = false): Promise<void> => {
  const cities = await loadCities(call);
  show('Pilih kota · Pasar Rata', <CitiesPage cities={cities} unknown={unknown} />);
};

const showCity = async (call: Call, cityCode: string, wanted: Wanted): Promise<void> => {
  if (wanted.product) {
    const { city, product } = await loadProduct(call, cityCode, wanted.product);
    return location.replace(productAddress(city, product));
  }
  const { city, list } = await loadMarket(call, cityCode, wanted);
  const written = addressOf({ ...wanted, city });
  if (location.pathname.startsWith(LIST_BY_SCRIPT) && !written.startsWith(LIST_BY_SCRIPT))
    return location.replace(written);
  wearAccent(city.accent);
  rememberCity(city.cityCode);
  show(`${listName(city, wanted)} · Pasar UMKM ${city.name}`, <ProductsPage city={city} wanted={wanted} list={list} />);
};

/** What the address of a written page asks for: `/malang`, `/malang/batik`, `/malang/kecamatan/klojen`. */
const wantedOfPath = async (call: Call, path: string): Promise<Wanted | undefined> => {
  const [slug = '', kind = '', name = ''] = path.split('/').filter(Boolean);
  const found = (await loadCities(call)).find((city) => citySlug(city) === slug);
  if (!found) return undefined;
  const { cityCode } = found;
  const category = categoryOfSlug(kind);
  if (category) return { city: cityCode, category };
  if (kind !== 'kecamatan') return { city: cityCode };
  const { districts } = await call('GET /cities/{city}', { params: { city: cityCode } });
  const district = districts.find((one) => slugOf(one.name, 'kecamatan') === name);
  return { city: cityCode, ...(district ? { district: district.code } : {}) };
};

const open = async (call: Call, { pathname, search }: Location): Promise<void> => {
  const byPath = !pathname.startsWith(LIST_BY_SCRIPT) && pathname !== '/';
  const wanted = byPath ? await wantedOfPath(call, pathname) : wantedOf(search);
  if (!wanted || wantsAllCities(search)) return showCities(call, !wanted);
  const cityCode = wanted.city ?? (pathname === '/' ? undefined : lastCity());
  if (!cityCode) return showCities(call);
  return showCity(call, cityCode, wanted).catch((error) => {
    if (!(error instanceof Refusal) || error.code !== 'city_not_found') throw error;
    rememberCity(undefined);
    return showCities(call, true);
  });
};

wakeSearch();
await open(client('/api'), location).catch((error) => showRefusal(error, ALL_CITIES, <BottomBar at="beranda" />));
void import('../entry/patient.ts').then(({ bePatient }) => bePatient());
