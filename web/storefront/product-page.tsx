import { categories } from '../../shared/domain/basics/category-labels.ts';
import { count, rupiah } from '../../shared/domain/basics/wording.ts';
import type { Call } from '../entry/client.ts';
import { BottomBar } from '../kit/bottom-bar.tsx';
import { Main, ShareIcon } from '../kit/page.tsx';
import { type City, districtName } from '../kit/places.ts';
import { AddToCart } from './cart/add-to-cart.tsx';
import type { Product } from './load.ts';
import { MarketTop } from './market-top.tsx';
import { lineOf, Photo, shareLink } from './product-card.tsx';
import { ShopReviews } from './reviews/shop-reviews.tsx';
import { addressOf, type Wanted } from './wanted.ts';

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

/** What can be had, in one sentence; made to order and lying on a shelf are told apart. */
const supplyOf = ({ active, free, perDay, unit }: Pick<Product, 'active' | 'free' | 'perDay' | 'unit'>): string =>
  !active || free === 0 || perDay === 0
    ? 'Sedang habis'
    : perDay !== null
      ? `Bisa dibuat hingga ${count(perDay)} ${unit} per hari`
      : `Tersedia ${count(free ?? 0)} ${unit}`;

/** Why it cannot be ordered now, if so. */
const closedSentence = ({ active, free, perDay }: Product): string | undefined =>
  !active || free === 0 || perDay === 0
    ? 'Sedang habis. Lihat barang lain dari toko ini atau tanya kapan ada lagi.'
    : undefined;

const factsOf = (city: City, product: Product): [name: string, fact: string][] => {
  const { closedDays, deliversTo, leadDays, minQuantity, unit } = product;
  const facts: [string, string][] = [
    ['Usaha', product.merchantName],
    ['Kecamatan', districtName(city, product.district)],
    ['Kategori', categories[product.category]],
    ['Persediaan', supplyOf(product)],
    ['Pesan', leadDays === 0 ? 'Bisa untuk hari ini' : `Paling lambat ${leadDays} hari sebelum diantar`],
  ];
  if (minQuantity > 1) facts.push(['Minimal pesan', `${count(minQuantity)} ${unit}`]);
  if (closedDays.length > 0) facts.push(['Tutup', closedDays.map((day) => weekdays[day - 1]).join(', ')]);
  if (deliversTo.length > 0) facts.push(['Diantar ke', deliversTo.map((code) => districtName(city, code)).join(', ')]);
  return facts;
};

/** One product: what it is, who makes it, what it costs, and how to send it on. */
export const ProductPage = ({
  city,
  product,
  wanted,
  origin,
  call,
}: {
  call: Call;
  city: City;
  product: Product;
  wanted: Wanted;
  origin: string;
}) => (
  <>
    <MarketTop city={city} wanted={wanted} heading="p" />
    <Main>
      <a class="back" href={addressOf({ city: city.cityCode })}>
        Semua barang di {city.name}
      </a>
      <article class="product">
        <Photo product={product} eager described />
        <div class="stack">
          <h1>{product.name}</h1>
          <p class="price">
            {rupiah(product.priceRupiah)} <span>per {product.unit}</span>
          </p>
          <dl class="facts">
            {factsOf(city, product).map(([name, fact]) => (
              <>
                <dt>{name}</dt>
                <dd>{fact}</dd>
              </>
            ))}
          </dl>
          <AddToCart city={city.cityCode} line={lineOf(product)} closed={closedSentence(product)} />
          {product.description && <p class="description">{product.description}</p>}
          <a class="line" href={shareLink(city, product, origin)} target="_blank" rel="noopener noreferrer">
            <ShareIcon />
            Bagikan lewat WhatsApp
          </a>
        </div>
      </article>
      <ShopReviews call={call} merchantId={product.merchantId} />
    </Main>
    <BottomBar at="beranda" />
  </>
);
