import { getAddresses } from '../../shared/table/register/merchants.ts';
import type { World } from '../world.ts';

const AT_ONCE = 100;

/** Where these shops are, by their ids: for those who visit them. A shop that is gone has none. */
export const addressesOf = async (
  { table }: World,
  merchantIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const addresses = new Map<string, string>();
  for (let from = 0; from < merchantIds.length; from += AT_ONCE)
    for (const shop of await getAddresses(table, merchantIds.slice(from, from + AT_ONCE)))
      if (shop) addresses.set(shop.merchantId, shop.address);
  return addresses;
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
