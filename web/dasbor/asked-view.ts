import type { Me } from '../entry/me.ts';
import type { CityCard } from '../kit/places.ts';
import { dasborAddress, pathAsked } from './address.ts';
import { type DasborPage, mayOpen } from './opened.ts';
import { type Kind, kindsAt, ownPlaces, type PlaceName, placeAsked, placesOf } from './place.ts';

type Seats = Me['memberships'];
type Query = Partial<Record<string, string>>;
/** A place, and as what the person comes to it. */
type At = { readonly place: PlaceName; readonly kinds: readonly Kind[] };

/** What an address asks for, of somebody with these seats. */
export type View =
  | { readonly is: 'nothing' }
  | { readonly is: 'elsewhere'; readonly to: string }
  | (At & { readonly is: 'unknown' })
  | (At & { readonly is: 'not-yours'; readonly page: DasborPage; readonly places: readonly PlaceName[] })
  | (At & {
      readonly is: 'page';
      readonly page: DasborPage;
      /** Where this person can open the same page, their own places first. */
      readonly places: readonly PlaceName[];
      readonly rest: string;
    });

/** The place of the level a page is about: a city's province, or a city of the province. */
const fitting = (
  page: DasborPage | undefined,
  place: PlaceName,
  seats: Seats,
  all: readonly PlaceName[],
): PlaceName => {
  if (!page || page.level === place.level) return place;
  const near = all.filter(({ level, code }) => level === page.level && code.slice(0, 2) === place.code.slice(0, 2));
  return ownPlaces(seats, near)[0] ?? near[0] ?? place;
};

/** Decides what an address leads to; pure, so that every page can be tried with every kind of person. */
export const viewAsked = (
  pages: readonly DasborPage[],
  { path, query }: { readonly path: string; readonly query: Query },
  seats: Seats,
  cities: readonly CityCard[],
): View => {
  const { slug, rest } = pathAsked(path);
  const page = pages.find((one) => one.slug === slug);
  const all = placesOf(cities);
  const asked = placeAsked(query, seats, cities);
  if (!asked) return { is: 'nothing' };
  const place = fitting(page, asked, seats, all);
  const kinds = kindsAt(seats, place);
  if (slug === '') {
    const home = pages.find((one) => one.name && mayOpen(one, place.level, kinds));
    return home ? { is: 'elsewhere', to: dasborAddress(home.slug, place) } : { is: 'unknown', place, kinds };
  }
  if (!page) return { is: 'unknown', place, kinds };
  const open = all.filter((one) => mayOpen(page, one.level, kindsAt(seats, one)));
  const own = ownPlaces(seats, open);
  const places = [...own, ...open.filter((one) => !own.includes(one))];
  if (!mayOpen(page, place.level, kinds)) return { is: 'not-yours', place, kinds, page, places };
  return { is: 'page', place, kinds, page, places, rest };
};
