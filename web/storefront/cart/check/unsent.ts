import { client, Refusal } from '../../../entry/client.ts';
import { currentSession, personOf } from '../../../entry/session.ts';
import type { Say } from '../../../entry/worker.ts';
import { readCart, writeCart } from '../cart.ts';
import { placeCart } from './place.ts';

const CART = '/keranjang/';
const open = (name: string, to: string) => ({ name, run: () => location.assign(to) });

/** Whoever waits where it was sent from is led on; anybody else is told. */
const tell = (say: Say, at: string): void => {
  if (location.pathname.startsWith('/keranjang')) location.assign(at);
  else say('kiriman', 'Pesanan Anda sudah terkirim.', open('Lihat pesanan', at));
};

/**
 * Sends the order that waited for the network, with the key it was given when it was first sent: an order that the market
 * already took is found, not made again. What the market refuses stays in the cart, to be mended there.
 */
export const sendUnsent = async (say: Say): Promise<void> => {
  const session = currentSession(Date.now());
  const { unsent } = readCart();
  if (!session || !unsent || unsent.by !== personOf(session.token)) return;
  try {
    const placed = await placeCart(client('/api', session.token), unsent);
    if (placed.length > 0) tell(say, placed.length === 1 ? `/pesanan/${placed[0]?.orderId}` : '/pesanan/?baru=1');
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 0 || error.status >= 500) return;
    const { unsent: _, ...cart } = readCart();
    writeCart(cart);
    say('kiriman', `Pesanan belum bisa dikirim. ${error.message}`, open('Buka Keranjang', CART));
  }
};
