import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Summary } from '../../kit/form.tsx';
import { WhyDialog } from '../orders/why-dialog.tsx';
import { ReviewPicture } from './review-picture.tsx';

type Page = Output<'GET /merchants/{merchantId}/reviews'>;
type Review = Page['items'][number];

export const starsOf = (stars: number): string => '★'.repeat(stars) + '☆'.repeat(5 - stars);
/** `4,6 dari 5 · 12 ulasan`; no average before there are three. */
export const averageText = ({ average, count }: Pick<Page, 'average' | 'count'>): string =>
  average === null ? `${count} ulasan` : `${average.toFixed(1).replace('.', ',')} dari 5 · ${count} ulasan`;

const One = ({ review, onReply }: { review: Review; onReply?: ((words: string) => void) | undefined }) => (
  <li class="block">
    <p>
      <span class="stars" role="img" aria-label={`${review.stars} dari 5 bintang`}>
        {starsOf(review.stars)}
      </span>{' '}
      <span class="small quiet">
        <bdi>{review.author}</bdi> · {day(review.writtenAt)}
      </span>
    </p>
    <p class="small quiet">{review.goods}</p>
    {review.words && <p>{review.words}</p>}
    {review.photo && <ReviewPicture photo={review.photo} />}
    {review.reply && (
      <p class="small">
        Balasan penjual: <bdi>{review.reply.words}</bdi>
      </p>
    )}
    {!review.reply && onReply && <WhyDialog name="Balas" question="Balasan Anda" onSend={onReply} />}
  </li>
);

type Props = { readonly call: Call; readonly merchantId: string; readonly mayReply?: boolean };

/** What buyers said of a shop; its own people answer beneath. */
export const ShopReviews = ({ call, merchantId, mayReply = false }: Props) => {
  const [page, setPage] = useState<Page>();
  const act = useAct();
  const read = () =>
    call('GET /merchants/{merchantId}/reviews', { params: { merchantId }, query: { limit: 10 } }).then(setPage);
  useEffect(() => void read().catch(() => {}), [merchantId]);
  if (!page || page.count === 0) return null;
  const reply = (reviewId: string) => (words: string) =>
    void act.run(async () => {
      await call('POST /reviews/{reviewId}/reply', { params: { reviewId }, body: { words } });
      await read();
    });
  return (
    <section id="ulasan">
      <h2>Ulasan</h2>
      <p class="quiet">{averageText(page)}</p>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ul class="stackd">
        {page.items.map((review) => (
          <One key={review.reviewId} review={review} onReply={mayReply ? reply(review.reviewId) : undefined} />
        ))}
      </ul>
    </section>
  );
};
