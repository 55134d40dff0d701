import { address } from '../kit/address.ts';
import { type PlaceName, placeQuery } from './place.ts';

export const HOME = '/dasbor/';

type Query = Partial<Record<string, string | undefined>>;
/** The address of a view: page, place, and what narrows it. `slug` may go on with the id of one thing. */
export const dasborAddress = (slug: string, place: Pick<PlaceName, 'level' | 'code'>, query: Query = {}): string =>
  address(HOME + slug, { ...placeQuery(place), ...query });

/** What is no valid escape stands as it is. */
const plain = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
/** The page an address names, and what stands behind it. */
export const pathAsked = (path: string): { slug: string; rest: string } => {
  const [, , slug = '', ...rest] = path.split('/');
  return { slug, rest: rest.filter(Boolean).map(plain).join('/') };
};
