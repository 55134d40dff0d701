import type { Centre } from '../../shared/domain/centres/centre.ts';
import type { MarketDay } from '../../shared/domain/centres/market-day.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { Problem } from '../../shared/problem.ts';
import { getCentre } from '../../shared/table/centres/centres.ts';
import { getMarketDay } from '../../shared/table/centres/market-days.ts';
import { expectCity } from '../http/access.ts';
import type { World } from '../world.ts';

type Named = { readonly city: string; readonly slug: string };

/** A centre with its city, or the sentence that there is none. */
export const expectCentre = async (
  world: World,
  { city: code, slug }: Named,
): Promise<{ readonly city: City; readonly centre: Centre }> => {
  const city = await expectCity(world, code);
  const centre = await getCentre(world.table, { cityCode: city.cityCode, slug });
  if (!centre) throw new Problem('centre_not_found', `Sentra ini tidak ada di ${city.name}. Periksa lagi tautannya.`);
  return { city, centre };
};

/** A market day of a centre, or the sentence that there is none. */
export const expectMarketDay = async (
  world: World,
  { city: cityCode, slug, day }: Named & { readonly day: string },
): Promise<MarketDay> => {
  const market = await getMarketDay(world.table, { cityCode, slug, day });
  if (!market)
    throw new Problem(
      'market_day_not_found',
      'Tidak ada hari pasar di sentra ini pada tanggal itu. Pilih tanggal lain.',
    );
  return market;
};
