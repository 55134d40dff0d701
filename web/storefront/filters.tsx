import type { Category } from '../../shared/domain/basics/category.ts';
import { categories } from '../../shared/domain/basics/category-labels.ts';
import { shortNames } from '../kit/categories.ts';
import type { City } from '../kit/places.ts';
import { addressOf, type Wanted } from './wanted.ts';

/** Browsers leave a half-hidden link half hidden when it takes focus. */
const bring = (link: Element): void => link.scrollIntoView({ block: 'nearest', inline: 'nearest' });

const current = (yes: boolean) => (yes ? 'page' : undefined);

/** The chosen one first: a phone shows the head of the row, and a page that was written ahead moves nothing. */
const inSight = (chosen: Category | undefined): readonly Category[] => {
  const all = Object.keys(categories) as Category[];
  return chosen ? [chosen, ...all.filter((code) => code !== chosen)] : all;
};

type Place = { city: City; wanted: Wanted };

/** Filters are links: they work with one tap, and the address says what is shown. Each keeps the others. */
export const Categories = ({ city, wanted: { category, district, text } }: Place) => (
  <nav class="chips" aria-label="Kategori" onFocusIn={({ target }) => bring(target as Element)}>
    <a href={addressOf({ city, text, district })} aria-current={current(category === undefined)}>
      Semua
    </a>
    {inSight(category).map((code) => (
      <a
        key={code}
        href={addressOf({ city, text, district, category: code })}
        aria-current={current(category === code)}
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
