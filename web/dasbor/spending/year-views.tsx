import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity } from '../opened.ts';
import { yearsOfCity } from '../since-founding.ts';
import { type CitySpending, howCounted, ruleSource } from './words.ts';

/** The year an address asks for; this one, where it asks for none. */
export const yearOf = ({ tahun }: Partial<Record<string, string>>, today: string): string =>
  tahun !== undefined && /^20\d{2}$/.test(tahun) ? tahun : today.slice(0, 4);

export const HowCounted = ({ rule }: Pick<CitySpending, 'rule'>) => (
  <details>
    <summary>Cara menghitung</summary>
    <ul>
      {howCounted.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {rule && <li>{ruleSource(rule)}</li>}
    </ul>
  </details>
);

/** A year to look at: this one, and the two before it, as far as the city was there. */
export const Years = ({
  slug,
  place,
  year,
  today,
}: {
  slug: string;
  place: AskedCity['place'];
  year: string;
  today: string;
}) => {
  const years = yearsOfCity(place.city, today.slice(0, 4), 3);
  const to = (one: string) => dasborAddress(slug, place, { tahun: one });
  return <ViewTabs label="Tahun anggaran" at={to(year)} views={years.map((one) => ({ name: one, to: to(one) }))} />;
};
