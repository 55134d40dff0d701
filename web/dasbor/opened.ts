import type { ComponentChild } from 'preact';
import type { Call } from '../entry/client.ts';
import type { Me } from '../entry/me.ts';
import type { Session } from '../entry/session.ts';
import type { CityCard } from '../kit/places.ts';
import type { PlaceMonth } from './months.ts';
import type { Kind, Level, Place } from './place.ts';

/** What a page is opened with: who asks, for which place and month, and what stands behind the page's name in the address. */
export type Asked<P extends Place = Place> = {
  readonly call: Call;
  readonly session: Session | undefined;
  readonly me: Me | undefined;
  /** As what the person comes here; `has('city-admin')` may act, `inspectorate` reads alone. */
  readonly kinds: readonly Kind[];
  readonly place: P;
  readonly cities: readonly CityCard[];
  /** Newest first; empty unless the page goes by month. */
  readonly months: readonly PlaceMonth[];
  readonly month: PlaceMonth | undefined;
  /** What follows the page's slug: the id of one thing. */
  readonly rest: string;
  readonly query: Partial<Record<string, string>>;
  /** Reads the page again, after something was done on it. */
  readonly again: () => void;
  /** The address of another page at this place; undefined where this person can open none of that name. */
  readonly linkTo: (slug: string, query?: Partial<Record<string, string | undefined>>) => string | undefined;
};
export type AskedCity = Asked<Extract<Place, { level: 'city' }>>;
export type AskedProvince = Asked<Extract<Place, { level: 'province' }>>;

/** A page that has what it shows: its title, for the window and for who hears it, and itself, with one `h1`. */
export type Opened = { readonly title: string; readonly page: ComponentChild };

/** A page that has nothing to show itself, and leads on at once. */
export type Onward = { readonly to: string };

type Common = {
  /** Its part of the address. */
  readonly slug: string;
  /** Its word in the navigation; a page without one is reached from another. */
  readonly name?: string;
  /** The page of the navigation it belongs to, where it has no word of its own. */
  readonly within?: string;
  /** As what somebody must come to open it. */
  readonly for: readonly Kind[];
  /** Whether it shows one month, chosen at its head. */
  readonly byMonth?: true;
};
export type DasborPage = Common &
  (
    | { readonly level: 'city'; readonly load: () => Promise<(asked: AskedCity) => Promise<Opened | Onward>> }
    | { readonly level: 'province'; readonly load: () => Promise<(asked: AskedProvince) => Promise<Opened | Onward>> }
  );

export const mayOpen = (page: Pick<DasborPage, 'level' | 'for'>, level: Level, kinds: readonly Kind[]): boolean =>
  page.level === level && page.for.some((kind) => kinds.includes(kind));
