import type { Call } from '../../entry/client.ts';
import type { Session } from '../../entry/session.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { emptyCart } from './cart.ts';
import { Refilled } from './saved/refilled.tsx';
import { SavedLists } from './saved/saved-lists.tsx';

/** A cart without goods: the way to them, and the lists of whoever has some. */
export const EmptyCart = ({ call, session }: { readonly call: Call; readonly session: Session | undefined }) => (
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
