import { categories } from '../../shared/domain/basics/category-labels.ts';
import { BottomBar } from '../kit/bottom-bar.tsx';
import { Main, Notice } from '../kit/page.tsx';
import { type City, districtName } from '../kit/places.ts';
import { Categories, Districts } from './filters.tsx';
import type { List } from './load.ts';
import { MarketTop } from './market-top.tsx';
import { ProductCard } from './product-card.tsx';
import { ALL_CITIES, addressOf, type Wanted } from './wanted.ts';

/** The list in words: `“nasi” · Konsumsi rapat · Kecamatan Klojen`. */
export const listName = (city: City, { text, category, district }: Wanted): string =>
  [text && `“${text}”`, category && categories[category], district && `Kecamatan ${districtName(city, district)}`]
    .filter(Boolean)
    .join(' · ') || 'Semua barang';

const Empty = ({ city, wanted, narrowed }: { city: City; wanted: Wanted; narrowed: boolean }) =>
  wanted.cursor ? (
    <Notice title="Anda sudah sampai di akhir daftar" text="Tidak ada barang lagi sesudah halaman sebelumnya.">
      <a class="button" href={addressOf({ ...wanted, city, cursor: undefined })}>
        Kembali ke awal daftar
      </a>
    </Notice>
  ) : narrowed ? (
    <Notice
      title="Belum ada barang yang cocok"
      text={`Tidak ada barang untuk ${listName(city, wanted)} di ${city.name}. Coba kata yang lebih pendek, atau lihat semua barang.`}
    >
      <a class="button" href={addressOf({ city })}>
        Lihat semua barang
      </a>
    </Notice>
  ) : (
    <Notice
      title={`Belum ada barang di ${city.name}`}
      text="Usaha di kota ini sedang mendaftar. Barangnya muncul di sini setelah usahanya diverifikasi."
    >
      <a class="button" href={ALL_CITIES}>
        Lihat kota lain
      </a>
    </Notice>
  );

/** Shops that are called so, and what was taken for the words where they were met otherwise. */
const Meant = ({ wanted, list }: { wanted: Wanted; list: List }) => {
  const others = (list.understood ?? '').split(' ').flatMap((part) => part.split('|').slice(1));
  return (
    <>
      {others.length > 0 && list.items.length > 0 && (
        <p class="small quiet">
          Termasuk yang ditulis {others.slice(0, 4).join(', ')}. Yang paling dekat dengan “{wanted.text}” lebih dulu.
        </p>
      )}
      {list.shops && list.shops.length > 0 && (
        <section aria-labelledby="toko">
          <h2 id="toko">Toko</h2>
          <ul class="places">
            {list.shops.map(({ merchantId, name, address }) => (
              <li key={merchantId}>
                <a href={address}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

type PageProps = { city: City; wanted: Wanted; list: List };
/** What a city sells: search, filters, two cards a row on a phone, the next page by link. */
export const ProductsPage = ({ city, wanted, list }: PageProps) => {
  const narrowed = Boolean(wanted.text || wanted.category || wanted.district);
  const { items, next } = list;
  const bare = items.length === 0 && !narrowed && !wanted.cursor;
  return (
    <>
      <MarketTop city={city} wanted={wanted} />
      <Main>
        {!bare && <Categories city={city} wanted={wanted} />}
        {!bare && (
          <div class="listed">
            <h2 class={narrowed ? undefined : 'away'}>{listName(city, wanted)}</h2>
            <Districts city={city} wanted={wanted} />
            {narrowed && (
              <a class="tap" href={addressOf({ city })}>
                Hapus filter
              </a>
            )}
          </div>
        )}
        <Meant wanted={wanted} list={list} />
        {items.length === 0 ? (
          <Empty city={city} wanted={wanted} narrowed={narrowed} />
        ) : (
          <>
            <ul class="cards">
              {items.map((card, at) => (
                <ProductCard key={card.productId} city={city} card={card} eager={at < 4} />
              ))}
            </ul>
            <nav class="more" aria-label="Halaman">
              {next ? (
                <a class="button" rel="next" href={addressOf({ ...wanted, city, cursor: next })}>
                  Lihat barang berikutnya
                </a>
              ) : (
                <p class="quiet">Anda sudah melihat semua barang di daftar ini.</p>
              )}
              {wanted.cursor && <a href={addressOf({ ...wanted, city, cursor: undefined })}>Kembali ke awal daftar</a>}
            </nav>
          </>
        )}
      </Main>
      <BottomBar at="beranda" />
    </>
  );
};
