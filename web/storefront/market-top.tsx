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
      compact
      title={
        <Heading class="brand">
          <a href={cityAddress(city)}>
            {city.logo && <img class="crest" src={logoFile(city.logo, 'page')} alt="" width="32" height="32" />}
            <span>
              <span class="of">Pasar UMKM </span>
              {city.name}
            </span>
          </a>
        </Heading>
      }
      aside={
        <a class="link change" href={ALL_CITIES}>
          <span>Ganti kota</span>
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
            <span>Cari</span>
            <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
              <path
                d="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm5 11.5L21 21"
                fill="none"
                stroke="currentColor"
                stroke-width="2"
              />
            </svg>
          </button>
        </form>
      </search>
    </Top>
  );
};
