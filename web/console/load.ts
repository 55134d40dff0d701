import type { Output } from '../../shared/contract.ts';
import { type Call, Refusal } from '../entry/client.ts';
import { lastCity } from '../kit/address.ts';
import { type City, type CityCard, loadCities } from '../kit/places.ts';
import type { Wanted } from './wanted.ts';

export type Snapshot = Output<'GET /cities/{city}/snapshots/{month}'>;
export type Cell = Snapshot['whole'];
export type Standing = Output<'GET /cities/{city}/standings/{month}'>['items'][number];
export type Standings = { items: Standing[]; next: string | null };
type Memberships = Output<'GET /me'>['memberships'];

/** Above this many dots nobody reads dots any more, and bars tell the same. */
const MOST_DOTS = 600;
/** A list to act on: a morning's calls. */
const LIST_PAGE = 20;
const PAGES = 21;

export type Loaded = {
  readonly cities: readonly CityCard[];
  readonly city: City;
  /** Closed months, newest first. */
  readonly months: readonly string[];
  readonly snapshot: Snapshot | undefined;
  /** The city's own people see names; everybody else sees the public snapshot. */
  readonly reader: boolean;
  readonly list: Standings | undefined;
  readonly everybody: readonly Standing[] | undefined;
};

const reads = (memberships: Memberships, cityCode: string): boolean =>
  memberships.some(
    ({ scope, role }) => scope === `city:${cityCode}` && (role === 'city-admin' || role === 'inspectorate'),
  );

const cityOfMine = (memberships: Memberships): string | undefined =>
  memberships.find(({ scope }) => scope.startsWith('city:'))?.scope.slice(5);

/** Closed months, newest first, each once however many revisions it has. */
const loadMonths = async (call: Call, city: string): Promise<string[]> => {
  const { items } = await call('GET /cities/{city}/snapshots', { params: { city }, query: { limit: 100 } });
  return [...new Set(items.map(({ month }) => month))];
};

const loadList = async (call: Call, city: string, month: string, wanted: Wanted): Promise<Standings> => {
  const { order, district, category } = wanted;
  const list = (cursor: string | undefined) =>
    call('GET /cities/{city}/standings/{month}', {
      params: { city, month },
      query: { order, district, category, limit: LIST_PAGE, cursor },
    });
  let found = await list(wanted.cursor).catch((error) => {
    if (!(error instanceof Refusal) || error.code !== 'malformed_cursor') throw error;
    return list(undefined);
  });
  // A narrow filter on a large city can find nothing on one page and more on the next.
  for (let page = 1; found.items.length === 0 && found.next !== null && page < PAGES; page++)
    found = await list(found.next);
  return found;
};

const loadEverybody = async (call: Call, city: string, month: string): Promise<Standing[]> => {
  const everybody: Standing[] = [];
  let cursor: string | undefined;
  for (let page = 0; page * 100 < MOST_DOTS; page++) {
    const { items, next } = await call('GET /cities/{city}/standings/{month}', {
      params: { city, month },
      query: { limit: 100, cursor },
    });
    everybody.push(...items);
    if (next === null) break;
    cursor = next;
  }
  return everybody;
};

const loadMonth = async (call: Call, city: string, month: string, reader: boolean, wanted: Wanted) => {
  const params = { city, month };
  if (!reader)
    return {
      snapshot: await call('GET /cities/{city}/snapshots/{month}', { params }),
      list: undefined,
      everybody: undefined,
    };
  const [snapshot, list] = await Promise.all([
    call('GET /cities/{city}/months/{month}', { params }),
    loadList(call, city, month, wanted),
  ]);
  const few = snapshot.whole.merchants <= MOST_DOTS;
  return { snapshot, list, everybody: few ? await loadEverybody(call, city, month) : undefined };
};

/** Everything one view of the console shows; undefined while the market has no city at all. */
export const loadConsole = async (call: Call, signedIn: boolean, wanted: Wanted): Promise<Loaded | undefined> => {
  const [cities, memberships] = await Promise.all([
    loadCities(call),
    signedIn ? call('GET /me').then((me) => me.memberships) : [],
  ]);
  const on = (code: string | undefined) => cities.find(({ cityCode }) => cityCode === code)?.cityCode;
  const cityCode = on(wanted.city) ?? on(cityOfMine(memberships)) ?? on(lastCity()) ?? cities[0]?.cityCode;
  if (cityCode === undefined) return undefined;
  const [city, months] = await Promise.all([
    call('GET /cities/{city}', { params: { city: cityCode } }),
    loadMonths(call, cityCode),
  ]);
  const reader = reads(memberships, cityCode);
  const month = months.find((known) => known === wanted.month) ?? months[0];
  const shown =
    month === undefined
      ? { snapshot: undefined, list: undefined, everybody: undefined }
      : await loadMonth(call, cityCode, month, reader, wanted);
  return { cities, city, months, reader, ...shown };
};
