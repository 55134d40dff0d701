import type { Category } from '../../../shared/domain/basics/category.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { count, rupiah, weekdays } from '../../../shared/domain/basics/wording.ts';
import { unitPrice } from '../../../shared/domain/catalogue/unit-price.ts';
import {
  categoryAddress,
  districtAddress,
  equityAddress,
  methodAddress,
  productAddress,
  seldomSeenAddress,
} from '../../../shared/domain/pages/address.ts';
import { shortNames } from '../../kit/categories.ts';
import { Main, Notice } from '../../kit/page.tsx';
import { type City, districtName } from '../../kit/places.ts';
import { QuickAdd } from '../cart/add-to-cart.tsx';
import { MarketTop } from '../market-top.tsx';
import { CategoryPicture } from '../photos/category-picture.tsx';
import { Photo } from '../photos/photo.tsx';
import { lineOf } from '../product-card.tsx';
import { addressOf } from '../wanted.ts';
import { CardList, WhyShown } from './card-list.tsx';
import { Island } from './island.tsx';
import type { PublicPage, ShownList } from './page.ts';
import { Makers } from './story-block.tsx';

const Tiles = ({ city }: { city: City }) => (
  <nav class="chips tiles" aria-label="Kategori">
    {(Object.keys(categories) as Category[]).map((code) => (
      <a key={code} href={categoryAddress(city, code)}>
        <CategoryPicture category={code} />
        {shortNames[code]}
      </a>
    ))}
  </nav>
);

/** Staples in rows, with what a kilo, a litre or an egg of each costs. */
const Staples = ({ city, list }: { city: City; list: ShownList }) => (
  <section>
    <div class="found">
      <h2>Sembako</h2>
      <a href={categoryAddress(city, 'daily-needs')}>Semua sembako</a>
    </div>
    <ul class="goods-rows" data-decision={list.decisionId} data-from={list.from} data-count={list.items.length}>
      {list.items.map((card) => (
        <li key={card.productId}>
          <Photo product={card} eager={false} at="row" />
          <div>
            <h3>
              <a class="name" href={productAddress(city, card)}>
                {card.name}
              </a>
            </h3>
            <p class="price">
              {rupiah(card.priceRupiah)} <span>{unitPrice(card) ?? `/ ${card.unit}`}</span>
            </p>
            <p class="maker">
              <bdi>{card.merchantName}</bdi> · {districtName(city, card.district)}
            </p>
          </div>
          <Island name="quick-add" needsScript props={{ city: city.cityCode, line: lineOf(card) }}>
            <QuickAdd city={city.cityCode} line={lineOf(card)} />
          </Island>
        </li>
      ))}
    </ul>
  </section>
);

const Districts = ({ city }: { city: City }) => (
  <section>
    <h2>Menurut kecamatan</h2>
    <ul class="places">
      {city.districts.map((district) => (
        <li key={district.code}>
          <a href={districtAddress(city, district)}>{district.name}</a>
        </li>
      ))}
    </ul>
  </section>
);

/** The home of a city's market: what is seldom seen first, staples by unit price, the way for offices, every kecamatan. */
export const HomePage = ({
  city,
  shops,
  list,
  staples,
  month,
  centres,
  makers,
}: Extract<PublicPage, { kind: 'home' }>) => (
  <>
    <MarketTop city={city} wanted={{}} />
    <Main>
      <Tiles city={city} />
      {list.items.length === 0 ? (
        <Notice
          title={`Belum ada barang di ${city.name}`}
          text="Usaha di kota ini sedang mendaftar. Barangnya muncul di sini setelah usahanya diverifikasi."
        >
          <a class="button" href="/jual/">
            Jual di sini
          </a>
        </Notice>
      ) : (
        <section class="first">
          <h2>Belum banyak terlihat bulan ini</h2>
          <WhyShown list={list} />
          <CardList city={city} list={list} />
          <nav class="more" aria-label="Halaman">
            <a class="tap" href={seldomSeenAddress(city)}>
              Yang belum banyak terlihat
            </a>
            {list.next && (
              <a class="button live" rel="next" href={addressOf({ city, cursor: list.next })}>
                Lihat barang berikutnya
              </a>
            )}
          </nav>
        </section>
      )}
      <section class="block sunken">
        <h2>Pesan untuk rapat</h2>
        <p>
          Untuk kantor dinas, kelurahan, dan sekolah. Isi porsi, tanggal, dan ruang; pesanan dibagi ke beberapa katering
          kecil.
        </p>
        <a class="button" href="/kantor/">
          Mulai pesan
        </a>
      </section>
      <Makers city={city} makers={makers} title="Kenali pembuatnya" why={list} />
      {staples && staples.items.length > 0 && <Staples city={city} list={staples} />}
      {city.batikDay !== undefined && (
        <p>
          <a class="tap" href={categoryAddress(city, 'batik')}>
            {weekdays[city.batikDay - 1]} hari batik: lihat batik dari {city.name}
          </a>
        </p>
      )}
      <Districts city={city} />
      {centres.length > 0 && (
        <section>
          <h2>Sentra usaha kecil</h2>
          <ul class="places">
            {centres.map(({ name, address }) => (
              <li key={address}>
                <a href={address}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="quiet more">
        {count(shops)} usaha berjualan di {city.name}.{' '}
        {month && (
          <a class="tap" href={equityAddress(city, month)}>
            Apakah penjualannya merata?
          </a>
        )}{' '}
        <a class="tap" href={methodAddress(city)}>
          Cara menghitung
        </a>
      </p>
    </Main>
  </>
);
