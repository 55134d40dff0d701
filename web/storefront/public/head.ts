import { beginningOf } from '../../../shared/domain/basics/beginning.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { scheduleWords } from '../../../shared/domain/centres/schedule-words.ts';
import {
  categoryAddress,
  centreAddress,
  cityAddress,
  districtAddress,
  equityAddress,
  methodAddress,
  productAddress,
  reviewsAddress,
  seldomSeenAddress,
} from '../../../shared/domain/pages/address.ts';
import { districtName } from '../../kit/places.ts';
import { type Facts, listFacts, monthFacts, productFacts, shopFacts } from './facts.ts';
import type { PublicPage } from './page.ts';

/** What a page says of itself to those who do not read it: a browser's tab, a search engine, a chat. */
export type Head = {
  readonly title: string;
  readonly description: string;
  /** The one address of the page, from the root. */
  readonly canonical: string;
  readonly image?: string | undefined;
  /** The picture is a share card: as wide as chats show one. */
  readonly card?: boolean;
  readonly facts?: readonly Facts[];
  /** Not for search engines. */
  readonly hidden?: boolean;
};

const market = 'Beli langsung dari usaha kecil, tanpa potongan. Melihat-lihat tidak perlu masuk.';

type Of<Kind extends PublicPage['kind']> = Extract<PublicPage, { kind: Kind }>;

const categoryHead = (page: Of<'category'>, origin: string): Head => {
  const first = categoryAddress(page.city, page.category);
  return {
    title: `${categories[page.category]} · Pasar UMKM ${page.city.name}`,
    description: `${categories[page.category]} dari usaha kecil di ${page.city.name}. ${market}`,
    canonical: page.part > 1 ? `${first}/${page.part}` : first,
    facts: listFacts(page, origin),
  };
};

const shopHead = (page: Of<'shop'>, origin: string): Head => ({
  title: `${page.shop.name} · ${page.city.name}`,
  description: `${page.shop.name}, ${districtName(page.city, page.shop.district)}: ${page.goods.length} barang. ${market}`,
  canonical: page.shop.address,
  image: page.story?.card ?? page.goods.find(({ photo }) => photo)?.photo,
  card: page.story !== null,
  facts: shopFacts(page, origin),
});

const reviewsHead = ({ shop, city, part, reviews }: Of<'reviews'>): Head => ({
  title: `Ulasan ${shop.name}${part > 1 ? `, halaman ${part}` : ''} · ${city.name}`,
  description: `Yang dikatakan pembeli tentang ${shop.name}, ${districtName(city, shop.district)}.`,
  canonical: reviewsAddress(shop.address, part),
  // A part that reviews left is no page any more.
  hidden: reviews.items.length === 0,
});

const storyHead = ({ shop, city, story }: Of<'story'>): Head => ({
  title: `Cerita ${shop.name} · ${city.name}`,
  description: beginningOf(story.text, 160),
  canonical: story.address,
  image: story.card,
  card: true,
});

const productHead = (page: Of<'product'>, origin: string): Head => {
  const { product, shop, city } = page;
  return {
    title: `${product.name} · ${city.name}`,
    description: `${rupiah(product.priceRupiah)} per ${product.unit} dari ${shop.name}, ${districtName(city, shop.district)}. ${market}`,
    canonical: productAddress(city, product),
    image: product.photo,
    facts: productFacts(page, origin),
  };
};

const equityHead = (page: Of<'equity'>, origin: string): Head => ({
  title: `Pemerataan penjualan ${page.city.name}, ${monthName(page.snapshot.month)}`,
  description: page.snapshot.sentence,
  canonical: equityAddress(page.city, page.snapshot.month),
  facts: monthFacts(page, origin),
});

/** What is no page any more: it leads on, and no search engine keeps it. */
const leftHead = (page: Of<'gone' | 'moved'>, canonical: string): Head => ({
  title: `${page.kind === 'gone' ? goneTitles[page.what] : page.name} · ${page.city.name}`,
  description: market,
  canonical,
  hidden: true,
});

const goneTitles = {
  product: 'Barang ini sudah tidak dijual',
  shop: 'Toko ini sudah tidak berjualan',
  story: 'Cerita ini sudah tidak ditampilkan',
} as const;

/** Titles, descriptions, addresses and facts of every kind of public page. */
export const headOf = (page: PublicPage, origin: string): Head => {
  switch (page.kind) {
    case 'cities':
      return { title: 'Pasar Rata: belanja dari usaha kecil di kota Anda', description: market, canonical: '/' };
    case 'missing':
      return { title: 'Halaman ini tidak ada · Pasar Rata', description: market, canonical: '/', hidden: true };
    case 'home':
      return {
        title: `Pasar UMKM ${page.city.name}`,
        description: `Belanja dari ${page.shops} usaha kecil di ${page.city.name}. ${market}`,
        canonical: cityAddress(page.city),
      };
    case 'category':
      return categoryHead(page, origin);
    case 'district':
      return {
        title: `Kecamatan ${page.district.name} · Pasar UMKM ${page.city.name}`,
        description: `Barang dan usaha kecil di Kecamatan ${page.district.name}, ${page.city.name}. ${market}`,
        canonical: districtAddress(page.city, page.district),
      };
    case 'centre':
      return {
        title: `${page.centre.name} · ${page.city.name}`,
        description: `${page.centre.name}, ${page.centre.address}. Buka ${scheduleWords(page.centre.schedules)}.`,
        canonical: centreAddress(page.city, page.centre),
      };
    case 'seldom':
      return {
        title: `Belum banyak terlihat bulan ini · Pasar UMKM ${page.city.name}`,
        description: `Usaha di ${page.city.name} yang paling sedikit menerima pesanan. ${market}`,
        canonical: seldomSeenAddress(page.city),
      };
    case 'shop':
      return shopHead(page, origin);
    case 'reviews':
      return reviewsHead(page);
    case 'story':
      return storyHead(page);
    case 'product':
      return productHead(page, origin);
    case 'gone':
      return leftHead(page, page.category ? categoryAddress(page.city, page.category) : cityAddress(page.city));
    case 'moved':
      return leftHead(page, page.to);
    case 'equity':
      return equityHead(page, origin);
    case 'method':
      return {
        title: `Cara menghitung · ${page.city.name}`,
        description: `Bagaimana urutan barang dan ukuran pemerataan di ${page.city.name} dihitung.`,
        canonical: methodAddress(page.city),
      };
  }
};
