import type { Category } from '../../shared/domain/basics/category.ts';
import { categories } from '../../shared/domain/basics/category-labels.ts';
import { shortNames } from '../kit/categories.ts';
import type { City } from '../kit/places.ts';
import { addressOf, type Wanted } from './wanted.ts';

/** Browsers leave a half-hidden link half hidden when it takes focus, and the chosen one may be out of sight. */
const bring = (link: Element | null): void => link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

const current = (yes: boolean) => (yes ? 'page' : undefined);

type Place = { city: City; wanted: Wanted };

/** Filters are links: they work with one tap, and the address says what is shown. Each keeps the others. */
export const Categories = ({ city, wanted: { category, district, text } }: Place) => (
  <nav class="chips" aria-label="Kategori" onFocusIn={({ target }) => bring(target as Element)}>
    <a href={addressOf({ city, text, district })} aria-current={current(category === undefined)}>
      Semua
    </a>
    {(Object.keys(categories) as Category[]).map((code) => (
      <a
        key={code}
        href={addressOf({ city, text, district, category: code })}
        aria-current={current(category === code)}
        ref={category === code ? bring : null}
      >
        {shortNames[code]}
      </a>
    ))}
  </nav>
);

export const Districts = ({ city, wanted: { category, district, text } }: Place) => (
  <details>
    <summary>
      <span>{city.districts.find(({ code }) => code === district)?.name ?? 'Semua kecamatan'}</span>
    </summary>
    <nav aria-label="Kecamatan">
      <ul class="places">
        <li>
          <a href={addressOf({ city, text, category })} aria-current={current(district === undefined)}>
            Semua kecamatan
          </a>
        </li>
        {city.districts.map(({ code, name }) => (
          <li key={code}>
            <a href={addressOf({ city, text, category, district: code })} aria-current={current(district === code)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </details>
);
