import { addMonths, dayOf, monthOf } from '../../shared/domain/basics/month.ts';
import type { Centre } from '../../shared/domain/centres/centre.ts';
import { cardOf } from '../../shared/domain/centres/market-day.ts';
import { publicSales } from '../../shared/domain/centres/sale.ts';
import { centreAddress } from '../../shared/domain/pages/address.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { centresOf, getCentre } from '../../shared/table/centres/centres.ts';
import { centreSalesOf, marketDaysFrom } from '../../shared/table/centres/market-days.ts';
import type { CentreName, PublicPage } from '../../web/storefront/public/page.ts';
import type { World } from '../world.ts';

/** Market days a page shows. */
const SHOWN_DAYS = 12;

export const centrePage = async ({ table, now }: World, city: City, slug: string): Promise<PublicPage | undefined> => {
  const centre = await getCentre(table, { cityCode: city.cityCode, slug });
  if (!centre) return undefined;
  const today = dayOf(now(), city.zone);
  const days = (await marketDaysFrom(table, centre, today)).slice(0, SHOWN_DAYS).map((market) => ({
    ...cardOf(market, today),
    sellers: (market.roster?.rows ?? []).flatMap(({ merchantName, stall }) =>
      stall === null ? [] : [{ merchantName, stall }],
    ),
  }));
  // A running month is told to nobody: two looks at it would show the order between them.
  const month = addMonths(monthOf(now(), city.zone), -1);
  const sales = publicSales(await centreSalesOf(table, centre, month));
  return { kind: 'centre', city, centre, days, sold: { month, ...sales } };
};

const isThere = ({ status }: Centre): boolean => status === 'active' || status === 'temporarily closed';

/** The centres a city's home leads to: those that are there, and those that come back. */
export const centreNames = async ({ table }: World, city: City): Promise<CentreName[]> =>
  (await centresOf(table, city.cityCode))
    .filter(isThere)
    .map((centre) => ({ name: centre.name, address: centreAddress(city, centre) }));
