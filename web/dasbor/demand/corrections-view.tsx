import { dateTime } from '../../../shared/domain/basics/wording.ts';
import { demandName } from '../../kit/demand/demand.ts';
import { DataTable, More } from '../../kit/desk/data-table.tsx';
import { Notice } from '../../kit/page.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';
import { Who } from '../people/who.tsx';
import { addressOf, SLUG, wantedOf } from './wanted.ts';

/** What `lihat` says to see this instead of the calendar. */
export const CORRECTIONS = 'perbaikan';

export const correctionsAddress = (place: AskedCity['place'], year: string, lanjut?: string): string =>
  dasborAddress(SLUG, place, { tahun: year, lihat: CORRECTIONS, lanjut });

/** What officers said of lines that were recognised wrongly or not at all: all like them follow it, in every plan to come. */
export const openCorrections = async (asked: AskedCity, now: string): Promise<Opened> => {
  const { call, place, query } = asked;
  const { year, cursor } = wantedOf(query, now);
  const { items, next, people } = await pageFrom(cursor, (from) =>
    call('GET /cities/{city}/demand-corrections', { params: { city: place.code }, query: { limit: 25, cursor: from } }),
  );
  const page = (
    <section aria-labelledby="perbaikan">
      <h1 id="perbaikan">Perbaikan kategori paket</h1>
      <p class="quiet">
        Kata petugas mengalahkan pengenal otomatis, untuk semua paket yang serupa dan rencana yang dimuat kemudian.
        Keliru? Perbaiki lagi di paketnya. <a href={addressOf(place.code, { year })}>Kembali ke kalender kebutuhan</a>
      </p>
      {items.length === 0 ? (
        <Notice
          title="Belum ada yang diperbaiki"
          text="Perbaikan pada paket di kalender kebutuhan tampil di sini, dengan siapa yang membuatnya."
        />
      ) : (
        <>
          <DataTable
            caption="Terbaru dulu. Hanya untuk petugas kota."
            columns={[
              { name: 'Paket', show: ({ example }) => <bdi>{example}</bdi> },
              {
                name: 'Kategori',
                show: ({ category }) => (
                  <a href={addressOf(place.code, { year, category: category ?? 'none' })}>{demandName(category)}</a>
                ),
              },
              { name: 'Oleh', show: ({ by }) => <Who reader={asked} person={by} people={people} /> },
              { name: 'Sejak', show: ({ at }) => dateTime(at, place.city.zone) },
            ]}
            rows={items}
            keyOf={({ likeness }) => likeness}
          />
          <More
            of="perbaikan"
            next={next ? correctionsAddress(place, year, next) : undefined}
            first={cursor ? correctionsAddress(place, year) : undefined}
          />
        </>
      )}
    </section>
  );
  return { title: 'Perbaikan kategori paket', page };
};
