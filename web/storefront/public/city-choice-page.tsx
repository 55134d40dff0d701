import { count } from '../../../shared/domain/basics/wording.ts';
import { cityAddress } from '../../../shared/domain/pages/address.ts';
import { Main, Notice, Top } from '../../kit/page.tsx';
import { provincesOf } from '../cities-page.tsx';
import type { CityCount } from './page.ts';

const steps = [
  ['Pilih', 'Cari barang dari usaha kecil di kota Anda. Tidak perlu masuk, tidak ada aplikasi yang dipasang.'],
  ['Pesan', 'Tulis alamat dan hari. Penjual menerima, menyiapkan, lalu mengantar atau Anda ambil sendiri.'],
  ['Bayar ke penjual', 'Di tempat, lewat QRIS, atau transfer. Uangnya langsung ke penjual, tanpa potongan.'],
] as const;

const CityChoice = ({ cities }: { cities: readonly CityCount[] }) =>
  cities.length === 0 ? (
    <Notice title="Belum ada kota di pasar ini" text="Begitu sebuah kota membuka pasarnya, namanya muncul di sini." />
  ) : (
    provincesOf(cities).map((province) => (
      <section key={province.name} class="province">
        <h3>{province.name}</h3>
        <ul class="places">
          {province.cities.map((city) => (
            <li key={city.cityCode} data-town={city.cityCode}>
              <a href={cityAddress(city)}>
                {city.name}
                {city.shops !== undefined && ` · ${count(city.shops)} usaha`}
              </a>
            </li>
          ))}
        </ul>
      </section>
    ))
  );

/** The front door: what this is, which cities take part, how it goes. */
export const FrontPage = ({ cities }: { cities: readonly CityCount[] }) => (
  <>
    <Top title={<p class="brand">Pasar Rata</p>} />
    <Main>
      <h1>Belanja dari usaha kecil di kota Anda</h1>
      <p>Pasar resmi pemerintah kota. Uang langsung ke penjual, tanpa potongan.</p>
      <p id="kota-anda" hidden />
      <h2>Pilih kota Anda</h2>
      <CityChoice cities={cities} />
      <h2>Cara belanja</h2>
      <ol class="steps-list">
        {steps.map(([name, text]) => (
          <li key={name}>
            <strong>{name}.</strong> {text}
          </li>
        ))}
      </ol>
      <p>
        <a class="button" href="/jual/">
          Jual di sini
        </a>
      </p>
    </Main>
  </>
);

export const MissingPage = ({ cities }: { cities: readonly CityCount[] }) => (
  <>
    <Top
      title={
        <p class="brand">
          <a href="/">Pasar Rata</a>
        </p>
      }
    />
    <Main>
      <h1>Halaman ini tidak ada</h1>
      <p>Mungkin alamatnya salah ketik, atau barangnya sudah tidak dijual. Pilih kota untuk melihat barang yang ada.</p>
      <h2>Pilih kota</h2>
      <CityChoice cities={cities} />
    </Main>
  </>
);
