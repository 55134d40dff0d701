import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { NewOrder, Order } from '../../../shared/domain/orders/order.ts';
import type { Cart } from '../../../shared/domain/orders/placing/cart.ts';
import { commitBudget } from '../../../shared/table/agencies.ts';
import { takeStock } from '../../../shared/table/catalogue/stock.ts';
import type { Write } from '../../../shared/table/engine/writes.ts';
import { type AllocationRecord, replaceAllocation } from '../../../shared/table/ranking/allocations.ts';

/** Pieces of every line, from the shelf or from the day's capacity. */
export const stockWrites = (orders: readonly Order[], cart: Cart, products: ReadonlyMap<string, Product>): Write[] =>
  cart.flatMap(({ lines }, index) =>
    lines.flatMap(({ productId, quantity, pointer }) => {
      const [order, product] = [orders[index], products.get(productId)];
      return order && product ? takeStock(product, quantity, order.deliverOn, pointer) : [];
    }),
  );

export const budgetWrites = ({ agency }: NewOrder, orders: readonly Order[]): Write[] => {
  const total = orders.reduce((sum, { totalRupiah }) => sum + totalRupiah, 0);
  const year = orders[0]?.agency?.budgetYear;
  return agency && year !== undefined ? [commitBudget(agency.agencyId, year, agency.budgetCode, total)] : [];
};

/** The proposed split that a cart follows: each of its orders carries the package's id, and it is taken with them. */
export const packaged = (
  orders: readonly Order[],
  packageId: string,
  taken: NonNullable<Order['package']>,
  allocation: AllocationRecord | undefined,
): { orders: readonly Order[]; writes: Write[] } => ({
  orders: orders.map((order) => ({ ...order, packageId, package: taken })),
  writes: allocation
    ? [replaceAllocation({ ...allocation, state: 'placed', packageId, version: allocation.version + 1 })]
    : [],
});
