import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { type Cart, cartOf } from '../../../shared/domain/orders/placing/cart.ts';
import type { Person } from '../../../shared/domain/people/caller.ts';
import { Problem } from '../../../shared/problem.ts';
import { agencyOf } from '../../../shared/table/agencies.ts';
import { productOf } from '../../../shared/table/catalogue/products.ts';
import type { Found } from '../../../shared/table/engine/reads.ts';
import { termsOf } from '../../../shared/table/orders/delivery-terms.ts';
import { openOrdersOf } from '../../../shared/table/orders/open-orders.ts';
import { waysOf } from '../../../shared/table/payments/ways.ts';
import { allocationOf } from '../../../shared/table/ranking/allocations.ts';
import { sellerOf } from '../../../shared/table/register/merchants.ts';
import type { Request } from '../../http/endpoint.ts';
import type { World } from '../../world.ts';

/**
 * Everything an order is decided from: shops, goods, office and proposal, what a person has open, and the buyer's seats in
 * those places.
 */
export const wantedFor = ({ body }: Pick<Request<'POST /orders'>, 'body'>, _: World, person: Person) => {
  const { agency, allocationId } = body;
  const cart = cartOf(body);
  const shops = cart.map(({ merchantId }) => `merchant:${merchantId}`);
  return {
    scopes: [...shops, ...(agency ? [`agency:${agency.agencyId}`] : [])],
    reads: {
      merchants: cart.map(({ merchantId }) => sellerOf(merchantId)),
      terms: cart.map(({ merchantId }) => termsOf(merchantId)),
      // Who chooses later how to pay is asked later.
      ways: cart.filter(({ paymentWay }) => paymentWay !== undefined).map(({ merchantId }) => waysOf(merchantId)),
      products: cart.flatMap(({ merchantId, lines }) => lines.map(({ productId }) => productOf(merchantId, productId))),
      open: agency ? [] : [openOrdersOf(person)],
      agencies: agency ? [agencyOf(agency.agencyId)] : [],
      allocations: allocationId === undefined ? [] : [allocationOf(allocationId)],
    },
  };
};
export type FoundCart = Found<ReturnType<typeof wantedFor>['reads']>;

/** A line names a product of its own shop; another shop's would take that one's shelf for this one's order. */
const requireOwnGoods = (cart: Cart, products: ReadonlyMap<string, Product>): void => {
  for (const { merchantId, lines } of cart)
    for (const { productId, pointer } of lines)
      if ((products.get(productId)?.merchantId ?? merchantId) !== merchantId)
        throw new Problem('product_withdrawn', 'Barang ini bukan dari toko itu. Hapus dari keranjang.', [
          { pointer: `${pointer}/productId`, detail: 'Bukan barang toko ini.' },
        ]);
};

const present = <T>(value: T | undefined): value is T => value !== undefined;

/** Shops, what they say of bringing, and goods of a cart by id, and the city of its first shop, which the others must be in too. */
export const factsOf = (cart: Cart, found: FoundCart) => {
  const products = new Map(found.products.filter(present).map((product) => [product.productId, product]));
  requireOwnGoods(cart, products);
  const merchants = new Map(found.merchants.filter(present).map((merchant) => [merchant.merchantId, merchant]));
  const terms = new Map(found.terms.filter(present).map((one) => [one.merchantId, one]));
  const cityCode = found.merchants[0]?.cityCode;
  if (cityCode === undefined)
    throw new Problem('merchant_not_found', 'Toko tidak ditemukan.', [
      { pointer: '/shops/0/merchantId', detail: 'Tidak ditemukan.' },
    ]);
  return { products, merchants, terms, cityCode };
};
