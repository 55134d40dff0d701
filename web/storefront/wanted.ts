import type { Category } from '../../shared/domain/basics/category.ts';
import { address, given, isCityCode } from '../kit/address.ts';
import { isCategory } from '../kit/categories.ts';

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

/** The address of what is wanted; a page without a city is the list of cities. */
export const addressOf = ({
  city,
  category,
  district,
  text,
  cursor,
  product,
}: { [P in keyof Wanted]?: Wanted[P] | undefined }): string =>
  address('/', {
    kota: city,
    kategori: category,
    kecamatan: district,
    cari: text,
    lanjut: cursor,
    barang: product && `${product.merchantId}.${product.productId}`,
  });

/** The list of cities, also for somebody whose last city is remembered. */
export const ALL_CITIES = '/?kota=semua';
export const wantsAllCities = (search: string): boolean => given(search).kota === 'semua';
