import { useEffect, useState } from 'preact/hooks';
import type { Call } from '../../entry/client.ts';
import type { Session } from '../../entry/session.ts';
import { later } from '../../kit/later.tsx';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import type { City } from '../../kit/places.ts';
import { type Cart, onCartChange, readCart, shopsOf } from './cart.ts';
import { freshCart, nothingFresh } from './fresh-lines.ts';
import { useTerms } from './terms.ts';
import { standing } from './troubles.ts';

/* Who looks into the cart carries no address form, and who orders no list of goods. */
const waiting = (
  <>
    <PageTop title="Keranjang" />
    <Main>
      <p class="quiet script">Memuat…</p>
    </Main>
  </>
);
const CartList = later(() => import('./cart-list.tsx').then((module) => module.CartList), waiting);
const EmptyCart = later(() => import('./empty-cart.tsx').then((module) => module.EmptyCart), waiting);
const CheckPage = later(() => import('./check/check-page.tsx').then((module) => module.CheckPage), waiting);

/** The step is in the address, so that back, reload and sign-in keep it. */
const stepOf = (): number => Math.max(0, ['', '#alamat', '#periksa'].indexOf(location.hash));

/** The code of the step that is opened, asked for beside what the shops say. */
export const readyFor = async (cart: Cart): Promise<void> => {
  const step = stepOf();
  if (cart.lines.length === 0) return EmptyCart.ready();
  if (step === 0) return CartList.ready();
  await Promise.all([
    CheckPage.ready(),
    step === 1 ? import('./check/addresses/address-form.tsx') : import('./check/review-step.tsx'),
  ]);
};

export type CartProps = {
  readonly call: Call;
  readonly session: Session | undefined;
  readonly city: City | undefined;
  readonly onSignIn: () => void;
};

/** The cart: what, from whom, how many; then where to and when. What no longer holds of a line stands at it. */
export const CartPage = (props: CartProps) => {
  const [cart, setCart] = useState(readCart);
  const [step, setStep] = useState(stepOf);
  const [fresh, setFresh] = useState(nothingFresh);
  const { terms, again } = useTerms(props.call, shopsOf(cart));
  useEffect(() => onCartChange(() => setCart(readCart())), []);
  // A line that was mended is asked about again.
  const asked = cart.lines.map(({ productId, priceRupiah, quantity }) => [productId, priceRupiah, quantity]).join();
  const askLines = () => void freshCart(props.call).then(setFresh);
  useEffect(askLines, [asked]);
  useEffect(() => {
    const follow = () => setStep(stepOf());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  if (cart.lines.length === 0) return <EmptyCart call={props.call} session={props.session} />;
  if (step > 0 && props.city)
    return (
      <CheckPage
        {...props}
        city={props.city}
        cart={cart}
        step={step}
        terms={terms}
        fresh={fresh}
        onLinesAgain={askLines}
        onTermsAgain={again}
      />
    );
  return <CartList {...props} cart={cart} troubles={standing(cart, fresh.troubles)} terms={terms} />;
};
