import { cityAddress, searchIndexAddress } from '../../shared/domain/pages/address.ts';
import { logoFile } from '../../shared/domain/photos/sizes.ts';
import { Top } from '../kit/page.tsx';
import type { City } from '../kit/places.ts';
import { ALL_CITIES, LIST_BY_SCRIPT, type Wanted } from './wanted.ts';

/** The market's name, the way to another city, and the search, which keeps the filters it is given. */
export const MarketTop = ({ city, wanted, heading = 'h1' }: { city: City; wanted: Wanted; heading?: 'h1' | 'p' }) => {
  const Heading = heading;
  return (
    <Top
      title={
        <Heading class="brand">
          <a href={cityAddress(city)}>
            {city.logo && <img class="crest" src={logoFile(city.logo, 'page')} alt="" width="32" height="32" />}
            Pasar UMKM {city.name}
          </a>
        </Heading>
      }
      aside={
        <a class="link" href={ALL_CITIES}>
          Ganti kota
        </a>
      }
    >
      <search>
        <form class="search live" action={LIST_BY_SCRIPT} data-city={city.name} data-index={searchIndexAddress(city)}>
          <input type="hidden" name="kota" value={city.cityCode} />
          {wanted.category && <input type="hidden" name="kategori" value={wanted.category} />}
          {wanted.district && <input type="hidden" name="kecamatan" value={wanted.district} />}
          <input
            class="control"
            type="search"
            name="cari"
            aria-label="Cari barang"
            placeholder="Cari nasi kotak, batik"
            minLength={2}
            maxLength={60}
            autoComplete="off"
            value={wanted.text ?? ''}
          />
          <button class="button" type="submit">
            Cari
          </button>
        </form>
      </search>
    </Top>
  );
};
