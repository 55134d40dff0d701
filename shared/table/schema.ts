/** The shape of the one table, read by CDK, by the local engine and by the code that uses it; never typed twice. */
export const keyNames = { partition: 'pk', sort: 'sk' } as const;

/**
 * The attributes that lists show, projected into both list indexes. An index entry holds no more than this, so selling
 * does not rewrite what no list shows and a page of a list reads few bytes.
 */
const shown = [
  'name',
  'state',
  'status',
  'merchantId',
  'merchantName',
  'ownerId',
  'district',
  'category',
  'orderId',
  'placedAt',
  'totalRupiah',
  'deliverOn',
  'dueAt',
  'buyerName',
  'agencyId',
  'productId',
  'unit',
  'priceRupiah',
  'photo',
  'supply',
  'leadDays',
  'month',
  'turnoverRupiah',
  'reportedRupiah',
  'rollingRupiah',
  'rollingOrders',
  'orders',
  'agencies',
  'unsoldMonths',
  'newcomer',
  'left',
  'registeredAt',
  'scope',
  'role',
  'person',
  'zone',
  'provinceCode',
  'provinceName',
  'accent',
  'place',
  'revision',
  'phase',
  'sentence',
  'takenAt',
  'cityCode',
] as const;

/** What only lists of a place show: an offer's terms, an entry of the ledger, prices paid in a month. */
const shownOfPlace = [...shown, 'deliversTo', 'minQuantity', 'closedDays', 'perDay', 'entry', 'paid'] as const;

/** DynamoDB projects at most 100 attributes into all indexes of a table together. */
export const indexes = {
  /** What belongs to a place, a buyer or an agency. */
  list1: { partition: 'l1pk', sort: 'l1sk', shown: shownOfPlace },
  /** What belongs to a merchant, an owner or a scope. */
  list2: { partition: 'l2pk', sort: 'l2sk', shown },
  /** Sparse: only what has a running clock is in it, by the instant it runs out. */
  due: { partition: 'dpk', sort: 'dsk', shown: ['orderId'] },
} as const;
export type IndexName = keyof typeof indexes;

/** Clocks are spread over a few partitions, because all cities' clocks are written here. */
export const DUE_SHARDS = 4;
