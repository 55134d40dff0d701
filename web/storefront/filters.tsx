import type { Category } from '../../shared/domain/basics/category.ts';
import { categories } from '../../shared/domain/basics/category-labels.ts';
import { shortNames } from '../kit/categories.ts';
import type { City } from '../kit/places.ts';
import { addressOf, type Wanted } from './wanted.ts';

/** Browsers leave a half-hidden link half hidden when it takes focus, and the chosen one may be out of sight. */
const bring = (link: Element | null): void => link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });

const current = (yes: boolean) => (yes ? 'page' : undefined);

/** Filters are links: they work with one tap, and the address says what is shown. Each keeps the others. */
export const Filters = ({ city, wanted: { category, district, text } }: { city: City; wanted: Wanted }) => {
  const place = { city, text };
  return (
    <>
      <nav class="chips" aria-label="Kategori" onFocusIn={({ target }) => bring(target as Element)}>
        <a href={addressOf({ ...place, district })} aria-current={current(category === undefined)}>
          Semua
        </a>
        {(Object.keys(categories) as Category[]).map((code) => (
          <a
            key={code}
            href={addressOf({ ...place, district, category: code })}
            aria-current={current(category === code)}
            ref={category === code ? bring : null}
          >
            {shortNames[code]}
          </a>
        ))}
      </nav>
      <details>
        <summary>
          <span>Kecamatan: {city.districts.find(({ code }) => code === district)?.name ?? 'semua'}</span>
        </summary>
        <nav aria-label="Kecamatan">
          <ul class="places">
            <li>
              <a href={addressOf({ ...place, category })} aria-current={current(district === undefined)}>
                Semua kecamatan
              </a>
            </li>
            {city.districts.map(({ code, name }) => (
              <li key={code}>
                <a href={addressOf({ ...place, category, district: code })} aria-current={current(district === code)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </details>
    </>
  );
};
