import { count, monthName } from '../../../shared/domain/basics/wording.ts';
import { everyIndicator } from '../../../shared/domain/equity/definitions/definition.ts';
import { offeringSentence } from '../../../shared/domain/equity/snapshot/sentences.ts';
import { cityAddress, methodAddress } from '../../../shared/domain/pages/address.ts';
import { CategoryFigure, ConcentrationFigure, DistrictFigure } from '../../kit/equity/figures.tsx';
import { measuresOf } from '../../kit/equity/words.ts';
import { Main } from '../../kit/page.tsx';
import type { City } from '../../kit/places.ts';
import { MarketTop } from '../market-top.tsx';
import type { PublicPage } from './page.ts';

/** The month's equity page: the finding first, four measures in one order, where the unsold are, how sales are spread. */
export const EquityPage = ({ city, snapshot }: Extract<PublicPage, { kind: 'equity' }>) => (
  <>
    <MarketTop city={city} wanted={{}} heading="p" />
    <Main>
      <h1>
        Pemerataan penjualan {city.name}, {monthName(snapshot.month)}
      </h1>
      <p>
        {snapshot.sentence} {offeringSentence(snapshot.total)}
      </p>
      <ul class="measures">
        {measuresOf(snapshot.total).map(({ name, value, sentence }) => (
          <li key={name}>
            <h2>{name}</h2>
            <p class="value">{value}</p>
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
      <DistrictFigure snapshot={snapshot} city={city} everybody={undefined} />
      <CategoryFigure snapshot={snapshot} city={city} />
      <ConcentrationFigure snapshot={snapshot} city={city} />
      <p>
        <a href={methodAddress(city)}>Cara menghitung</a> ·{' '}
        <a href={`/dasbor/rekap?kota=${city.cityCode}&bulan=${snapshot.month}`}>Dasbor Kota</a> ·{' '}
        <a href={`/api/cities/${city.cityCode}/snapshots/${snapshot.month}`}>Data (JSON)</a> ·{' '}
        <a href={cityAddress(city)}>Ke pasar {city.name}</a>
      </p>
      <p class="small quiet">{count(snapshot.total.merchants)} usaha dihitung, termasuk yang belum menjual.</p>
    </Main>
  </>
);

/** How every figure is made: the definitions that the code counts by, and the reports and the API say. */
export const MethodPage = ({ city }: { city: City }) => (
  <>
    <MarketTop city={city} wanted={{}} heading="p" />
    <Main>
      <h1>Cara menghitung</h1>
      <p>
        Setiap angka dihitung otomatis dari pesanan yang sudah diterima pembeli di {city.name}, setelah bulannya
        berakhir, dan bisa dihitung ulang oleh siapa pun dari data terbuka.
      </p>
      <h2>Urutan barang</h2>
      <p>
        Barang diurutkan dari usaha yang paling sedikit menerima pesanan, di antara yang harganya wajar dan mutunya
        memenuhi. Harga wajar dibandingkan dengan barang sejenis. Yang sama diundi dengan kunci yang diumumkan keesokan
        harinya.
      </p>
      <h2>Ukuran pemerataan</h2>
      {everyIndicator.map(({ id, name, sentence, formula, inclusion }) => (
        <section key={id}>
          <h3>{name}</h3>
          <p>{sentence}</p>
          <p class="small quiet">
            Rumus: {formula}. {inclusion}
          </p>
        </section>
      ))}
    </Main>
  </>
);
