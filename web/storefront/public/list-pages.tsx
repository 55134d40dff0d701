import type { ComponentChildren } from 'preact';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { categoryAddress, cityAddress } from '../../../shared/domain/pages/address.ts';
import { Main, Notice } from '../../kit/page.tsx';
import type { City } from '../../kit/places.ts';
import { Categories, Districts } from '../filters.tsx';
import { MarketTop } from '../market-top.tsx';
import { addressOf, type Wanted } from '../wanted.ts';
import { CardList, WhyShown } from './card-list.tsx';
import type { PublicPage, ShownList } from './page.ts';
import { Makers } from './story-block.tsx';

const More = ({ list, next, start }: { list: ShownList; next: string | null; start: string | null }) => (
  <nav class="more" aria-label="Halaman">
    {next ? (
      <a class={next.startsWith('/cari/') ? 'button live' : 'button'} rel="next" href={next}>
        Lihat barang berikutnya
      </a>
    ) : (
      list.items.length > 0 && <p class="quiet">Anda sudah melihat semua barang di daftar ini.</p>
    )}
    {start && <a href={start}>Kembali ke awal daftar</a>}
  </nav>
);

const Empty = ({ city, name }: { city: City; name: string }) => (
  <Notice
    title="Belum ada barang di daftar ini"
    text={`Tidak ada barang untuk ${name} di ${city.name} sekarang. Lihat semua barang di kota ini.`}
  >
    <a class="button" href={cityAddress(city)}>
      Lihat semua barang
    </a>
  </Notice>
);

/** A list's page: filters, its name, why it is in this order, the goods, where it goes on, and what else belongs to its place. */
const ListPage = ({
  city,
  wanted,
  name,
  list,
  next,
  start = null,
  children,
}: {
  city: City;
  wanted: Wanted;
  name: string;
  list: ShownList;
  next: string | null;
  start?: string | null;
  children?: ComponentChildren;
}) => (
  <>
    <MarketTop city={city} wanted={wanted} heading="p" />
    <Main>
      <Categories city={city} wanted={wanted} />
      <div class="listed">
        <h1>{name}</h1>
        <Districts city={city} wanted={wanted} />
        {list.items.length > 0 && <WhyShown list={list} />}
      </div>
      {list.items.length === 0 ? (
        <Empty city={city} name={name} />
      ) : (
        <>
          <h2 class="away">Barang</h2>
          <CardList city={city} list={list} />
        </>
      )}
      <More list={list} next={next} start={start} />
      {children}
    </Main>
  </>
);

export const CategoryPage = ({ city, category, part, list }: Extract<PublicPage, { kind: 'category' }>) => {
  const first = categoryAddress(city, category);
  const next = list.next?.startsWith('/') ? list.next : list.next && addressOf({ city, category, cursor: list.next });
  return (
    <ListPage
      city={city}
      list={list}
      next={next}
      wanted={{ category }}
      name={categories[category]}
      start={part > 1 ? first : null}
    />
  );
};

export const SeldomPage = ({ city, list }: Extract<PublicPage, { kind: 'seldom' }>) => (
  <ListPage
    city={city}
    list={list}
    wanted={{}}
    name="Belum banyak terlihat bulan ini"
    next={list.next && addressOf({ city, cursor: list.next })}
  />
);

export const DistrictPage = ({ city, district, list, shops, makers }: Extract<PublicPage, { kind: 'district' }>) => (
  <ListPage
    city={city}
    list={list}
    wanted={{ district: district.code }}
    name={`Kecamatan ${district.name}`}
    next={list.next && addressOf({ city, district: district.code, cursor: list.next })}
  >
    <Makers city={city} makers={makers} title={`Pembuat di Kecamatan ${district.name}`} why={list} />
    {shops.length > 0 && (
      <section aria-labelledby="usaha">
        <h2 id="usaha">Usaha di Kecamatan {district.name}</h2>
        <ul class="places">
          {shops.map(({ merchantId, name, address }) => (
            <li key={merchantId}>
              <a href={address}>
                <bdi>{name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </section>
    )}
  </ListPage>
);
