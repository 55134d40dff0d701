import { cityAddress } from '../../shared/domain/pages/address.ts';
import { BottomBar } from '../kit/bottom-bar.tsx';
import { Main, Notice, Top } from '../kit/page.tsx';
import type { CityCard } from '../kit/places.ts';

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

/** Cities by province, both by name. */
export const provincesOf = <C extends CityCard>(cities: readonly C[]) => {
  const provinces = new Map<string, { name: string; cities: C[] }>();
  for (const city of cities) {
    const known = provinces.get(city.provinceCode) ?? { name: city.provinceName, cities: [] };
    known.cities.push(city);
    provinces.set(city.provinceCode, known);
  }
  return [...provinces.values()]
    .sort(byName)
    .map((province) => ({ ...province, cities: province.cities.sort(byName) }));
};

/** Where to shop: the cities of the market, by province. */
export const CitiesPage = ({ cities, unknown }: { cities: readonly CityCard[]; unknown?: boolean }) => (
  <>
    <Top title={<h1>Pasar Rata</h1>} />
    <Main>
      {cities.length === 0 ? (
        <Notice
          title="Belum ada kota di pasar ini"
          text="Begitu sebuah kota membuka pasarnya, namanya muncul di sini."
        />
      ) : (
        <>
          {unknown && <p>Kota itu belum membuka pasar. Pilih salah satu kota berikut.</p>}
          <h2>Pilih kota Anda</h2>
          {provincesOf(cities).map((province) => (
            <section key={province.name} class="province">
              <h3>{province.name}</h3>
              <ul class="places">
                {province.cities.map(({ cityCode, name }) => (
                  <li key={cityCode}>
                    <a href={cityAddress({ name })}>{name}</a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </Main>
    <BottomBar at="beranda" />
  </>
);
