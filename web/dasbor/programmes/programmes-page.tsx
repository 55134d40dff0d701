import type { Output } from '../../../shared/contract.ts';
import { count, day } from '../../../shared/domain/basics/wording.ts';
import { Refusal } from '../../entry/client.ts';
import { marketNow } from '../../entry/market-time.ts';
import { localTime } from '../../kit/days.ts';
import { DataTable, More } from '../../kit/desk/data-table.tsx';
import { Notice } from '../../kit/page.tsx';
import { today } from '../../kit/today.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { AnnounceSeries } from './announce-form.tsx';
import { kindNames, loadMentors } from './mentors.ts';

const SLUG = 'program';
type Card = Output<'GET /cities/{city}/series'>['items'][number];

const standing = ({ lot, enrolUntil, endsAt, cityCode }: Card): string => {
  if (endsAt < marketNow()) return 'Selesai';
  if (lot) return 'Kursi sudah dibagi';
  return enrolUntil < today(cityCode) ? 'Siap diundi' : `Pendaftaran sampai ${day(enrolUntil)}`;
};

/** A mentor finds what they lead; whoever reads for the city everything. */
const loadSeries = ({ call, place, kinds, query }: AskedCity) => {
  const read = (cursor: string | undefined) =>
    kinds.includes('mentor')
      ? call('GET /me/series', { query: { limit: 50, cursor } })
      : call('GET /cities/{city}/series', { params: { city: place.code }, query: { limit: 50, cursor } });
  return read(query['lanjut']).catch((error) => {
    if (!(error instanceof Refusal) || error.code !== 'malformed_cursor') throw error;
    return read(undefined);
  });
};

/** What a city does besides selling: its training and mentoring; or one of them. */
export const openProgrammes = async (asked: AskedCity): Promise<Opened> => {
  if (asked.rest !== '') {
    const { openSeries } = await import('./series-page.tsx');
    return openSeries(asked);
  }
  const { place, query, kinds } = asked;
  const acts = kinds.includes('city-admin');
  const [{ items, next }, mentors] = await Promise.all([loadSeries(asked), acts ? loadMentors(asked) : []]);
  const page = (
    <section aria-labelledby="program-kota">
      <h1 id="program-kota">Program</h1>
      <p class="quiet">
        Pelatihan dan pendampingan. Kursi dibagi menurut kebutuhan, dan di antara kebutuhan yang sama diundi, supaya
        hasilnya dapat dibandingkan dengan adil.
      </p>
      {items.length === 0 ? (
        <Notice title="Belum ada program" text="Program yang diumumkan tampil di sini dan di Toko saya setiap usaha." />
      ) : (
        <DataTable
          caption="Yang terbaru lebih dulu."
          columns={[
            {
              name: 'Program',
              show: ({ seriesId, title }) => (
                <a href={dasborAddress(`${SLUG}/${seriesId}`, place)}>
                  <bdi>{title}</bdi>
                </a>
              ),
            },
            { name: 'Jenis', show: ({ kind }) => kindNames[kind] },
            { name: 'Pertemuan pertama', show: ({ startsAt }) => localTime(startsAt) },
            { name: 'Kursi', number: true, show: ({ seats }) => count(seats) },
            { name: 'Pendamping', show: ({ mentorName }) => <bdi>{mentorName}</bdi> },
            { name: 'Keadaan', show: standing },
          ]}
          rows={items}
          keyOf={({ seriesId }) => seriesId}
        />
      )}
      {(items.length > 0 || query['lanjut']) && (
        <More
          of="program"
          next={next ? dasborAddress(SLUG, place, { lanjut: next }) : undefined}
          first={query['lanjut'] && dasborAddress(SLUG, place)}
        />
      )}
      {acts && <AnnounceSeries asked={asked} mentors={mentors} />}
    </section>
  );
  return { title: 'Program', page };
};
