import * as z from 'zod';
import { NewSavedCart, OpenedCart, SavedCart, SavedCartId } from '../../domain/orders/placing/saved-cart.ts';
import type { Routes } from '../route/route.ts';

const OfCart = z.object({ cartId: SavedCartId });

/** Carts that somebody orders again and again, kept under a name. */
export const savedCarts = {
  'GET /me/carts': {
    operation: 'list-saved-carts',
    summary: 'My saved lists, by name',
    access: 'signed-in',
    who: ['signed-in'],
    response: z.object({ items: z.array(SavedCart) }),
  },
  'POST /me/carts': {
    operation: 'save-cart',
    summary: 'Keep a cart under a name; the same name again replaces it',
    access: 'signed-in',
    who: ['signed-in'],
    body: NewSavedCart,
    response: SavedCart,
    problems: ['product_withdrawn', 'cart_limit'],
  },
  'GET /me/carts/{cartId}': {
    operation: 'open-cart',
    summary: 'A saved list with what its goods cost today, and what became of them',
    access: 'signed-in',
    who: ['signed-in'],
    params: OfCart,
    response: OpenedCart,
    problems: ['cart_not_found'],
  },
  'DELETE /me/carts/{cartId}': {
    operation: 'forget-cart',
    summary: 'Throw a saved list away',
    access: 'signed-in',
    who: ['signed-in'],
    params: OfCart,
    response: z.null(),
    status: 204,
    problems: ['cart_not_found'],
  },
} as const satisfies Routes;
