import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { count, day, rupiah } from '../../../shared/domain/basics/wording.ts';
import { categoryAddress, cityAddress, districtAddress, productAddress } from '../../../shared/domain/pages/address.ts';
import { address } from '../../kit/address.ts';
import { Main, ShareIcon } from '../../kit/page.tsx';
import { type City, districtName } from '../../kit/places.ts';
import { AddToCart, QuickAdd } from '../cart/add-to-cart.tsx';
import { MarketTop } from '../market-top.tsx';
import { Photo } from '../photos/photo.tsx';
import { lineOf, shareLink } from '../product-card.tsx';
import { closedSentence, factsOf } from '../product-facts.ts';
import { AskShop } from './ask-shop.tsx';
import { Crumbs } from './crumbs.tsx';
import { Island } from './island.tsx';
import type { PublicPage, Shop, ShownProduct } from './page.ts';
import { WrittenReviews } from './reviews.tsx';
import { StoryBlock } from './story-block.tsx';

export const GoodsGrid = ({
  city,
  goods,
  eager = 0,
  orders = false,
}: {
  city: City;
  goods: readonly ShownProduct[];
  eager?: number;
  /** Whether one tap puts goods into the cart, as on every list of the city. */
  orders?: boolean;
}) => (
  <ul class="cards">
    {goods.map((product, at) => (
      <li key={product.productId} class="card">
        <Photo product={product} eager={at < eager} first={at < Math.min(2, eager)} />
        <h3>
          <a class="name" href={productAddress(city, product)}>
            {product.name}
          </a>
        </h3>
        <p class="price">
          {rupiah(product.priceRupiah)} <span>/ {product.unit}</span>
        </p>
        {!product.available && <p class="maker">Sedang habis</p>}
        {orders && product.available && (
          <Island name="quick-add" needsScript props={{ city: city.cityCode, line: lineOf(product) }}>
            <QuickAdd city={city.cityCode} line={lineOf(product)} />
          </Island>
        )}
      </li>
    ))}
  </ul>
);

const reportAddress = ({ merchantId, productId, name }: ShownProduct): string =>
  address('/akun/lapor', { toko: merchantId, barang: productId, nama: name });

const Ways = ({ shop }: { shop: Shop }) => (
  <ul class="plain">
    {shop.delivery.map((way) => (
      <li key={way}>{way}</li>
    ))}
  </ul>
);

const leave = ({ pausedUntil }: Shop) =>
  pausedUntil && (
    <p class="say" data-until={pausedUntil}>
      Toko ini tutup sampai {day(pausedUntil)}. Pesanan bisa dibuat sesudahnya.
    </p>
  );

/** One product: what it is, who makes it, what it costs; how to order it, ask about it and send it on. */
export const WrittenProductPage = ({
  city,
  shop,
  product,
  like,
  others,
  reviews,
  origin,
}: Extract<PublicPage, { kind: 'product' }> & { origin: string }) => {
  const line = lineOf(product);
  const closed = closedSentence(product);
  return (
    <>
      <MarketTop city={city} wanted={{}} heading="p" />
      <Main>
        <Crumbs
          steps={[
            [city.name, cityAddress(city)],
            [categories[product.category], categoryAddress(city, product.category)],
          ]}
        />
        <article class="product">
          <Photo product={product} eager first at="product" described />
          <div class="stack">
            <h1>{product.name}</h1>
            <p class="price">
              {rupiah(product.priceRupiah)} <span>per {product.unit}</span>
            </p>
            {like && (
              <p class="small quiet">
                Harga tengah {like.paid ? 'yang dibayar untuk ' : ''}barang sejenis di {city.name}:{' '}
                {rupiah(like.medianRupiah)} per {product.unit}, dari {count(like.owners)} usaha.
              </p>
            )}
            <Ways shop={shop} />
            {leave(shop)}
            <dl class="facts">
              {factsOf(city, product).map(([name, fact]) => (
                <>
                  <dt>{name}</dt>
                  <dd>{fact}</dd>
                </>
              ))}
            </dl>
            <Island name="add-to-cart" needsScript props={{ city: city.cityCode, line, closed }}>
              <AddToCart city={city.cityCode} line={line} closed={closed} />
            </Island>
            {product.description && <p class="description">{product.description}</p>}
            <AskShop city={city} shop={shop} about={`${product.name} (${origin}${productAddress(city, product)})`} />
            <a class="line" href={shareLink(city, product, origin)} target="_blank" rel="noopener noreferrer">
              <ShareIcon />
              Bagikan lewat WhatsApp
            </a>
            <a class="small" rel="nofollow" href={reportAddress(product)}>
              Laporkan barang
            </a>
          </div>
        </article>
        <section class="block">
          <h2>
            <a href={shop.address}>
              <bdi>{shop.name}</bdi>
            </a>
          </h2>
          <p class="quiet">
            {districtName(city, shop.district)} · diverifikasi {city.name}
          </p>
          {others.length > 0 && <GoodsGrid city={city} goods={others} />}
          <a href={shop.address}>Semua barang dari toko ini</a>
        </section>
        <WrittenReviews reviews={reviews} />
      </Main>
    </>
  );
};

/** A shop: who it is, how to ask it, everything it sells, what buyers said. */
export const ShopPage = ({
  city,
  shop,
  goods,
  reviews,
  story,
  origin,
}: Extract<PublicPage, { kind: 'shop' }> & { origin: string }) => (
  <>
    <MarketTop city={city} wanted={{}} heading="p" />
    <Main>
      <Crumbs
        steps={[
          [city.name, cityAddress(city)],
          ...city.districts
            .filter(({ code }) => code === shop.district)
            .map((district): [string, string] => [`Kecamatan ${district.name}`, districtAddress(city, district)]),
        ]}
      />
      <h1>
        <bdi>{shop.name}</bdi>
      </h1>
      <p class="quiet">
        {categories[shop.category]} · {districtName(city, shop.district)} · diverifikasi {city.name}
        {shop.cashOnDelivery && ' · Bisa COD'}
      </p>
      <Ways shop={shop} />
      {leave(shop)}
      {shop.description && <p class="description">{shop.description}</p>}
      <AskShop city={city} shop={shop} about={`barang di ${origin}${shop.address}`} />
      {story && <StoryBlock story={story} />}
      <section>
        <h2>Barang</h2>
        {goods.length === 0 ? (
          <p>Toko ini belum menawarkan barang.</p>
        ) : (
          <GoodsGrid city={city} goods={goods} eager={4} orders={shop.pausedUntil === null} />
        )}
      </section>
      <WrittenReviews reviews={reviews} />
    </Main>
  </>
);

const goneWords = {
  product: ['Barang ini sudah tidak dijual', 'Lihat barang lain'],
  shop: ['Toko ini sudah tidak berjualan', 'Lihat toko dan barang lain'],
  story: ['Cerita ini sudah tidak ditampilkan', 'Lihat toko dan barang lain'],
} as const;

export const GonePage = ({ city, what, category }: Extract<PublicPage, { kind: 'gone' }>) => (
  <>
    <MarketTop city={city} wanted={{}} heading="p" />
    <Main>
      <h1>{goneWords[what][0]}</h1>
      <p>
        {goneWords[what][1]} di {city.name}.
      </p>
      <a class="button" href={category ? categoryAddress(city, category) : cityAddress(city)}>
        {category ? `Lihat ${categories[category]} lain` : `Ke pasar ${city.name}`}
      </a>
    </Main>
  </>
);

export const MovedPage = ({ city, name, to }: Extract<PublicPage, { kind: 'moved' }>) => (
  <>
    <MarketTop city={city} wanted={{}} heading="p" />
    <Main>
      <h1>Alamat toko ini berganti</h1>
      <p>
        Sekarang <a href={to}>{name}</a>.
      </p>
    </Main>
  </>
);
