import type { Category } from '../../shared/domain/basics/category.ts';
import { categoryAddress, cityAddress, districtAddress } from '../../shared/domain/pages/address.ts';
import { address, given, isCityCode } from '../kit/address.ts';
import { isCategory } from '../kit/categories.ts';
import type { City } from '../kit/places.ts';

/** What the address asks for. Anything malformed is as if it were not there: an address is typed and shared by people. */
export type Wanted = {
  readonly city?: string;
  readonly category?: Category;
  readonly district?: string;
  readonly text?: string;
  readonly cursor?: string;
  readonly product?: { readonly merchantId: string; readonly productId: string };
};

const PRODUCT = /^(mrc_[0-9a-z]{26})\.(prd_[0-9a-z]{26})$/;

export const wantedOf = (search: string): Wanted => {
  const { kota, kategori, kecamatan, cari, lanjut, barang } = given(search);
  const product = PRODUCT.exec(barang ?? '');
  return {
    ...(isCityCode(kota) ? { city: kota } : {}),
    ...(isCategory(kategori) ? { category: kategori } : {}),
    ...(/^\d{2}\.\d{2}\.\d{2}$/.test(kecamatan ?? '') && kecamatan ? { district: kecamatan } : {}),
    ...(cari && cari.length >= 2 ? { text: cari.slice(0, 60).trim() } : {}),
    ...(lanjut ? { cursor: lanjut } : {}),
    ...(product?.[1] && product[2] ? { product: { merchantId: product[1], productId: product[2] } } : {}),
  };
};

/** Where lists are made in the browser: searched, narrowed twice, or read on by cursor. */
export const LIST_BY_SCRIPT = '/cari/';

type Place = { readonly cityCode: string; readonly name: string; readonly districts?: City['districts'] };
type Address = { readonly city: Place } & { [P in Exclude<keyof Wanted, 'city' | 'product'>]?: Wanted[P] | undefined };

/** The address of what is wanted: of a page written ahead where there is one, else of the list by script. */
export const addressOf = ({ city, category, district, text, cursor }: Address): string => {
  const place = district === undefined ? undefined : city.districts?.find(({ code }) => code === district);
  if (!text && !cursor) {
    if (!category && district === undefined) return cityAddress(city);
    if (category && district === undefined) return categoryAddress(city, category);
    if (!category && place) return districtAddress(city, place);
  }
  return address(LIST_BY_SCRIPT, {
    kota: city.cityCode,
    kategori: category,
    kecamatan: district,
    cari: text,
    lanjut: cursor,
  });
};

/** The list of cities, also for somebody whose last city is remembered. */
export const ALL_CITIES = '/';
export const wantsAllCities = (search: string): boolean => given(search).kota === 'semua';
