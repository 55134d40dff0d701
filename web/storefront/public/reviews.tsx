import { cityAddress, reviewsAddress } from '../../../shared/domain/pages/address.ts';
import { Main } from '../../kit/page.tsx';
import { MarketTop } from '../market-top.tsx';
import { averageText, ReviewBlock } from '../reviews/review-block.tsx';
import { Crumbs } from './crumbs.tsx';
import type { PublicPage, Reviews } from './page.ts';

const ReviewList = ({ items }: Pick<Reviews, 'items'>) => (
  <ul class="stackd">
    {items.map((review) => (
      <ReviewBlock key={review.reviewId} review={review} />
    ))}
  </ul>
);

/** What buyers said last, as it is read without a script, and the way to the rest of it. */
export const WrittenReviews = ({ reviews }: { reviews: Reviews }) =>
  reviews.count === 0 ? null : (
    <section id="ulasan">
      <h2>Ulasan</h2>
      <p class="quiet">{averageText(reviews)}</p>
      <ReviewList items={reviews.items} />
      {reviews.next && (
        <a class="line" href={reviews.next}>
          Baca semua ulasan toko ini
        </a>
      )}
    </section>
  );

/** Everything buyers said of a shop, in parts, newest first. */
export const ReviewsPage = ({ city, shop, part, reviews }: Extract<PublicPage, { kind: 'reviews' }>) => (
  <>
    <MarketTop city={city} wanted={{}} heading="p" />
    <Main>
      <Crumbs
        steps={[
          [city.name, cityAddress(city)],
          [shop.name, shop.address],
        ]}
      />
      <h1>
        Ulasan <bdi>{shop.name}</bdi>
      </h1>
      <p class="quiet">
        {averageText(reviews)}
        {part > 1 && ` · halaman ${part}`}
      </p>
      {reviews.items.length === 0 ? <p>Tidak ada ulasan lagi di halaman ini.</p> : <ReviewList items={reviews.items} />}
      <nav class="more" aria-label="Halaman">
        {reviews.next && (
          <a class="button" rel="next" href={reviews.next}>
            Ulasan yang lebih lama
          </a>
        )}
        {part > 1 && <a href={reviewsAddress(shop.address)}>Kembali ke ulasan terbaru</a>}
        <a href={shop.address}>Kembali ke toko ini</a>
      </nav>
    </Main>
  </>
);
