import type { ComponentChildren, ComponentProps } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Call, Refusal, unreachable } from '../../../entry/client.ts';
import { personOf, type Session } from '../../../entry/session.ts';
import type { Act } from '../../../kit/act.ts';
import { later } from '../../../kit/later.tsx';
import { Main } from '../../../kit/page.tsx';
import { PageTop } from '../../../kit/page-top.tsx';
import type { City } from '../../../kit/places.ts';
import { type Cart, readCart, writeCart } from '../cart.ts';
import type { Coming } from '../terms.ts';
import { nothingRefused, type Refused, refusedOf, type Troubles } from '../troubles.ts';
import { DRAFT, type Draft } from './draft.ts';
import { OrderReview } from './order-review.tsx';
import type { Placed } from './place.ts';
import { SendBar } from './send-bar.tsx';
import { useShopChoices, wishOf, withChoices } from './shop-choices.ts';
import type { Wish } from './wish.ts';

/** How an order is sent comes with the tap. Where it cannot be had without a line, the order waits as one that could not be sent. */
const placeCart = async (call: Call, wish: Wish): Promise<Placed> => {
  const { placeCart } = await import('./place.ts').catch(() => Promise.reject(unreachable()));
  return placeCart(call, wish);
};
const SaveAddress = later(() => import('./addresses/save-address.tsx').then((module) => module.SaveAddress));
/** Offered in one closed line: most who order have no use for it, and its code comes to who opens it. */
const OfferToKeep = (props: ComponentProps<typeof SaveAddress>) => {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={() => setOpened(true)}>
      <summary>
        <span>Simpan alamat ini</span>
      </summary>
      {opened && <SaveAddress {...props} />}
    </details>
  );
};

type Props = {
  readonly call: Call;
  readonly session: Session | undefined;
  readonly city: City;
  readonly cart: Cart;
  readonly draft: Draft;
  readonly how: readonly Coming[];
  readonly act: Act;
  readonly troubles: Troubles;
  readonly closed: Refused['shops'];
  readonly onSignIn: () => void;
  /** Another wish than before. */
  readonly onDraft: (draft: Draft) => void;
  /** The same wish, with what the page chose by itself. */
  readonly onSent: (draft: Draft) => void;
  readonly onSaid: (said: Refused) => void;
  /** What stands above the order: the steps, and what was refused. */
  readonly children: ComponentChildren;
};

/** A last look at everything, and the order. */
export const ReviewStep = (props: Props) => {
  const { call, session, city, cart, draft, how, act, troubles, closed, onSignIn, onDraft, onSent, onSaid } = props;
  const signedIn = session !== undefined;
  const { choices, ready, again } = useShopChoices(call, signedIn, city, { cart, draft, how });
  const { refusal } = act;
  useEffect(() => {
    if (refusal && refusal.status > 0) again();
  }, [refusal]);
  const place = () =>
    act.run(async () => {
      const wish = wishOf(draft, how, choices);
      // What the page chose by itself is chosen from now on: sent again, it is the same order.
      onSent(withChoices(draft, choices));
      const sent = readCart();
      onSaid(nothingRefused);
      const placed = await placeCart(call, wish).catch((error) => {
        if (error instanceof Refusal) onSaid(refusedOf(sent, error));
        // Without a network it waits on the device, and is sent once there is one.
        const by = session && personOf(session.token);
        if (by && error instanceof Refusal && error.status === 0) writeCart({ ...readCart(), unsent: { ...wish, by } });
        throw error;
      });
      sessionStorage.removeItem(DRAFT);
      location.assign(placed.length === 1 ? `/pesanan/${placed[0]?.orderId}` : '/pesanan/?baru=1');
    });
  return (
    <>
      <PageTop title="Periksa pesanan" back="#alamat" />
      <Main>
        {props.children}
        <OrderReview
          cart={cart}
          city={city}
          draft={draft}
          how={how}
          choices={choices}
          refusal={refusal}
          troubles={troubles}
          closed={closed}
          onDraft={onDraft}
        >
          {session && !draft.kept && (
            <OfferToKeep call={call} delivery={draft.delivery} agencyId={draft.office?.agencyId} />
          )}
        </OrderReview>
      </Main>
      <SendBar
        act={act}
        how={how}
        choices={choices}
        troubles={troubles}
        ready={ready}
        signedIn={signedIn}
        onSignIn={onSignIn}
        onSend={place}
      />
    </>
  );
};
