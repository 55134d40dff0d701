/** An item as the engine keeps it, or a value before it is one. */
export type Item = Record<string, unknown>;

/**
 * What lists show of an item is kept together in one attribute, its face, and that alone is projected into the list
 * indexes: an index entry holds no more than lists show, selling does not rewrite what no list shows, and the number of
 * projected attributes (DynamoDB's API names 20 an index) does not grow with the number of lists.
 */
export const FACE = 'face';
export const shownInLists: ReadonlySet<string> = new Set([
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
  'returned',
  'offeredDays',
  'left',
  'earlier',
  'gone',
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
  // An offer's terms, an entry of the ledger, prices paid in a month.
  'deliversTo',
  'minQuantity',
  'closedDays',
  'perDay',
  'entry',
  'paid',
]);

/** A value as stored: what lists show of it in its face, the rest beside. Items of no list have no face. */
export const faced = (value: Item): Item => {
  const face: Item = {};
  const rest: Item = {};
  for (const [name, one] of Object.entries(value)) (shownInLists.has(name) ? face : rest)[name] = one;
  return { ...rest, [FACE]: face };
};

/** An item as it was before it was stored, wherever it comes from: the table, a list, the stream, a refused condition. */
export const fromItem = (item: Item): Item => {
  const { [FACE]: face, ...rest } = item;
  return face === undefined ? item : { ...rest, ...(face as Item) };
};
