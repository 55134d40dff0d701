import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { categoryAddress, cityAddress, districtAddress, productAddress } from '../../../shared/domain/pages/address.ts';
import { type City, districtName } from '../../kit/places.ts';
import type { PublicPage, Shop } from './page.ts';

/** A thing as schema.org names it. */
export type Facts = { readonly '@type': string; readonly [name: string]: unknown };

/** The way down to a page. */
const crumbs = (steps: readonly [name: string, address: string][], origin: string): Facts => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(([name, address], at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name,
    item: `${origin}${address}`,
  })),
});

const seller = (city: City, shop: Shop, origin: string): Facts => ({
  '@type': 'LocalBusiness',
  name: shop.name,
  url: `${origin}${shop.address}`,
  address: {
    '@type': 'PostalAddress',
    addressLocality: districtName(city, shop.district),
    addressRegion: city.provinceName,
    addressCountry: 'ID',
  },
  ...(shop.phone ? { telephone: shop.phone } : {}),
});

const rating = ({ average, count }: { average: number | null; count: number }) =>
  average === null ? {} : { aggregateRating: { '@type': 'AggregateRating', ratingValue: average, reviewCount: count } };

export const productFacts = (
  { city, shop, product, reviews }: Extract<PublicPage, { kind: 'product' }>,
  origin: string,
): Facts[] => [
  {
    '@type': 'Product',
    name: product.name,
    ...(product.description ? { description: product.description } : {}),
    ...(product.photo ? { image: `${origin}${product.photo}` } : {}),
    category: categories[product.category],
    offers: {
      '@type': 'Offer',
      price: product.priceRupiah,
      priceCurrency: 'IDR',
      availability: `https://schema.org/${product.available ? 'InStock' : 'OutOfStock'}`,
      url: `${origin}${productAddress(city, product)}`,
      seller: seller(city, shop, origin),
    },
    ...rating(reviews),
  },
  crumbs(
    [
      [city.name, cityAddress(city)],
      [categories[product.category], categoryAddress(city, product.category)],
      [product.name, productAddress(city, product)],
    ],
    origin,
  ),
];

export const shopFacts = ({ city, shop, reviews }: Extract<PublicPage, { kind: 'shop' }>, origin: string): Facts[] => {
  const district = city.districts.find(({ code }) => code === shop.district);
  return [
    { ...seller(city, shop, origin), ...rating(reviews) },
    crumbs(
      [
        [city.name, cityAddress(city)],
        ...(district ? [[district.name, districtAddress(city, district)] as [string, string]] : []),
        [shop.name, shop.address],
      ],
      origin,
    ),
  ];
};

export const listFacts = ({ city, category }: Extract<PublicPage, { kind: 'category' }>, origin: string): Facts[] => [
  crumbs(
    [
      [city.name, cityAddress(city)],
      [categories[category], categoryAddress(city, category)],
    ],
    origin,
  ),
];

/** A city's closed month, as data that anybody may take. */
export const monthFacts = ({ city, snapshot }: Extract<PublicPage, { kind: 'equity' }>, origin: string): Facts[] => [
  {
    '@type': 'Dataset',
    name: `Pemerataan penjualan ${city.name}, ${snapshot.month}`,
    description: snapshot.sentence,
    temporalCoverage: snapshot.month,
    spatialCoverage: city.name,
    isAccessibleForFree: true,
    distribution: {
      '@type': 'DataDownload',
      encodingFormat: 'application/json',
      contentUrl: `${origin}/api/cities/${city.cityCode}/snapshots/${snapshot.month}`,
    },
  },
];
