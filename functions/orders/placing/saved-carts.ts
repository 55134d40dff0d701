import { type NewSavedCart, type SavedCart, withSaved } from '../../../shared/domain/orders/placing/saved-cart.ts';
import { Problem } from '../../../shared/problem.ts';
import { productOf } from '../../../shared/table/catalogue/products.ts';
import { readTogether } from '../../../shared/table/engine/reads.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getSavedCarts, saveSavedCarts } from '../../../shared/table/orders/saved-carts.ts';
import { endpoint } from '../../http/endpoint.ts';
import type { World } from '../../world.ts';

const noCart = () => new Problem('cart_not_found', 'Daftar ini sudah tidak ada.');

/** The lines with the names and prices of today; refused for what is not sold, and for goods of two cities. */
const keptLines = async (world: World, saved: NewSavedCart): Promise<Pick<SavedCart, 'cityCode' | 'lines'>> => {
  // Named twice, goods are wanted once: the last word holds.
  const lines = [...new Map(saved.lines.map((line) => [line.productId, line])).values()];
  const { goods } = await readTogether(world.table, {
    goods: lines.map(({ merchantId, productId }) => productOf(merchantId, productId)),
  });
  const cityCode = goods[0]?.cityCode ?? '';
  const kept = lines.map((line, at) => {
    const product = goods[at];
    if (!product?.listed || product.cityCode !== cityCode)
      throw new Problem('product_withdrawn', 'Ada barang yang sudah tidak dijual. Hapus dari keranjang, lalu simpan.', [
        { pointer: `/lines/${saved.lines.indexOf(line)}/productId`, detail: 'Sedang tidak dijual.' },
      ]);
    const { merchantName, name, unit, priceRupiah } = product;
    return { ...line, merchantName, name, unit, priceRupiah };
  });
  return { cityCode, lines: kept };
};

export const listSavedCarts = endpoint('GET /me/carts', async ({ caller }, { table }) => ({
  items: (await getSavedCarts(table, caller.person))?.carts ?? [],
}));

export const saveCart = endpoint('POST /me/carts', async ({ body, caller: { person }, newId }, world) => {
  const before = await getSavedCarts(world.table, person);
  const known = before?.carts.find(({ name }) => name === body.name);
  const kept = await keptLines(world, body);
  const cart = { cartId: known?.cartId ?? newId('crt', body.name), name: body.name, savedAt: world.now(), ...kept };
  const version = (before?.version ?? 0) + 1;
  await commit(world.table, [saveSavedCarts({ person, carts: withSaved(before?.carts ?? [], cart), version })]);
  return cart;
});

/** A list of this person, or the sentence that there is none. */
export const expectCart = async ({ table }: World, person: string, cartId: string): Promise<SavedCart> => {
  const found = (await getSavedCarts(table, person))?.carts.find((cart) => cart.cartId === cartId);
  if (!found) throw noCart();
  return found;
};

export const forgetCart = endpoint('DELETE /me/carts/{cartId}', async ({ params, caller: { person } }, world) => {
  const before = await getSavedCarts(world.table, person);
  const carts = before?.carts.filter(({ cartId }) => cartId !== params.cartId) ?? [];
  if (!before || carts.length === before.carts.length) throw noCart();
  await commit(world.table, [saveSavedCarts({ ...before, carts, version: before.version + 1 })]);
  return null;
});
