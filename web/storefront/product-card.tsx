import { count, oneDecimal, rupiah, whatsApp } from '../../shared/domain/basics/wording.ts';
import { productAddress } from '../../shared/domain/pages/address.ts';
import { type City, districtName } from '../kit/places.ts';
import { QuickAdd } from './cart/add-to-cart.tsx';
import type { CartLine } from './cart/cart.ts';
import type { ProductCard as Card } from './load.ts';
import { Photo } from './photos/photo.tsx';
import { Island } from './public/island.tsx';

type Shared = Pick<Card, 'merchantId' | 'productId' | 'name' | 'priceRupiah' | 'unit' | 'merchantName'>;
/** A message people can send on as it is: what, how much, whose, where. */
export const shareLink = (city: City, product: Shared, origin: string): string =>
  whatsApp(
    `${product.name}, ${rupiah(product.priceRupiah)} per ${product.unit}, dari ${product.merchantName}, ${city.name}: ${origin}${productAddress(city, product)}`,
  );

type Sold = Pick<
  Card,
  'merchantId' | 'merchantName' | 'productId' | 'name' | 'unit' | 'priceRupiah' | 'category' | 'photo'
>;
/** A card as it lies in the cart, with the token of the list it was chosen from. */
export const lineOf = (card: Sold & { choiceToken?: string | undefined; minQuantity?: number }): CartLine => {
  const {
    merchantId,
    merchantName,
    productId,
    name,
    unit,
    priceRupiah,
    category,
    photo,
    choiceToken,
    minQuantity = 1,
  } = card;
  return {
    merchantId,
    merchantName,
    productId,
    name,
    unit,
    priceRupiah,
    category,
    photo,
    minQuantity,
    quantity: minQuantity,
    ...(choiceToken ? { choice: choiceToken } : {}),
  };
};

/** The one thing to know before it is opened: that it needs days, else that it may be paid in cash. */
const tagOf = ({ leadDays, cash }: Card): string | undefined =>
  leadDays > 0 ? `Pesan H-${leadDays}` : cash && 'Bisa COD';

/** One product in the list: the goods carry the colour, the maker carries the name. */
export const ProductCard = ({
  city,
  card,
  eager,
  first,
}: {
  city: City;
  card: Card;
  eager: boolean;
  first?: boolean;
}) => (
  <li class="card">
    <Photo product={card} eager={eager} first={first ?? false} />
    <h3>
      <a class="name" href={productAddress(city, card)}>
        {card.name}
      </a>
    </h3>
    <p class="price">
      {rupiah(card.priceRupiah)} <span>/ {card.unit}</span>
    </p>
    <p class="maker">
      <bdi>{card.merchantName}</bdi> · {districtName(city, card.district)}
    </p>
    {card.rating && (
      <p class="small">
        <span class="stars" aria-hidden="true">
          ★
        </span>{' '}
        <span class="away">Nilai </span>
        {oneDecimal(card.rating.average)} ({count(card.rating.count)}
        <span class="away"> ulasan</span>)
      </p>
    )}
    {tagOf(card) && <p class="tag">{tagOf(card)}</p>}
    <Island name="quick-add" needsScript props={{ city: city.cityCode, line: lineOf(card) }}>
      <QuickAdd city={city.cityCode} line={lineOf(card)} />
    </Island>
  </li>
);
