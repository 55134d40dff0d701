import { day } from '../../../shared/domain/basics/wording.ts';
import { averageText, starsOf } from '../reviews/shop-reviews.tsx';
import type { Reviews } from './page.ts';

/** What buyers said, as it is read without a script. */
export const WrittenReviews = ({ reviews }: { reviews: Reviews }) =>
  reviews.count === 0 ? null : (
    <section id="ulasan">
      <h2>Ulasan</h2>
      <p class="quiet">{averageText(reviews)}</p>
      <ul class="stackd">
        {reviews.items.map((review) => (
          <li key={review.reviewId} class="block">
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
            {review.reply && (
              <p class="small">
                Balasan penjual: <bdi>{review.reply.words}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
