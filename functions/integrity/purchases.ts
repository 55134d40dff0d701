import { dayOf, type Month, monthOf } from '../../shared/domain/basics/month.ts';
import { goodsOf } from '../../shared/domain/catalogue/goods.ts';
import type { Product } from '../../shared/domain/catalogue/product.ts';
import { feeOf } from '../../shared/domain/deliveries/order-delivery.ts';
import type { Purchase } from '../../shared/domain/integrity/purchase.ts';
import { categoryOfOrder } from '../../shared/domain/orders/ledger-entry.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { applicantOf } from '../../shared/domain/register/merchant.ts';
import { productOf } from '../../shared/table/catalogue/products.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { getOrders, type OrderRecord } from '../../shared/table/orders/orders.ts';
import { getDecisions } from '../../shared/table/ranking/decisions.ts';
import { getMerchants, type MerchantRecord } from '../../shared/table/register/merchants.ts';
import { ledgerBuyerOf } from '../reads/buyers/ledger-buyer.ts';
import { inBatches } from '../reads/in-batches.ts';
import type { World } from '../world.ts';

type Of = { readonly month: Month; readonly ownerOf: ReadonlyMap<string, string> };
/** What is read beside a batch of orders: only for offices, whose money is everybody's. */
type Beside = {
  readonly shops: ReadonlyMap<string, MerchantRecord>;
  readonly products: ReadonlyMap<string, Product>;
  readonly passing: ReadonlyMap<string, number>;
};

const acceptedAt = ({ history, placedAt }: Order): string =>
  history.find(({ state }) => state === 'accepted')?.at ?? placedAt;
const byId = <T>(ids: readonly string[], found: readonly (T | undefined)[]): Map<string, T> =>
  new Map(ids.flatMap((id, index) => (found[index] === undefined ? [] : [[id, found[index] as T] as const])));

const readBeside = async ({ table }: World, orders: readonly Order[]): Promise<Beside> => {
  const ofOffices = orders.filter(({ agencyId }) => agencyId !== null);
  const shopIds = [...new Set(ofOffices.map(({ merchantId }) => merchantId))];
  const lines = ofOffices.flatMap(({ merchantId, lines: own }) => own.map((line) => ({ merchantId, ...line })));
  const decisionIds = [...new Set(lines.flatMap(({ choice }) => choice?.decisionId ?? []))];
  const sold = [...new Map(lines.map(({ merchantId, productId }) => [productId, merchantId]))];
  const [shops, decisions, { products }] = await Promise.all([
    inBatches(shopIds, (some) => getMerchants(table, some, { consistent: false })),
    inBatches(decisionIds, (some) => getDecisions(table, some)),
    readTogether(table, { products: sold.map(([id, merchantId]) => productOf(merchantId, id)) }, { consistent: false }),
  ]);
  return {
    shops: byId(shopIds, shops),
    passing: byId(
      decisionIds,
      decisions.map((decision) => decision?.owners),
    ),
    products: byId(
      sold.map(([id]) => id),
      products,
    ),
  };
};

/** What the market itself knows on both sides of an order: a sign-in, a phone, or what was noted at its approval. */
const sidesOf = (order: Order, shop: MerchantRecord | undefined): Purchase['sides'] => {
  const applicant = shop && applicantOf(shop);
  const acted = order.history.some(
    ({ by, state }) => by === applicant && (state === 'placed' || state === 'awaiting_approval'),
  );
  return [
    ...(acted || order.buyer === applicant ? (['applicant'] as const) : []),
    ...(shop?.phone === order.buyerPhone ? (['phone'] as const) : []),
    ...((order.questions ?? []).length > 0 ? (['noted'] as const) : []),
  ];
};

/** The fewest owners above the line in any list it was chosen from: the most forgiving reading. */
const passingOf = ({ lines }: Order, passing: Beside['passing']): number | null => {
  const known = lines.flatMap(({ choice }) => passing.get(choice?.decisionId ?? '') ?? []);
  return known.length === 0 ? null : Math.min(...known);
};

const purchaseOf = (world: World, { zone }: City, order: OrderRecord, { ownerOf }: Of, beside: Beside): Purchase => {
  const { orderId, agencyId, merchantId } = order;
  const [at, buyer] = [acceptedAt(order), ledgerBuyerOf(world, order)];
  return {
    orderId,
    agencyId,
    merchantId,
    at: order.placedAt,
    buyer,
    ownerId: ownerOf.get(merchantId) ?? order.ownerId,
    category: categoryOfOrder(order) ?? 'services',
    day: dayOf(order.placedAt, zone),
    month: monthOf(at, zone),
    // What was ordered at one instant by one person was one cart.
    packageId: order.packageId ?? `${order.buyerKey ?? order.buyer} ${order.placedAt}`,
    goodsRupiah: order.totalRupiah - feeOf(order),
    feeRupiah: feeOf(order),
    lines: order.lines.map(({ productId, name, unit, priceRupiah, quantity }) => ({
      goods: goodsOf({ name, unit }),
      name,
      unit,
      priceRupiah,
      quantity,
      offeredAt: beside.products.get(productId)?.createdAt ?? null,
    })),
    passing: passingOf(order, beside.passing),
    sides: agencyId === null ? [] : sidesOf(order, beside.shops.get(merchantId)),
  };
};

const AT_ONCE = 100;
/** Orders as the rules know them, a batch at a time: of each nothing stays but what a rule asks for. */
export const purchasesOf = async (
  world: World,
  city: City,
  orderIds: readonly string[],
  of: Of,
): Promise<Purchase[]> => {
  const purchases: Purchase[] = [];
  for (let at = 0; at < orderIds.length; at += AT_ONCE) {
    const read = await getOrders(world.table, orderIds.slice(at, at + AT_ONCE));
    const orders = read.filter((order) => order !== undefined);
    const beside = await readBeside(world, orders);
    purchases.push(...orders.map((order) => purchaseOf(world, city, order, of, beside)));
  }
  return purchases;
};
