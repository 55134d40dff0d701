import { count, lastDay, monthName, rupiah } from '../../shared/domain/basics/wording.ts';
import { offeringSentence } from '../../shared/domain/equity/snapshot/sentences.ts';
import type { Session } from '../entry/session.ts';
import { Main, Notice, Top } from '../kit/page.tsx';
import { CategoryFigure, ConcentrationFigure, DistrictFigure } from './figures.tsx';
import { LeastSold } from './least-sold.tsx';
import type { Loaded } from './load.ts';
import { Measures } from './measures.tsx';
import { LIST, type Wanted } from './wanted.ts';

export type Person = { session: Session | undefined; onSignIn: () => void; onSignOut: () => void };

export const ConsoleTop = ({ name, session, onSignIn, onSignOut }: Person & { name: string }) => (
  <Top
    title={
      <p class="brand">
        <a href="/console/">Dasbor Kota</a> · {name}
      </p>
    }
    aside={
      session ? (
        <p class="who">
          {session.name}{' '}
          <button class="link" type="button" onClick={onSignOut}>
            Keluar
          </button>
        </p>
      ) : (
        <button class="line" type="button" onClick={onSignIn}>
          Masuk
        </button>
      )
    }
  />
);

const Chooser = ({
  cities,
  city,
  months,
  month,
}: Pick<Loaded, 'cities' | 'city' | 'months'> & { month: string | undefined }) => (
  <form class="choose" action="/console/" aria-label="Pilih kota dan bulan">
    <label class="field">
      Kota atau kabupaten
      <select class="control" name="kota">
        {cities.map(({ cityCode, name }) => (
          <option key={cityCode} value={cityCode} selected={cityCode === city.cityCode}>
            {name}
          </option>
        ))}
      </select>
    </label>
    {months.length > 0 && (
      <label class="field">
        Bulan
        <select class="control" name="bulan">
          {months.map((known) => (
            <option key={known} value={known} selected={known === month}>
              {monthName(known)}
            </option>
          ))}
        </select>
      </label>
    )}
    <button class="line" type="submit">
      Tampilkan
    </button>
  </form>
);

/** Names are for the city's own people: says so, and how to become one. */
const Locked = ({ city, session, onSignIn }: Pick<Loaded, 'city'> & Pick<Person, 'session' | 'onSignIn'>) => (
  <section class="figure" id={LIST} aria-labelledby="daftar">
    <h2 id="daftar">Perlu didatangi</h2>
    {session ? (
      <p>
        Anda masuk sebagai {session.name}, tetapi belum menjadi petugas {city.name}. Minta admin kota menambahkan Anda.
      </p>
    ) : (
      <>
        <p>Nama usaha yang belum menjual hanya untuk petugas {city.name}, supaya tidak ada yang dipermalukan.</p>
        <p>
          <button class="button" type="button" onClick={onSignIn}>
            Masuk sebagai petugas
          </button>
        </p>
      </>
    )}
  </section>
);

const totals = ({ whole }: NonNullable<Loaded['snapshot']>): string => {
  const { turnoverRupiah, orders } = whole;
  if (turnoverRupiah === null || orders === null) return 'Omzet tidak ditampilkan: usahanya terlalu sedikit.';
  const sold = `Omzet ${rupiah(turnoverRupiah)} dari ${count(orders)} pesanan.`;
  return whole.reportedRupiah === null || whole.reports === 0
    ? sold
    : `${sold} Di luar pasar ini, ${count(whole.reports)} usaha melaporkan ${rupiah(whole.reportedRupiah)}.`;
};

type PageProps = Person & { loaded: Loaded; wanted: Wanted; trouble: string | undefined };
/** The month of a city: one sentence, four measures, where the gap is, and whom to visit. */
export const ConsolePage = ({ loaded, wanted, trouble, ...person }: PageProps) => {
  const { city, cities, months, snapshot, list, everybody } = loaded;
  return (
    <>
      <ConsoleTop name={city.name} {...person} />
      <Main>
        {trouble && <Notice wrong title="Belum bisa masuk" text={trouble} />}
        <Chooser cities={cities} city={city} months={months} month={snapshot?.month} />
        {!snapshot ? (
          <>
            <h1 class="headline">Belum ada bulan yang ditutup di {city.name}.</h1>
            <p>
              Angka sebuah bulan dihitung otomatis pada tanggal 1 bulan berikutnya. Setelah itu hasilnya tampil di sini.
            </p>
          </>
        ) : (
          <>
            <h1 class="headline">{snapshot.sentence}</h1>
            <p class="quiet">
              {snapshot.phase === 'final' ? 'Angka akhir' : 'Angka sementara'} {city.name} sampai{' '}
              {lastDay(snapshot.month)}. {offeringSentence(snapshot.whole)} {totals(snapshot)}
            </p>
            <Measures snapshot={snapshot} city={city} />
            <div class="columns">
              {list ? (
                <>
                  <LeastSold city={city} month={snapshot.month} wanted={wanted} list={list} />
                  <div>
                    <DistrictFigure snapshot={snapshot} city={city} everybody={everybody} />
                    <CategoryFigure snapshot={snapshot} city={city} />
                    <ConcentrationFigure snapshot={snapshot} city={city} />
                  </div>
                </>
              ) : (
                <>
                  <div>
                    <DistrictFigure snapshot={snapshot} city={city} everybody={undefined} />
                    <CategoryFigure snapshot={snapshot} city={city} />
                  </div>
                  <div>
                    <ConcentrationFigure snapshot={snapshot} city={city} />
                    <Locked city={city} {...person} />
                  </div>
                </>
              )}
            </div>
          </>
        )}
      </Main>
    </>
  );
};
