import type { Month } from '../../../shared/domain/basics/month.ts';
import type { Call } from '../../entry/client.ts';
import type { Snapshot, Standing } from '../../kit/equity/words.ts';
import type { City } from '../../kit/places.ts';
import type { PlaceMonth } from '../months.ts';
import type { AskedCity } from '../opened.ts';

/** Whether somebody reads as the city's own people do: every cell, and shops by name. */
export const isReader = ({ kinds }: Pick<AskedCity, 'kinds'>): boolean =>
  kinds.includes('city-admin') || kinds.includes('inspectorate');

/** The city as it is this moment for its own people: what the public reads may be minutes old. */
export const loadCity = ({ call, place, kinds }: AskedCity): Promise<City> | City =>
  isReader({ kinds }) ? call('GET /cities/{city}/settings', { params: { city: place.code } }) : place.city;

/** A closed month, or one revision of it: with every cell for the city's own people, for others as it is published. */
export const loadSnapshot = (asked: AskedCity, month: Month, revision?: number): Promise<Snapshot> => {
  const params = { city: asked.place.code, month };
  // No page here shows what an office bought: that is told under Dinas.
  return isReader(asked)
    ? asked.call('GET /cities/{city}/months/{month}', { params, query: { revision, offices: 'none' } })
    : asked.call('GET /cities/{city}/snapshots/{month}', { params, query: { revision } });
};

export const closedMonths = ({ months }: Pick<AskedCity, 'months'>): PlaceMonth[] =>
  months.filter(({ phase }) => phase !== 'running');

/** The closed month an address asks for, or the last one before the running month it asks for. */
export const closedMonth = (asked: AskedCity): Month | undefined => {
  const closed = closedMonths(asked);
  return (closed.find(({ month }) => month === asked.month?.month) ?? closed[0])?.month;
};

/** Above this many dots nobody reads dots any more. */
const MOST_DOTS = 600;
export const tooManyForDots = ({ total }: Pick<Snapshot, 'total'>): boolean => total.merchants > MOST_DOTS;

/** Every shop of a month, where they are few enough to be shown one by one. */
export const loadEverybody = async (
  call: Call,
  city: string,
  { month, total }: Pick<Snapshot, 'month' | 'total'>,
): Promise<Standing[] | undefined> => {
  if (tooManyForDots({ total })) return undefined;
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
