import { averageText, ReviewBlock } from '../reviews/review-block.tsx';
import type { Reviews } from './page.ts';

/** What buyers said, as it is read without a script. */
export const WrittenReviews = ({ reviews }: { reviews: Reviews }) =>
  reviews.count === 0 ? null : (
    <section id="ulasan">
      <h2>Ulasan</h2>
      <p class="quiet">{averageText(reviews)}</p>
      <ul class="stackd">
        {reviews.items.map((review) => (
          <ReviewBlock key={review.reviewId} review={review} />
        ))}
      </ul>
    </section>
  );
