import * as z from 'zod';
import { get, getMany } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, put, type Write } from '../engine/writes.ts';

/** A word of a city's addresses that is a shop's for ever: it never comes to mean another one. */
const Slug = z.object({ cityCode: z.string(), slug: z.string(), merchantId: z.string() });
/** The present address of a shop and those it had before, which lead on. */
export const ShopAddress = z.object({
  merchantId: z.string(),
  cityCode: z.string(),
  slug: z.string(),
  wanted: z.string().describe('What its name asks for; another shop may have it'),
  former: z.array(z.string()),
});
export type ShopAddress = z.infer<typeof ShopAddress>;

// | entity      | pk              | sk      |
// | Slug        | CITY#35.73#SLUG | slug    |
// | ShopAddress | MERCHANT#id     | ADDRESS |
const slugKey = ({ cityCode, slug }: Pick<z.infer<typeof Slug>, 'cityCode' | 'slug'>) => ({
  pk: `CITY#${cityCode}#SLUG`,
  sk: slug,
});
const slugs = entity({ type: 'Slug', schema: Slug, key: slugKey });
const addressKey = (merchantId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: 'ADDRESS' });
const addresses = entity({
  type: 'ShopAddress',
  schema: ShopAddress,
  key: ({ merchantId }: Pick<ShopAddress, 'merchantId'>) => addressKey(merchantId),
});

export const getSlug = (table: Table, cityCode: string, slug: string) => get(table, slugs, slugKey({ cityCode, slug }));
export const getShopAddress = (table: Table, merchantId: string) => get(table, addresses, addressKey(merchantId));
/** At most 100, in the order asked. */
export const getShopAddresses = (table: Table, merchantIds: readonly string[]) =>
  getMany(table, addresses, merchantIds.map(addressKey), { consistent: false });

/** Takes a word for a shop; refused as stale when somebody took it first. */
export const takeSlug = (address: ShopAddress): Write[] => [
  insert(slugs, { cityCode: address.cityCode, slug: address.slug, merchantId: address.merchantId }),
  put(addresses, address),
];
export const putShopAddress = (address: ShopAddress): Write => put(addresses, address);
