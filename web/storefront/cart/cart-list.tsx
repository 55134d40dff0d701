import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import type { Session } from '../../entry/session.ts';
import { later } from '../../kit/later.tsx';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { Photo } from '../photos/photo.tsx';
import {
  type Cart,
  type CartLine,
  emptyCart,
  readCart,
  shopsOf,
  sumOf,
  withChange,
  without,
  writeCart,
} from './cart.ts';
import { Refilled } from './saved/refilled.tsx';
import { Stepper } from './stepper.tsx';
import { Steps } from './steps.tsx';
import { closedUntil, type TermsOf } from './terms.ts';
import type { Trouble, Troubles } from './troubles.ts';
import { WayChoice } from './way-choice.tsx';

/* Only who is signed in has lists, and most lines need no mending. */
const SavedLists = later(() => import('./saved/saved-lists.tsx').then((module) => module.SavedLists));
const ClosedShop = later(() => import('./check/mend-shop.tsx').then((module) => module.ClosedShop));
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
        {closedUntil(terms.get(merchantId), cart.city) && (
          <ClosedShop merchantId={merchantId} until={closedUntil(terms.get(merchantId), cart.city)} />
        )}
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

type ListProps = ShopsProps & { readonly call: Call; readonly session: Session | undefined };

/** What is in the cart, from whom and how many, and how each shop hands it over. */
export const CartList = ({ call, session, cart, troubles, terms }: ListProps) => {
  const shut = cart.lines.some(({ merchantId }) => closedUntil(terms.get(merchantId), cart.city));
  const wrong = troubles.size > 0 ? 'barang' : shut && 'toko';
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
        {session && <SavedLists call={call} cart={cart} />}
      </Main>
      <section class="act-bar" aria-label="Total dan langkah berikutnya">
        <p>
          <span class="small quiet">Barang dari {shopsOf(cart).length} toko</span>
          <b>{rupiah(sumOf(cart.lines))}</b>
        </p>
        {wrong ? (
          <p class="small">Perbaiki {wrong} yang ditandai dulu.</p>
        ) : (
          <button class="button" type="button" onClick={() => (location.hash = '#alamat')}>
            Lanjut ke alamat
          </button>
        )}
      </section>
    </>
  );
};
