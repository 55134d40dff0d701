import type { Output } from '../../../shared/contract.ts';
import { dateTime } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { More } from '../../kit/desk/data-table.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Summary } from '../../kit/form.tsx';
import { Notice } from '../../kit/page.tsx';
import type { City } from '../../kit/places.ts';
import { ifUnchanged } from '../../kit/settings.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';

type Found = Output<'GET /cities/{city}/reviews'>;
type Review = Found['items'][number];
const PAGE = 20;

const views = {
  dilaporkan: { which: 'reported', name: 'Dilaporkan', none: 'Tidak ada ulasan yang dilaporkan' },
  disembunyikan: { which: 'hidden', name: 'Disembunyikan', none: 'Tidak ada ulasan yang disembunyikan' },
  ditarik: { which: 'withdrawn', name: 'Ditarik penulisnya', none: 'Tidak ada ulasan yang ditarik' },
} as const;
type View = keyof typeof views;
const viewOf = (lihat = ''): View => (Object.hasOwn(views, lihat) ? (lihat as View) : 'dilaporkan');

const to = (city: City, lihat: View, lanjut?: string): string =>
  dasborAddress('ulasan', { level: 'city', code: city.cityCode }, { lihat, lanjut });

const load = (call: Call, city: string, view: View, cursor: string | undefined): Promise<Found> => {
  const { which } = views[view];
  const read = (from: string | undefined) =>
    call('GET /cities/{city}/reviews', { params: { city }, query: { which, limit: PAGE, cursor: from } });
  return pageFrom(cursor, read);
};

/** Hidden for a reason, or shown again for one. Stars are no reason: the words are looked at. */
const Moderate = ({ review, call, again }: { review: Review; call: Call; again: () => void }) => {
  const { run, busy, refusal } = useAct();
  const move = (state: 'shown' | 'hidden') => (reason: string) =>
    run(async () => {
      const params = { reviewId: review.reviewId };
      await call('POST /reviews/{reviewId}/moderate', {
        params,
        body: { state, reason },
        headers: ifUnchanged(review.version),
      });
      again();
    });
  const question = 'Alasan, terbaca penulis dan penjual';
  return (
    <>
      {refusal && <Summary refusal={refusal} />}
      <div class="acts">
        {review.state !== 'hidden' && (
          <ConfirmDialog name="Sembunyikan" question={question} onSend={move('hidden')} disabled={busy} />
        )}
        <ConfirmDialog
          name={review.state === 'hidden' ? 'Tampilkan lagi' : 'Biarkan tampil'}
          question={question}
          onSend={move('shown')}
          disabled={busy}
        />
      </div>
    </>
  );
};

type CardProps = { readonly review: Review; readonly asked: AskedCity };
const ReviewCard = ({ review, asked }: CardProps) => {
  const { call, again, kinds, place } = asked;
  return (
    <article class="asked" aria-labelledby={review.reviewId}>
      <h2 id={review.reviewId}>
        {review.stars} dari 5 untuk <bdi>{review.goods}</bdi>
      </h2>
      <p class="small quiet">
        <bdi>{review.author}</bdi>,{' '}
        <time dateTime={review.writtenAt}>{dateTime(review.writtenAt, place.city.zone)}</time>
      </p>
      {review.text && (
        <p>
          <bdi>{review.text}</bdi>
        </p>
      )}
      <ul>
        {review.reports.map(({ at, reason }) => (
          <li key={at + reason}>
            Laporan: <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
      {kinds.includes('city-admin') && review.state !== 'withdrawn' && (
        <Moderate review={review} call={call} again={again} />
      )}
    </article>
  );
};

/** What was reported, with the words and the report side by side; who reads alone has no button. */
export const openReviews = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query } = asked;
  const { city, code } = place;
  const [view, cursor] = [viewOf(query['lihat']), query['lanjut']];
  const { items, next } = await load(call, code, view, cursor);
  const tabs = Object.entries(views).map(([key, { name }]) => ({ name, to: to(city, key as View) }));
  const page = (
    <section>
      <h1>Ulasan</h1>
      <p class="quiet">Nilai rendah bukan alasan. Yang disembunyikan: hinaan, data pribadi, bukan tentang barangnya.</p>
      <ViewTabs label="Ulasan" at={to(city, view)} views={tabs} />
      {items.length === 0 ? (
        <Notice title={views[view].none} text="Ulasan muncul di sini saat seseorang melaporkannya." />
      ) : (
        <>
          {items.map((review) => (
            <ReviewCard key={review.reviewId} review={review} asked={asked} />
          ))}
          <More of="ulasan" next={next ? to(city, view, next) : undefined} first={cursor && to(city, view)} />
        </>
      )}
    </section>
  );
  return { title: 'Ulasan', page };
};
