import { monthEnd } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import type { GapFinding } from '../../../shared/domain/ranking/support/gap.ts';
import { getStandings, streamStandings } from '../../../shared/table/equity/standings.ts';
import type { World } from '../../world.ts';

export type UnsoldShop = GapFinding['shops'][number] & { unsold: number; soldInYear: boolean };

/** Shops of a month that sold nothing, by owner; an owner who sold through any shop is not among them. */
export const unsoldOwners = async (
  world: World,
  city: City,
  month: string,
  ledger: CityLedger,
): Promise<Map<string, UnsoldShop[]>> => {
  const over = world.now() >= monthEnd(month, city.zone);
  const owners = new Map<string, UnsoldShop[]>();
  const { cityCode, shards } = city;
  for await (const item of streamStandings(world.table, { cityCode, month, shards }, { order: 'least' })) {
    // In order of turnover: after the first sale nobody is unsold.
    if (Number(item['turnoverRupiah']) > 0) break;
    if (item['left'] === true) continue;
    const merchantId = String(item['merchantId']);
    const ownerId = ledger.ownerOf.get(merchantId) ?? String(item['ownerId']);
    const shop = {
      merchantId,
      name: String(item['name']),
      district: String(item['district']),
      category: String(item['category']),
      unsold: Number(item['monthsUnsold']) + (over ? 1 : 0),
      soldInYear: Number(item['rollingRupiah']) > 0,
    };
    const known = owners.get(ownerId);
    if (known) known.push(shop);
    else owners.set(ownerId, [shop]);
  }
  await dropSellers(world, month, ledger, owners);
  return owners;
};

/** Owners of several shops sold when one of their shops did. */
const dropSellers = async (world: World, month: string, ledger: CityLedger, owners: Map<string, UnsoldShop[]>) => {
  const others = [...ledger.ownerOf].filter(([, ownerId]) => owners.has(ownerId));
  const count = new Map<string, number>();
  for (const [, ownerId] of others) count.set(ownerId, (count.get(ownerId) ?? 0) + 1);
  const shared = others.filter(([, ownerId]) => (count.get(ownerId) ?? 0) > (owners.get(ownerId)?.length ?? 0));
  for (let at = 0; at < shared.length; at += 100) {
    const part = shared.slice(at, at + 100);
    const standings = await getStandings(
      world.table,
      part.map(([shopId]) => shopId),
      month,
    );
    for (const [index, [, ownerId]] of part.entries())
      if ((standings[index]?.turnoverRupiah ?? 0) > 0) owners.delete(ownerId);
  }
};
