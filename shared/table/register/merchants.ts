import * as z from 'zod';
import { Merchant, type MerchantStatus } from '../../domain/register/merchant.ts';
import { is } from '../engine/fields.ts';
import { list, listItems, type PageRequest } from '../engine/pages.ts';
import { type Freshness, get, getMany, type Read, readOf } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { check, insert, replace, type Write } from '../engine/writes.ts';

/**
 * As stored: with identity numbers and account sealed, the keyed hashes by which shops that share one are found, and the
 * fingerprint of the request that made it.
 */
export const MerchantRecord = Merchant.extend({
  sealed: z.string(),
  accountKey: z.string().optional(),
  identityKey: z.string(),
  identityChanges: z.int().describe('How often the applicant has changed who they are'),
  request: z.string(),
});
export type MerchantRecord = z.infer<typeof MerchantRecord>;

const MerchantEntry = Merchant.pick({
  merchantId: true,
  name: true,
  district: true,
  category: true,
  status: true,
  registeredAt: true,
  proposed: true,
  pausedUntil: true,
});
export type MerchantEntry = z.infer<typeof MerchantEntry>;

type Placed = Pick<Merchant, 'status' | 'district' | 'registeredAt' | 'merchantId'>;
/** Where a merchant stands in the list of its city: what waits, by when it came; who was verified, by district. */
export const placeInCity = ({ status, district, registeredAt, merchantId }: Placed): string =>
  status === 'pending' || status === 'returned' ? `${registeredAt}#${merchantId}` : `${district}#${merchantId}`;

// | entity   | pk          | sk       | list 1                                                       | list 2         |
// | Merchant | MERCHANT#id | MERCHANT | CITY#35.73#MERCHANT#<status> / district (or registeredAt), id | OWNER#id / id  |
const merchants = entity({
  type: 'Merchant',
  schema: MerchantRecord,
  key: ({ merchantId }: Pick<MerchantRecord, 'merchantId'>) => ({ pk: `MERCHANT#${merchantId}`, sk: 'MERCHANT' }),
  list1: (merchant) => ({
    pk: `CITY#${merchant.cityCode}#MERCHANT#${merchant.status}`,
    sk: placeInCity(merchant),
  }),
  list2: ({ ownerId, merchantId }) => ({ pk: `OWNER#${ownerId}`, sk: merchantId }),
  card: namesIn(MerchantEntry),
});

export const getMerchant = (table: Table, merchantId: string, freshness?: Freshness) =>
  get(table, merchants, { pk: `MERCHANT#${merchantId}`, sk: 'MERCHANT' }, freshness);
export const merchantKey = (merchantId: string) => ({ pk: `MERCHANT#${merchantId}`, sk: 'MERCHANT' });

export const merchantOf = (merchantId: string): Read<MerchantRecord> => readOf(merchants, merchantKey(merchantId));

/** Many shops' files at once, in the order asked. At most 100. */
export const getMerchants = (table: Table, merchantIds: readonly string[], freshness?: Freshness) =>
  getMany(table, merchants, merchantIds.map(merchantKey), freshness);

/** What an order says of the shop it is placed with, and is refused by: a fifth of the file, and of the time to parse it. */
const Seller = MerchantRecord.pick({
  merchantId: true,
  cityCode: true,
  name: true,
  district: true,
  ownerId: true,
  status: true,
  pausedUntil: true,
  phone: true,
  accountKey: true,
});
export const sellerOf = (merchantId: string): Read<z.infer<typeof Seller>> =>
  readOf({ schema: Seller }, merchantKey(merchantId));

/** What decides whether a shop's offers take part in a list; read apart, because a file with its history is long. */
const ShopFacts = Merchant.pick({ ownerId: true, status: true, pausedUntil: true, verifiedAt: true });
export const getShopFacts = (table: Table, merchantIds: readonly string[], freshness?: Freshness) =>
  getMany(table, { schema: ShopFacts }, merchantIds.map(merchantKey), freshness);

const Registered = Merchant.pick({
  merchantId: true,
  ownerId: true,
  name: true,
  cityCode: true,
  district: true,
  category: true,
  history: true,
});
export type RegisteredShop = z.infer<typeof Registered>;
/** What a month says of its shop, and since when it was in the register; in the order asked. At most 100. */
export const registeredShops = (table: Table, merchantIds: readonly string[]) =>
  getMany(table, { schema: Registered, card: namesIn(MerchantEntry) }, merchantIds.map(merchantKey), {
    only: namesIn(Registered),
  });

const ShopAddress = Merchant.pick({ merchantId: true, address: true });
/** Where many shops are. At most 100. */
export const getAddresses = (table: Table, merchantIds: readonly string[]) =>
  getMany(table, { schema: ShopAddress }, merchantIds.map(merchantKey), { consistent: false });

/** What lists show of many shops, in the order asked. At most 100. */
export const merchantEntries = (table: Table, merchantIds: readonly string[]) =>
  getMany(table, { schema: MerchantEntry, card: namesIn(MerchantEntry) }, merchantIds.map(merchantKey), {
    consistent: false,
    only: namesIn(MerchantEntry),
  });

/** Merchants of a city by status: applications in order of time, shops in order of district (or of one district). */
export const merchantsOfCity = (
  table: Table,
  cityCode: string,
  status: MerchantStatus,
  { district, ...request }: Omit<PageRequest, 'pk' | 'prefix'> & { district?: string | undefined },
) =>
  list(table, MerchantEntry, 'list1', {
    pk: `CITY#${cityCode}#MERCHANT#${status}`,
    ...request,
    ...(district === undefined ? {} : { prefix: `${district}#` }),
  });

/**
 * The same whoever it was that was verified, nothing but who and where in the list: a close goes through a million. Continues
 * after a place of the list.
 */
export const placesInCity = async (
  table: Table,
  cityCode: string,
  status: 'verified' | 'suspended',
  request: Pick<PageRequest, 'limit' | 'after'>,
) => {
  const page = { pk: `CITY#${cityCode}#MERCHANT#${status}`, ...request, only: ['merchantId'] };
  const { items, next } = await listItems(table, 'list1', page);
  return {
    items: items.map(({ merchantId, l1sk }) => ({ merchantId: String(merchantId), place: String(l1sk) })),
    next,
  };
};

/** Every shop of one owner: fairness counts owners. */
export const shopsOfOwner = (table: Table, ownerId: string, request: Omit<PageRequest, 'pk'>) =>
  list(table, MerchantEntry, 'list2', { pk: `OWNER#${ownerId}`, ...request });

/** Refused when anybody, above all the city, changed the shop since it was read. */
export const merchantStands = ({ merchantId, version }: Pick<MerchantRecord, 'merchantId' | 'version'>): Write =>
  check('Merchant', merchantKey(merchantId), is('version', version));
export const insertMerchant = (merchant: MerchantRecord): Write => insert(merchants, merchant, true);
export const replaceMerchant = (merchant: MerchantRecord): Write => replace(merchants, merchant);
