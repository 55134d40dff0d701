import type { Me } from '../entry/me.ts';
import { isCityCode, lastCity } from '../kit/address.ts';
import type { City, CityCard } from '../kit/places.ts';

export type Level = 'city' | 'province';
/** A city or a province as an address names it. */
export type PlaceName = { readonly level: Level; readonly code: string; readonly name: string };
/** Whose figures and lists a view shows. */
export type Place =
  | (PlaceName & { readonly level: 'city'; readonly city: City })
  | (PlaceName & { readonly level: 'province'; readonly cities: readonly CityCard[] });

/** Who asks, as far as a place goes: what anybody may see, and what each seat adds. */
export type Kind =
  | 'anybody'
  | 'city-admin'
  | 'inspectorate'
  | 'mentor'
  | 'district-officer'
  | 'bank-officer'
  | 'province-admin'
  | 'operator';
type Seats = Me['memberships'];

/** The city or province a seat is in: a district's officer is at home in its city, a bank's in the one that named the bank. */
const placeOfSeat = ({ scope, city }: Pick<Seats[number], 'scope' | 'city'>): string => {
  if (scope.startsWith('district:')) return `city:${scope.slice('district:'.length, 'district:'.length + 5)}`;
  return scope.startsWith('bank:') ? `city:${city}` : scope;
};

/** As what somebody comes to a place. The operator is one in every province, and in no city. */
export const kindsAt = (seats: Seats, { level, code }: Pick<PlaceName, 'level' | 'code'>): Kind[] => {
  const held = seats.filter(
    (seat) => placeOfSeat(seat) === `${level}:${code}` || (level === 'province' && seat.scope === 'country'),
  );
  return ['anybody', ...new Set(held.map(({ role }) => role as Kind))];
};

export const cityName = ({ cityCode, name }: Pick<CityCard, 'cityCode' | 'name'>): PlaceName => ({
  level: 'city',
  code: cityCode,
  name,
});

/** Every province that has a city on the market, in the order of their codes. */
export const provincesOf = (cities: readonly CityCard[]): PlaceName[] => {
  const names = new Map(cities.map(({ provinceCode, provinceName }) => [provinceCode, provinceName]));
  return [...names].sort().map(([code, name]) => ({ level: 'province', code, name: `Provinsi ${name}` }));
};

/** Every place of the market that can be looked at: cities, then provinces. */
export const placesOf = (cities: readonly CityCard[]): PlaceName[] => [...cities.map(cityName), ...provincesOf(cities)];

/** The places somebody has a seat in, cities first. */
export const ownPlaces = (seats: Seats, places: readonly PlaceName[]): PlaceName[] =>
  places.filter(({ level, code }) => seats.some((seat) => placeOfSeat(seat) === `${level}:${code}`));

/** How an address names a place. */
export const placeQuery = ({ level, code }: Pick<PlaceName, 'level' | 'code'>): Record<string, string> =>
  level === 'city' ? { kota: code } : { provinsi: code };

/**
 * The place an address speaks of; where it names none, that of the person's own seat, an operator's first province, the
 * city of the office, shop or partner they have a seat in, the city looked at last on this device, or the first of the
 * market. Undefined while the market has no city.
 */
export const placeAsked = (
  { kota, provinsi }: Partial<Record<string, string>>,
  seats: Seats,
  cities: readonly CityCard[],
): PlaceName | undefined => {
  const places = placesOf(cities);
  const find = (level: Level, code: string | undefined) =>
    places.find((place) => place.level === level && place.code === code);
  const named = find('province', provinsi) ?? (isCityCode(kota) ? find('city', kota) : undefined);
  const ofOperator = seats.some(({ scope }) => scope === 'country') ? provincesOf(cities)[0] : undefined;
  const beside = seats.map(({ city }) => find('city', city ?? undefined)).find((place) => place !== undefined);
  return named ?? ownPlaces(seats, places)[0] ?? ofOperator ?? beside ?? find('city', lastCity()) ?? places[0];
};

/** The city's own people: its admins act, its inspectorate reads the same and changes nothing. */
export const ofCity: readonly Kind[] = ['city-admin', 'inspectorate'];
