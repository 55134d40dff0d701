import { count, day, rupiah } from '../../../shared/domain/basics/wording.ts';
import { hoursWords, scheduleWords } from '../../../shared/domain/centres/schedule-words.ts';
import { CentreSales } from '../../kit/centres/centre-sales.tsx';
import { Main } from '../../kit/page.tsx';
import { districtName } from '../../kit/places.ts';
import { MarketTop } from '../market-top.tsx';
import type { CentreDay, PublicPage } from './page.ts';

type Page = Extract<PublicPage, { kind: 'centre' }>;

/** What holds of it now, where it is not simply open. */
const statusWords: Readonly<Record<Page['centre']['status'], string | undefined>> = {
  active: undefined,
  inactive: 'Sentra ini sedang tidak dipakai.',
  defunct: 'Sentra ini sudah tidak ada.',
  'temporarily closed': 'Sentra ini tutup sementara.',
};
const stateWords: Readonly<Record<CentreDay['state'], string>> = {
  asking: 'Usaha masih bisa meminta lapak',
  'to-draw': 'Lapak sedang dibagi',
  drawn: 'Lapak sudah dibagi',
  cancelled: 'Dibatalkan',
};

const Day = ({ one }: { one: CentreDay }) => (
  <li class="block">
    <h3>{one.name}</h3>
    <p>
      {day(one.day)}, {hoursWords(one)}
    </p>
    <p class="small quiet">
      {count(one.stalls)} lapak. {stateWords[one.state]}
      {one.state === 'asking' && ` sampai ${day(one.applyUntil)}`}.
    </p>
    {one.sellers.length > 0 && one.state === 'drawn' && (
      <details>
        <summary>{count(one.sellers.length)} usaha berjualan</summary>
        <ol>
          {one.sellers.map(({ merchantName, stall }) => (
            <li key={stall} value={stall}>
              <bdi>{merchantName}</bdi>
            </li>
          ))}
        </ol>
      </details>
    )}
  </li>
);

/** A centre as everybody sees it: where, when, what a stall costs, who sells there next, and whether orders can be picked up. */
export const CentrePage = ({ city, centre, days, sold }: Page) => {
  const closed = statusWords[centre.status];
  return (
    <>
      <MarketTop city={city} wanted={{}} />
      <Main>
        <h1>{centre.name}</h1>
        {closed && (
          <p class="say waiting" role="note">
            {closed}
          </p>
        )}
        <p>{centre.description}</p>
        <section class="block">
          <p>
            <b>Tempat</b> {centre.address}, {districtName(city, centre.district)}
          </p>
          <p>
            <b>Buka</b> {scheduleWords(centre.schedules)}
          </p>
          <p>
            <b>Lapak</b> {count(centre.stalls)},{' '}
            {centre.rentRupiah > 0 ? `sewa ${rupiah(centre.rentRupiah)} sehari` : 'tanpa sewa'}
          </p>
          {centre.pickUp && <p>Pesanan dari beberapa toko bisa diambil di sini. Pilih sentra ini di keranjang.</p>}
        </section>
        {days.length > 0 && (
          <section>
            <h2>Hari pasar</h2>
            <ul class="plain">
              {days.map((one) => (
                <Day key={one.day} one={one} />
              ))}
            </ul>
            <p>
              <a class="tap" href={`/api/cities/${city.cityCode}/centres/${centre.slug}/calendar`}>
                Simpan ke kalender HP
              </a>
            </p>
            <p class="small quiet">
              Lapak dibagi dengan Urut Merata: yang paling jarang mendapat lapak lebih dulu. Pemilik toko meminta lapak
              di Toko saya.
            </p>
          </section>
        )}
        {(centre.pickUp || sold.owners !== 0) && (
          <section>
            <h2>Yang terjual lewat sentra ini</h2>
            <CentreSales month={sold.month} sales={sold} />
          </section>
        )}
        {centre.rules.length > 0 && (
          <section>
            <h2>Aturan di sentra ini</h2>
            <ul>
              {centre.rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </section>
        )}
      </Main>
    </>
  );
};
