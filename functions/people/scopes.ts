import { type Caller, idOf, kindOf, maySeat, readsCity } from '../../shared/domain/people/caller.ts';
import { cityOf } from '../../shared/domain/places/region.ts';
import { Problem } from '../../shared/problem.ts';
import { getAgency } from '../../shared/table/agencies.ts';
import { getBank } from '../../shared/table/capital/banks.ts';
import { getCity } from '../../shared/table/cities.ts';
import { getPartner } from '../../shared/table/partners/partners.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import type { World } from '../world.ts';

export type ScopeFacts = { readonly name: string; readonly city: string | null };

const named = (found: { name: string; cityCode: string } | undefined): ScopeFacts | undefined =>
  found && { name: found.name, city: found.cityCode };
const facts: Record<ReturnType<typeof kindOf>, (world: World, id: string) => Promise<ScopeFacts | undefined>> = {
  merchant: async ({ table }, id) => named(await getMerchant(table, id)),
  agency: async ({ table }, id) => named(await getAgency(table, id)),
  bank: async ({ table }, id) => named(await getBank(table, id)),
  city: async ({ table }, id) => named(await getCity(table, id)),
  district: async ({ table }, id) => {
    const city = await getCity(table, cityOf(id));
    const district = city?.districts.find(({ code }) => code === id);
    return city && district && { name: `Kecamatan ${district.name}, ${city.name}`, city: city.cityCode };
  },
  province: async (_, id) => ({ name: `Provinsi ${id}`, city: null }),
  partner: async ({ table }, id) => {
    const partner = await getPartner(table, id);
    return partner && { name: partner.brand, city: partner.place };
  },
  country: async () => ({ name: 'Indonesia', city: null }),
};

/** What a place is called and where it is; undefined when there is none. */
export const factsOf = (world: World, scope: string): Promise<ScopeFacts | undefined> =>
  facts[kindOf(scope)](world, idOf(scope));

const noPlace = () => new Problem('not_found', 'Tempat ini tidak ditemukan.');

/** The place, for who may see who is seated in it: its admins, and whoever reads the city for a seat of the city itself. */
export const expectSeatsReadable = async (world: World, caller: Caller, scope: string): Promise<void> => {
  const found = await factsOf(world, scope);
  const ofCity = ['city', 'district', 'partner'].includes(kindOf(scope));
  const reads = found && (maySeat(caller, scope, found.city) || (ofCity && readsCity(caller, found.city ?? '')));
  if (!reads) throw noPlace();
};

/** The place, for who may seat people in it; to others it does not exist. */
export const expectSeatable = async (world: World, caller: Caller, scope: string): Promise<ScopeFacts> => {
  const found = await factsOf(world, scope);
  if (!found || !maySeat(caller, scope, found.city)) throw noPlace();
  return found;
};
