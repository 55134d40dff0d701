import type { Category } from '../../../shared/domain/basics/category.ts';
import { photoFile, photoSizes } from '../../../shared/domain/photos/sizes.ts';
import { CategoryPicture } from './category-picture.tsx';

/** How wide a square is shown, for the browser to choose among the sizes there are; see `.cards`, `.product` and the rows. */
const shownAt = {
  card: '(min-width: 48rem) 13rem, calc(50vw - 22px)',
  row: '72px',
  product: '(min-width: 48rem) 26rem, 100vw',
} as const;

const sizesOf = (photo: string, format: 'avif' | 'jpg'): string =>
  (['list', 'page'] as const).map((size) => `${photoFile(photo, size, format)} ${photoSizes[size]}w`).join(', ');

type PhotoProps = {
  product: { readonly photo?: string | null | undefined; readonly category: Category; readonly name: string };
  /** Seen without scrolling: fetched at once. */
  eager: boolean;
  /** What people wait for: fetched before the others. */
  first?: boolean;
  at?: keyof typeof shownAt;
  described?: boolean;
};
/** A square photo in the size and form the phone asks for, or a drawing of the category on coloured cloth. */
export const Photo = ({ product: { photo, category, name }, eager, first, at = 'card', described }: PhotoProps) =>
  photo ? (
    <picture>
      <source type="image/avif" srcset={sizesOf(photo, 'avif')} sizes={shownAt[at]} />
      <img
        class="photo"
        src={photo}
        srcset={sizesOf(photo, 'jpg')}
        sizes={shownAt[at]}
        alt={described ? name : ''}
        width="320"
        height="320"
        loading={eager ? 'eager' : 'lazy'}
        fetchpriority={first ? 'high' : undefined}
        decoding="async"
      />
    </picture>
  ) : (
    <CategoryPicture category={category} />
  );
