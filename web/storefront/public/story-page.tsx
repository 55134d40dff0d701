import { day, whatsApp } from '../../../shared/domain/basics/wording.ts';
import { cityAddress } from '../../../shared/domain/pages/address.ts';
import { Main, ShareIcon } from '../../kit/page.tsx';
import { districtName } from '../../kit/places.ts';
import { MarketTop } from '../market-top.tsx';
import { Crumbs } from './crumbs.tsx';
import { GoodsGrid } from './goods-pages.tsx';
import type { PublicPage } from './page.ts';

type Page = Extract<PublicPage, { kind: 'story' }> & { origin: string };

/** A maker, as the city's officer found them and as they agreed to be told of. */
export const StoryPage = ({ city, shop, goods, story, origin }: Page) => (
  <>
    <MarketTop city={city} wanted={{}} heading="p" />
    <Main>
      <Crumbs
        steps={[
          [city.name, cityAddress(city)],
          [shop.name, shop.address],
        ]}
      />
      <h1>
        Cerita <bdi>{shop.name}</bdi>
      </h1>
      <p class="quiet">
        {districtName(city, shop.district)} · ditulis <bdi>{story.byName}</bdi> saat berkunjung {day(story.day)}, tampil
        dengan izin pemilik
      </p>
      {story.photos.map((photo, at) => (
        <img
          key={photo}
          class="story"
          src={photo}
          alt={`Foto ${at + 1} dari kunjungan ke ${shop.name}`}
          width="480"
          height="360"
          loading={at === 0 ? 'eager' : 'lazy'}
          decoding="async"
        />
      ))}
      <p class="description">
        <bdi>{story.text}</bdi>
      </p>
      <p class="acts">
        <a
          class="line"
          href={whatsApp(`Kenalan dengan ${shop.name}, ${city.name}: ${origin}${story.address}`)}
          target="_blank"
          rel="noopener noreferrer"
        >
          <ShareIcon />
          Bagikan lewat WhatsApp
        </a>
        <a class="line" href={story.card} download>
          Unduh kartu
        </a>
      </p>
      <section>
        <h2>
          <a class="tap" href={shop.address}>
            Barang dari <bdi>{shop.name}</bdi>
          </a>
        </h2>
        {goods.length === 0 ? <p>Toko ini belum menawarkan barang.</p> : <GoodsGrid city={city} goods={goods} />}
      </section>
    </Main>
  </>
);
