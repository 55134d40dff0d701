import { rupiah, whatsApp } from '../../shared/domain/basics/wording.ts';
import { CategoryPicture } from '../kit/category-picture.tsx';
import { ShareIcon } from '../kit/page.tsx';
import { type City, districtName } from '../places.ts';
import type { ProductCard as Card } from './load.ts';
import { addressOf } from './wanted.ts';

export const productAddress = (city: City, { merchantId, productId }: Pick<Card, 'merchantId' | 'productId'>): string =>
  addressOf({ city: city.cityCode, product: { merchantId, productId } });

type Shared = Pick<Card, 'merchantId' | 'productId' | 'name' | 'priceRupiah' | 'unit' | 'merchantName'>;
/** A message people can send on as it is: what, how much, whose, where. */
export const shareLink = (city: City, product: Shared, origin: string): string =>
  whatsApp(
    `${product.name}, ${rupiah(product.priceRupiah)} per ${product.unit}, buatan ${product.merchantName}, ${city.name}: ${origin}${productAddress(city, product)}`,
  );

type PhotoProps = { product: Pick<Card, 'photo' | 'category' | 'name'>; eager: boolean; described?: boolean };
/** A square photo, or a drawing of the category on coloured cloth. */
export const Photo = ({ product: { photo, category, name }, eager, described }: PhotoProps) =>
  photo ? (
    <img
      class="photo"
      src={photo}
      alt={described ? name : ''}
      width="320"
      height="320"
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
    />
  ) : (
    <CategoryPicture category={category} />
  );

/** One product in the list: the goods carry the colour, the maker carries the name. */
export const ProductCard = ({
  city,
  card,
  eager,
  origin,
}: {
  city: City;
  card: Card;
  eager: boolean;
  origin: string;
}) => (
  <li class="card">
    <Photo product={card} eager={eager} />
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
    <a
      class="share"
      href={shareLink(city, card, origin)}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`Bagikan ${card.name} lewat WhatsApp`}
    >
      <ShareIcon />
    </a>
  </li>
);
