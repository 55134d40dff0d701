import { client } from '../../entry/client.ts';
import { currentSession, signIn } from '../../entry/session.ts';
import { wearAccent } from '../../kit/accent.ts';
import type { City } from '../../kit/places.ts';
import { show, showRefusal } from '../../kit/show.tsx';
import { readCart, shopsOf } from './cart.ts';
import { CartPage, readyFor } from './cart-page.tsx';
import { loadTerms } from './terms.ts';

/* The cart has a shell of its own: whoever shops opens it often, and carries nothing of what belongs to other pages. */

/** A full cart has no bottom bar, and carries none; who is refused needs the way on. */
const refused = async (error: unknown): Promise<void> => {
  const bar = await import('../../kit/bottom-bar.tsx').catch(() => undefined);
  showRefusal(error, '/', bar && <bar.BottomBar at="keranjang" />);
};
const enter = () => void signIn().catch(refused);

const cityOf = async (cityCode: string | undefined): Promise<City | undefined> => {
  if (!cityCode) return undefined;
  const city = await client('/api')('GET /cities/{city}', { params: { city: cityCode } }).catch(() => undefined);
  if (city) wearAccent(city.accent);
  return city;
};

const openCart = async (): Promise<void> => {
  const session = currentSession(Date.now());
  const call = client('/api', session?.token);
  const cart = readCart();
  const shops = shopsOf(cart).map(({ merchantId }) => merchantId);
  // How goods come, and that a shop has closed, is known before the cart is drawn, so that nothing moves under a finger.
  const [city] = await Promise.all([cityOf(cart.city), loadTerms(call, shops, true), readyFor(cart)]);
  show('Keranjang · Pasar Rata', <CartPage call={call} session={session} city={city} onSignIn={enter} />);
};

await openCart().catch(refused);
void import('../../entry/patient.ts').then(({ bePatient }) => bePatient());
