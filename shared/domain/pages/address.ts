import type { Category } from '../basics/category.ts';
import { categories } from '../basics/category-labels.ts';
import type { Month } from '../basics/month.ts';
import { slugOf } from './slug.ts';

/*
 * Addresses of the public pages, and where each lies in the site's bucket. Pages, functions and tests take them from here.
 */

type Named = { readonly name: string };

/** First words of the addresses that are no city's. */
const taken: ReadonlySet<string> = new Set([
  'akun',
  'api',
  'assets',
  'bantuan',
  'cari',
  'cek',
  'console',
  'dasbor',
  'data',
  'jual',
  'kantor',
  'keranjang',
  'kunjungan',
  'masuk',
  'pages',
  'pesanan',
  'photos',
  'pribadi',
  'semua-kota',
  'shells',
  'toko-saya',
]);

/** `Kota Malang` is `malang`, `Kabupaten Malang` is `kabupaten-malang`. */
export const citySlug = ({ name }: Named): string => {
  const slug = slugOf(name.replace(/^kota (administrasi )?/i, ''), 'kota');
  return taken.has(slug) ? `kota-${slug}` : slug;
};

export const cityAddress = (city: Named): string => `/${citySlug(city)}`;
export const categorySlug = (category: Category): string => slugOf(categories[category], category);
export const categoryOfSlug = (slug: string): Category | undefined =>
  (Object.keys(categories) as Category[]).find((category) => categorySlug(category) === slug);
export const categoryAddress = (city: Named, category: Category): string =>
  `${cityAddress(city)}/${categorySlug(category)}`;
export const districtAddress = (city: Named, district: Named): string =>
  `${cityAddress(city)}/kecamatan/${slugOf(district.name, 'kecamatan')}`;
export const shopAddress = (city: Named, slug: string): string => `${cityAddress(city)}/usaha/${slug}`;
/** All that buyers said of a shop, newest first; the first part has no number. */
export const reviewsAddress = (shop: string, part = 1): string => `${shop}/ulasan${part > 1 ? `/${part}` : ''}`;
/** The name may change and the id does not: the page is found by its id, whatever name stands before it. */
export const productAddress = (city: Named, { name, productId }: Named & { readonly productId: string }): string =>
  `${cityAddress(city)}/barang/${slugOf(name, 'barang')}-${productId.replace(/^prd_/, '')}`;
/** A maker's story is found by its shop's id too, and its pictures lie beside it. */
export const storyAddress = (city: Named, { name, merchantId }: Named & { readonly merchantId: string }): string =>
  `${cityAddress(city)}/cerita/${slugOf(name, 'usaha')}-${merchantId.replace(/^mrc_/, '')}`;
export const storyPicture = (city: Named, merchantId: string, picture: 'kartu' | number): string =>
  `${cityAddress(city)}/cerita/${merchantId.replace(/^mrc_/, '')}-${picture}.jpg`;
export const centreAddress = (city: Named, { slug }: { readonly slug: string }): string =>
  `${cityAddress(city)}/sentra/${slug}`;
export const seldomSeenAddress = (city: Named): string => `${cityAddress(city)}/belum-banyak-terlihat`;
export const equityAddress = (city: Named, month: Month): string => `${cityAddress(city)}/pemerataan/${month}`;
export const methodAddress = (city: Named): string => `${cityAddress(city)}/cara-menghitung`;
/** What searches of a city are answered from. */
export const searchIndexAddress = (city: Named): string => `${cityAddress(city)}/cari.json`;
export const sitemapAddress = (city: Named, part: number): string => `${cityAddress(city)}/sitemap-${part}.xml`;

const BY_ID = /^\/([a-z0-9-]+)\/(barang|cerita)\/(?:[a-z0-9-]*-)?([0-9a-z]{26})\/?$/;

/**
 * The file behind an address: everything a publisher writes lies below `pages/`, where it can touch no script and no
 * style. The edge makes the same of an address (infra/directory-index.js).
 */
export const fileOf = (address: string): string => {
  const [, city, kind, id] = BY_ID.exec(address) ?? [];
  if (id) return `pages/${city}/${kind}/${id}.html`;
  const plain = address.replace(/^\/|\/$/g, '');
  if (/\.(xml|txt|json|html|jpg)$/.test(plain)) return `pages/${plain}`;
  return plain === '' ? 'pages/index.html' : `pages/${plain}/index.html`;
};
