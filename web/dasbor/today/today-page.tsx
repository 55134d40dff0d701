import { count } from '../../../shared/domain/basics/wording.ts';
import { Waits } from '../../kit/desk/waits.tsx';
import { Notice } from '../../kit/page.tsx';
import type { City } from '../../kit/places.ts';
import { officesOf } from '../agencies/clock.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { FirstSteps } from './first-steps.tsx';
import {
  countWords,
  headline,
  lastMonth,
  type OfficeClock,
  owing,
  type Queued,
  queueWords,
  reportsSentence,
  type Today,
} from './words.ts';

type Link = AskedCity['linkTo'];
/** What waits, by name, with the way to it where it has a page of its own. */
const Named = ({ name, to }: { readonly name: string; readonly to: string | undefined }) =>
  to ? (
    <a href={to}>
      <bdi>{name}</bdi>
    </a>
  ) : (
    <b>
      <bdi>{name}</bdi>
    </b>
  );

type QueueProps = { readonly queued: Queued; readonly now: string; readonly city: City; readonly linkTo: Link };

const Queue = ({ queued, now, city, linkTo }: QueueProps) => {
  const { title, act, slug, query, each } = queueWords[queued.queue];
  const list = linkTo(slug, query);
  return (
    <section class="queue" aria-labelledby={queued.queue}>
      <h3 id={queued.queue}>
        {title} ({countWords(queued)})
      </h3>
      <ul class="rows">
        {queued.first.map(({ id, name, since, due }) => {
          const to = each ? linkTo(`${each}/${id}`) : undefined;
          return (
            <li key={id}>
              <p>
                <Named name={name} to={to} />
              </p>
              <p class="small quiet">
                <Waits since={since} due={due} now={now} zone={city.zone} />
              </p>
            </li>
          );
        })}
      </ul>
      {list && (
        <p>
          <a class="line" href={list}>
            {act}
          </a>
        </p>
      )}
    </section>
  );
};

const MOST_OFFICES = 5;
type OwingProps = { readonly offices: readonly OfficeClock[]; readonly owingCount: number; readonly linkTo: Link };
const Owing = ({ offices, owingCount, linkTo }: OwingProps) => {
  const list = linkTo('dinas');
  return (
    <section class="queue" aria-labelledby="belum-bayar">
      <h3 id="belum-bayar">Dinas yang belum membayar ({count(owingCount)})</h3>
      <ul class="rows">
        {offices.map(({ agencyId, name, waiting, oldestDays, oldestWorkingDays }) => (
          <li key={agencyId}>
            <p>
              <Named name={name} to={linkTo(`dinas/${agencyId}`)} />
            </p>
            <p class="small quiet">
              {count(waiting)} pesanan sudah diterima; yang terlama menunggu {count(oldestDays ?? 0)} hari,{' '}
              {count(oldestWorkingDays ?? 0)} hari kerja
            </p>
          </li>
        ))}
      </ul>
      {list && (
        <p>
          <a class="line" href={list}>
            Lihat semua dinas
          </a>
        </p>
      )}
    </section>
  );
};

type Props = {
  readonly today: Today;
  /** Those that let shops wait longest, and how many do. */
  readonly clocks: Awaited<ReturnType<typeof officesOf>>;
  readonly city: City;
  readonly acts: boolean;
  readonly linkTo: Link;
};
/** The month in a sentence, then what waits: each list from its oldest end, with the way into it. */
const TodayPage = ({ today, clocks, city, acts, linkTo }: Props) => {
  const offices = owing(clocks.items);
  const begins = acts && !today.closed;
  const visits = linkTo('perlu-didatangi', { bulan: today.closed?.month });
  const nothing = today.queues.length === 0 && offices.length === 0;
  return (
    <>
      <h1 class="headline">{headline(today, city.name)}</h1>
      {[lastMonth(today), reportsSentence(today, city.zone)].map((text) => text && <p class="quiet">{text}</p>)}
      {visits && today.closed && (
        <p>
          <a class="back" href={visits}>
            Lihat siapa yang perlu didatangi
          </a>
        </p>
      )}
      {nothing && !begins && (
        <Notice
          title={acts ? 'Tidak ada yang menunggu Anda' : 'Tidak ada yang menunggu petugas kota'}
          text="Pendaftaran, keberatan, ulasan, dan pesanan yang dipersoalkan muncul di sini begitu ada."
        />
      )}
      {!nothing && (
        <>
          <h2 class="waiting">{acts ? 'Menunggu Anda' : 'Menunggu petugas kota'}</h2>
          <div class="queues">
            {today.queues.map((queued) => (
              <Queue key={queued.queue} queued={queued} now={today.at} city={city} linkTo={linkTo} />
            ))}
            {offices.length > 0 && <Owing offices={offices} owingCount={clocks.owingCount} linkTo={linkTo} />}
          </div>
        </>
      )}
      {begins && (
        <FirstSteps
          linkTo={linkTo}
          helpPhone={city.helpPhone}
          offices={clocks.officeCount}
          merchants={today.soFar.merchants}
          waiting={today.queues.some(({ queue }) => queue === 'applications')}
        />
      )}
    </>
  );
};

export const openToday = async ({ call, kinds, place, linkTo }: AskedCity): Promise<Opened> => {
  const params = { city: place.code };
  const [today, clocks] = await Promise.all([
    call('GET /cities/{city}/today', { params }),
    officesOf(call, place.code, { limit: MOST_OFFICES }),
  ]);
  const acts = kinds.includes('city-admin');
  return {
    title: 'Hari ini',
    page: <TodayPage today={today} acts={acts} linkTo={linkTo} clocks={clocks} city={place.city} />,
  };
};
