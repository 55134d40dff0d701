import { type Caller, idOf, kindOf, maySeat } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { getAgency } from '../../shared/table/agencies.ts';
import { getCity } from '../../shared/table/cities.ts';
import { getMerchant } from '../../shared/table/register/merchants.ts';
import type { World } from '../world.ts';

export type ScopeFacts = { readonly name: string; readonly city: string | null };

const named = (found: { name: string; cityCode: string } | undefined): ScopeFacts | undefined =>
  found && { name: found.name, city: found.cityCode };
const facts: Record<ReturnType<typeof kindOf>, (world: World, id: string) => Promise<ScopeFacts | undefined>> = {
  merchant: async ({ table }, id) => named(await getMerchant(table, id)),
  agency: async ({ table }, id) => named(await getAgency(table, id)),
  city: async ({ table }, id) => named(await getCity(table, id)),
  province: async (_, id) => ({ name: `Provinsi ${id}`, city: null }),
  country: async () => ({ name: 'Indonesia', city: null }),
};

/** What a place is called and where it is; undefined when there is none. */
export const factsOf = (world: World, scope: string): Promise<ScopeFacts | undefined> =>
  facts[kindOf(scope)](world, idOf(scope));

/** The place, for who may seat people in it; to others it does not exist. */
export const expectSeatable = async (world: World, caller: Caller, scope: string): Promise<ScopeFacts> => {
  const found = await factsOf(world, scope);
  if (!found || !maySeat(caller, scope, found.city)) throw new Problem('not_found', 'Tempat ini tidak ditemukan.');
  return found;
};
