import type { Output } from '../../../shared/contract.ts';
import { count, dateTime, rupiah } from '../../../shared/domain/basics/wording.ts';
import { soldBy } from '../../../shared/domain/ranking/ledger/unvisited-sales.ts';
import type { Call } from '../../entry/client.ts';
import { marketNow } from '../../entry/market-time.ts';
import { More } from '../../kit/desk/data-table.tsx';
import { OutcomeForm } from '../../kit/desk/outcome-form.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Waits } from '../../kit/desk/waits.tsx';
import { Notice } from '../../kit/page.tsx';
import type { City } from '../../kit/places.ts';
import { ifUnchanged } from '../../kit/settings.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';

type Found = Output<'GET /cities/{city}/appeals'>;
type Appeal = Found['items'][number];
type State = Appeal['state'];
const PAGE = 20;
const outcomes = { explained: 'Urutannya sudah benar', corrected: 'Ada yang diperbaiki' } as const;

const to = (city: City, state: State, lanjut?: string): string =>
  dasborAddress(
    'keberatan',
    { level: 'city', code: city.cityCode },
    { lihat: state === 'open' ? undefined : 'dijawab', lanjut },
  );

const load = (call: Call, city: string, state: State, cursor: string | undefined): Promise<Found> => {
  const read = (from: string | undefined) =>
    call('GET /cities/{city}/appeals', { params: { city }, query: { state, limit: PAGE, cursor: from } });
  return pageFrom(cursor, read);
};

/** What a colleague answered, where it is among the answers first listed. */
const answerOf = async (call: Call, { cityCode, appealId }: Appeal) => {
  const { items } = await load(call, cityCode, 'answered', undefined);
  const answer = items.find((one) => one.appealId === appealId)?.answer;
  return answer ? { outcome: answer.outcome, words: answer.text } : undefined;
};

/** The outcome and its words: the shop reads them. */
const AnswerForm = ({ appeal, call, again }: { appeal: Appeal; call: Call; again: () => void }) => (
  <OutcomeForm
    id={appeal.appealId}
    title="Jawab keberatan"
    outcomes={outcomes}
    words={{ label: 'Jawaban Anda', help: 'Terbaca pemilik usaha.', at: '/text' }}
    send="Kirim jawaban"
    onSend={async (outcome, text) => {
      await call('POST /appeals/{appealId}/answer', {
        params: { appealId: appeal.appealId },
        body: { outcome, text },
        headers: ifUnchanged(appeal.version),
      });
      again();
    }}
    elsewhere={{ read: () => answerOf(call, appeal), again }}
  />
);

/** The numbers it was about, as they were when it was made. */
const Numbers = ({ appeal }: { appeal: Appeal }) => (
  <dl class="facts">
    <div>
      <dt>Penjualan yang dihitung aturan</dt>
      <dd>{appeal.recentSalesRupiah === null ? 'belum dihitung' : rupiah(soldBy(appeal.recentSalesRupiah))}</dd>
    </div>
    <div>
      <dt>Sudah ditampilkan</dt>
      <dd>{count(appeal.exposure)} kali</dd>
    </div>
  </dl>
);

const AppealCard = ({ appeal, asked, now }: { appeal: Appeal; asked: AskedCity; now: string }) => {
  const { call, again, kinds, place } = asked;
  const { zone } = place.city;
  return (
    <article class="asked" aria-labelledby={appeal.appealId}>
      <h2 id={appeal.appealId}>
        <bdi>{appeal.merchantName}</bdi>
      </h2>
      <p>
        <bdi>{appeal.text}</bdi>
      </p>
      <Numbers appeal={appeal} />
      {appeal.answer ? (
        <p>
          <b>{outcomes[appeal.answer.outcome]}.</b> <bdi>{appeal.answer.text}</bdi>{' '}
          <small>
            <time dateTime={appeal.answer.at}>{dateTime(appeal.answer.at, zone)}</time>
          </small>
        </p>
      ) : (
        <>
          <p class="small quiet">
            <Waits since={appeal.at} now={now} zone={zone} />
          </p>
          {kinds.includes('city-admin') && <AnswerForm appeal={appeal} call={call} again={again} />}
        </>
      )}
    </article>
  );
};

/** Objections of shops to their rank, each with its numbers beside it. */
export const openAppeals = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query } = asked;
  const { city, code } = place;
  const state: State = query['lihat'] === 'dijawab' ? 'answered' : 'open';
  const cursor = query['lanjut'];
  const { items, next } = await load(call, code, state, cursor);
  const now = marketNow();
  const page = (
    <section>
      <h1>Keberatan atas urutan</h1>
      <ViewTabs
        label="Keberatan"
        at={to(city, state)}
        views={[
          { name: 'Menunggu jawaban', to: to(city, 'open') },
          { name: 'Sudah dijawab', to: to(city, 'answered') },
        ]}
      />
      {items.length === 0 ? (
        <Notice
          title={state === 'open' ? 'Tidak ada yang menunggu jawaban' : 'Belum ada yang dijawab'}
          text="Keberatan muncul di sini saat sebuah usaha mengajukannya."
        />
      ) : (
        <>
          {items.map((appeal) => (
            <AppealCard key={appeal.appealId} appeal={appeal} asked={asked} now={now} />
          ))}
          <More of="keberatan" next={next ? to(city, state, next) : undefined} first={cursor && to(city, state)} />
        </>
      )}
    </section>
  );
  return { title: 'Keberatan atas urutan', page };
};
