import { client, Refusal } from '../../../entry/client.ts';
import { currentSession, personOf } from '../../../entry/session.ts';
import { readCart, writeCart } from '../cart.ts';
import { placeCart } from './place.ts';

/** Where the order is to be seen, or why it cannot be sent as it is. */
export type Sent = { readonly at: string } | { readonly problem: string };

/**
 * Sends the order that waited for the network, with the key it was given when it was first sent: an order that the market
 * already took is found, not made again. What the market refuses stays in the cart, to be mended there.
 */
export const sendUnsent = async (): Promise<Sent | undefined> => {
  const session = currentSession(Date.now());
  const { unsent } = readCart();
  if (!session || !unsent || unsent.by !== personOf(session.token)) return undefined;
  try {
    const placed = await placeCart(client('/api', session.token), unsent);
    if (placed.length === 0) return undefined;
    return { at: placed.length === 1 ? `/pesanan/${placed[0]?.orderId}` : '/pesanan/?baru=1' };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 0 || error.status >= 500) return undefined;
    const { unsent: _, ...cart } = readCart();
    writeCart(cart);
    return { problem: error.message };
  }
};
