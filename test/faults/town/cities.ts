/** Three tenants: two of one province, one two hours east; one in four partitions. */
export const cities = {
  '35.73': { zone: 'Asia/Jakarta', shards: 1 },
  '35.78': { zone: 'Asia/Jakarta', shards: 4 },
  '91.71': { zone: 'Asia/Jayapura', shards: 1 },
} as const;
export const cityCodes = Object.keys(cities) as (keyof typeof cities)[];

/** Few enough that buyers of a history meet the limits, enough that most of them order on. */
export const openPolicies = {
  personOpenOrders: 6,
  personOpenAtShop: 4,
  newPersonOpenOrders: 5,
  newPersonDays: 3,
} as const;

/** Whose orders the town lives with already, before anybody wishes for one. */
export const TOWNSFOLK = 'Warga';
