import { getAddresses } from '../../shared/table/register/merchants.ts';
import type { World } from '../world.ts';
import { inBatches } from './in-batches.ts';

/** Where these shops are, by their ids: for those who visit them. A shop that is gone has none. */
export const addressesOf = async (
  { table }: World,
  merchantIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const shops = await inBatches(merchantIds, (some) => getAddresses(table, some));
  return new Map(shops.flatMap((shop) => (shop ? [[shop.merchantId, shop.address] as const] : [])));
};

/** Rows about shops, each with its shop's address. */
export const withAddresses = async <R extends { merchantId: string }>(
  world: World,
  rows: readonly R[],
): Promise<(R & { address: string })[]> => {
  const addresses = await addressesOf(
    world,
    rows.map(({ merchantId }) => merchantId),
  );
  return rows.map((row) => ({ ...row, address: addresses.get(row.merchantId) ?? '' }));
};
