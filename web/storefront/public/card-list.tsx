import type { City } from '../../kit/places.ts';
import { ProductCard } from '../product-card.tsx';
import type { ShownList } from './page.ts';

/** Why a list is in this order, and how anybody can check it. */
export const WhyShown = ({ list: { sentence, decisionId } }: { list: Pick<ShownList, 'sentence' | 'decisionId'> }) => (
  <details>
    <summary>
      <span>Mengapa ini tampil?</span>
    </summary>
    <p class="small">
      {sentence} Yang sama diundi, setiap hari dengan kunci baru. Tidak ada yang membayar untuk tampil.{' '}
      <a class="tap" href={`/api/rankings/${decisionId}`}>
        Periksa daftar ini
      </a>
    </p>
  </details>
);

/** Cards of a ranked list, in its order; the list says where it stands so that its being seen can be counted. */
export const CardList = ({ city, list, eager = 4 }: { city: City; list: ShownList; eager?: number }) => (
  <ul class="cards" data-decision={list.decisionId} data-from={list.from} data-count={list.items.length}>
    {list.items.map((card, at) => (
      <ProductCard key={card.productId} city={city} card={card} eager={at < eager} first={at < 2} />
    ))}
  </ul>
);
