import { useEffect, useState } from 'preact/hooks';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import type { Session } from '../../entry/session.ts';
import { later } from '../../kit/later.tsx';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import type { City } from '../../kit/places.ts';
import { Photo } from '../photos/photo.tsx';
import {
  type Cart,
  type CartLine,
  emptyCart,
  onCartChange,
  readCart,
  shopsOf,
  sumOf,
  withChange,
  without,
  writeCart,
} from './cart.ts';
import { freshCart, nothingFresh } from './fresh-lines.ts';
import { Refilled } from './saved/refilled.tsx';
import { Stepper } from './stepper.tsx';
import { Steps } from './steps.tsx';
import { type TermsOf, useTerms } from './terms.ts';
import { standing, type Trouble, type Troubles } from './troubles.ts';
import { WayChoice } from './way-choice.tsx';

/* Only who orders reads the address form, only who is signed in has lists, and most carts are not empty and need no mending. */
const waiting = (
  <>
    <PageTop title="Keranjang" />
    <Main>
      <p class="quiet script">Memuat…</p>
    </Main>
  </>
);
const CheckPage = later(() => import('./check/check-page.tsx').then((module) => module.CheckPage), waiting);
const EmptyCart = later(() => import('./empty-cart.tsx').then((module) => module.EmptyCart), waiting);
const SavedLists = later(() => import('./saved/saved-lists.tsx').then((module) => module.SavedLists));
const MendLine = later(() => import('./mend-line.tsx').then((module) => module.MendLine));

const Line = ({ line, trouble }: { line: CartLine; trouble: Trouble | undefined }) => (
  <li class="cart-line">
    <Photo product={line} eager={false} at="row" />
    <div>
      <p class="goods">{line.name}</p>
      <p class="price">
        {rupiah(line.priceRupiah)} <span>/ {line.unit}</span>
      </p>
    </div>
    {trouble && <MendLine line={line} trouble={trouble} />}
    <div class="amount">
      <Stepper
        name={line.name}
        value={line.quantity}
        least={line.minQuantity}
        onChange={(quantity) => writeCart(withChange(readCart(), line, { quantity }))}
      />
      <b>{rupiah(line.priceRupiah * line.quantity)}</b>
      {!trouble && (
        <button
          class="link small"
          type="button"
          aria-label={`Hapus ${line.name}`}
          onClick={() => writeCart(without(readCart(), line))}
        >
          Hapus
        </button>
      )}
    </div>
  </li>
);

type ShopsProps = {
  readonly cart: Cart;
  readonly troubles: Troubles;
  readonly terms: TermsOf;
};
const Shops = ({ cart, troubles, terms }: ShopsProps) => (
  <>
    {shopsOf(cart).map(({ merchantId, merchantName, lines }) => (
      <section class="block" key={merchantId} tabIndex={-1}>
        <h2>
          <bdi>{merchantName}</bdi>
        </h2>
        <ul>
          {lines.map((line) => (
            <Line key={line.productId} line={line} trouble={troubles.get(line.productId)} />
          ))}
        </ul>
        <WayChoice cart={cart} merchantId={merchantId} terms={terms.get(merchantId)} goodsRupiah={sumOf(lines)} />
        <p class="sum">
          <span>Subtotal barang</span> <b>{rupiah(sumOf(lines))}</b>
        </p>
      </section>
    ))}
  </>
);

export type CartProps = {
  readonly call: Call;
  readonly session: Session | undefined;
  readonly city: City | undefined;
  readonly onSignIn: () => void;
};

/** The step is in the address, so that back, reload and sign-in keep it. */
const stepOf = (): number => Math.max(0, ['', '#alamat', '#periksa'].indexOf(location.hash));

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
  const troubles = standing(cart, fresh.troubles);
  return (
    <>
      <PageTop
        title="Keranjang"
        back="/"
        aside={
          <button class="link" type="button" onClick={() => writeCart(emptyCart)}>
            Kosongkan
          </button>
        }
      />
      <Main>
        <Steps at={0} />
        <Refilled />
        <Shops cart={cart} troubles={troubles} terms={terms} />
        {props.session && <SavedLists call={props.call} cart={cart} />}
      </Main>
      <section class="act-bar" aria-label="Total dan langkah berikutnya">
        <p>
          <span class="small quiet">Barang dari {shopsOf(cart).length} toko</span>
          <b>{rupiah(sumOf(cart.lines))}</b>
        </p>
        {troubles.size === 0 ? (
          <button class="button" type="button" onClick={() => (location.hash = '#alamat')}>
            Lanjut ke alamat
          </button>
        ) : (
          <p class="small">Perbaiki barang yang ditandai dulu.</p>
        )}
      </section>
    </>
  );
};
