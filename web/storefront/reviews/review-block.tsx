import type { ComponentChildren } from 'preact';
import type { Output } from '../../../shared/contract.ts';
import { day, oneDecimal } from '../../../shared/domain/basics/wording.ts';
import { ReviewPicture } from './review-picture.tsx';

type Page = Output<'GET /merchants/{merchantId}/reviews'>;

const starsOf = (stars: number): string => '★'.repeat(stars) + '☆'.repeat(5 - stars);
/** `4,6 dari 5 · 12 ulasan`; no average before there are three. */
export const averageText = ({ average, count }: Pick<Page, 'average' | 'count'>): string =>
  average === null ? `${count} ulasan` : `${oneDecimal(average)} dari 5 · ${count} ulasan`;

/** One review as everybody reads it, on a page written ahead and in the browser; what may be done with it comes beneath. */
export const ReviewBlock = ({ review, children }: { review: Page['items'][number]; children?: ComponentChildren }) => (
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
    {review.text && <p>{review.text}</p>}
    {review.photo && <ReviewPicture photo={review.photo} />}
    {review.reply && (
      <p class="small">
        Balasan penjual: <bdi>{review.reply.text}</bdi>
      </p>
    )}
    {children}
    <p class="small">
      <a class="link" href={`/akun/lapor-ulasan?ulasan=${review.reviewId}`} rel="nofollow">
        Laporkan ulasan<span class="away"> dari {review.author}</span>
      </a>
    </p>
  </li>
);
