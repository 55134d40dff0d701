import { useEffect, useState } from 'preact/hooks';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call, Refusal } from '../../entry/client.ts';
import type { Session } from '../../entry/session.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { later } from '../../kit/later.tsx';
import { Main, Notice } from '../../kit/page.tsx';
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
import { freshCart, nothingFresh, type Troubles } from './fresh-lines.ts';
import { MendLine, type Trouble } from './mend-line.tsx';
import { Refilled } from './saved/refilled.tsx';
import { Stepper } from './stepper.tsx';
import { Steps } from './steps.tsx';
import { type TermsOf, useTerms } from './terms.ts';
import { WayChoice } from './way-choice.tsx';

/* Only who orders reads the address form, only who is signed in has lists. */
const CheckPage = later(
  () => import('./check/check-page.tsx').then((module) => module.CheckPage),
  <>
    <PageTop title="Keranjang" back="#" />
    <Main>
      <p class="quiet script">Memuat…</p>
    </Main>
  </>,
);
const SavedLists = later(() => import('./saved/saved-lists.tsx').then((module) => module.SavedLists));

/** What the API said of a line, by the place it has in the cart. */
const troubleOf = (refusal: Refusal | undefined, shop: number, line: number): Trouble | undefined => {
  const found = refusal?.flaws.find(
    ({ pointer }) => pointer.startsWith(`/shops/${shop}/lines/${line}/`) || pointer === `/shops/${shop}/lines/${line}`,
  );
  return found && refusal ? { detail: found.detail, code: refusal.code } : undefined;
};

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
  readonly refusal: Refusal | undefined;
  readonly troubles: Troubles;
  readonly terms: TermsOf;
};
const Shops = ({ cart, refusal, troubles, terms }: ShopsProps) => (
  <>
    {shopsOf(cart).map(({ merchantId, merchantName, lines }, shop) => (
      <section class="block" key={merchantId}>
        <h2>
          <bdi>{merchantName}</bdi>
        </h2>
        <ul>
          {lines.map((line, index) => (
            <Line
              key={line.productId}
              line={line}
              trouble={troubleOf(refusal, shop, index) ?? troubles.get(line.productId)}
            />
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

const Empty = ({ call, session }: Pick<CartProps, 'call' | 'session'>) => (
  <>
    <PageTop title="Keranjang" />
    <Main>
      <Notice title="Keranjang masih kosong" text="Barang yang Anda pilih berkumpul di sini, per toko.">
        <a class="button" href="/">
          Lihat barang
        </a>
      </Notice>
      <Refilled />
      {session && <SavedLists call={call} cart={emptyCart} />}
    </Main>
    <BottomBar at="keranjang" />
  </>
);

export type CartProps = {
  readonly call: Call;
  readonly session: Session | undefined;
  readonly city: City | undefined;
  readonly onSignIn: () => void;
};

/** How goods come is chosen and seen where the order is checked, not at a line. */
const isOfLine = ({ pointer }: Refusal['flaws'][number]): boolean =>
  /^\/shops\/\d+\/(?!deliver|paymentWay)/.test(pointer);

/** The step is in the address, so that back, reload and sign-in keep it. */
const stepOf = (): number => Math.max(0, ['', '#alamat', '#periksa'].indexOf(location.hash));

/** The cart: what, from whom, how many; then where to and when. A refusal of the API stands at its line. */
export const CartPage = (props: CartProps) => {
  const [cart, setCart] = useState(readCart);
  const [refusal, setRefusal] = useState<Refusal>();
  const [step, setStep] = useState(stepOf);
  const [{ troubles, days }, setFresh] = useState(nothingFresh);
  const { terms, again } = useTerms(props.call, shopsOf(cart));
  useEffect(() => onCartChange(() => setCart(readCart())), []);
  // A line that was mended is asked about again.
  const asked = cart.lines.map(({ productId, priceRupiah, quantity }) => [productId, priceRupiah, quantity]).join();
  useEffect(() => void freshCart(props.call).then(setFresh), [asked]);
  useEffect(() => {
    const follow = () => setStep(stepOf());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const refused = (error: Refusal) => {
    setRefusal(error);
    // What stands in the way is no line of the cart, or another day mends it: the sentence stays where the order was sent.
    if (error.code === 'too_many_open_orders' || error.code === 'capacity_too_little') return;
    if (error.flaws.some(isOfLine)) location.hash = '';
    // Day, address and number are mended where they were written.
    else if (error.flaws.some(({ pointer }) => /^\/(deliver|contact)/.test(pointer))) location.hash = '#alamat';
  };
  const toAddress = () => {
    setRefusal(undefined);
    location.hash = '#alamat';
  };
  if (cart.lines.length === 0) return <Empty call={props.call} session={props.session} />;
  if (step > 0 && props.city)
    return (
      <CheckPage
        {...props}
        city={props.city}
        cart={cart}
        step={step}
        terms={terms}
        days={days}
        onTermsAgain={again}
        onRefused={refused}
      />
    );
  const atLines = refusal?.flaws.some(isOfLine);
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
        {refusal && atLines && (
          <div class="say wrong" role="alert">
            <h2>{refusal.message}</h2>
            <p>Perbaiki di barangnya, lalu lanjutkan.</p>
          </div>
        )}
        <Refilled />
        <Shops cart={cart} refusal={refusal} troubles={troubles} terms={terms} />
        {props.session && <SavedLists call={props.call} cart={cart} />}
      </Main>
      <section class="act-bar" aria-label="Total dan langkah berikutnya">
        <p>
          <span class="small quiet">Barang dari {shopsOf(cart).length} toko</span>
          <b>{rupiah(sumOf(cart.lines))}</b>
        </p>
        {troubles.size === 0 ? (
          <button class="button" type="button" onClick={toAddress}>
            Lanjut ke alamat
          </button>
        ) : (
          <p class="small">Perbaiki barang yang ditandai dulu.</p>
        )}
      </section>
    </>
  );
};
