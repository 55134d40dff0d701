import { useEffect, useState } from 'preact/hooks';
import { type Call, Refusal } from '../../../entry/client.ts';
import type { Session } from '../../../entry/session.ts';
import { useAct } from '../../../kit/act.ts';
import { Summary } from '../../../kit/form.tsx';
import { Main } from '../../../kit/page.tsx';
import { PageTop } from '../../../kit/page-top.tsx';
import type { City } from '../../../kit/places.ts';
import { type Cart, readCart, writeCart } from '../cart.ts';
import type { FreshCart } from '../fresh-lines.ts';
import { Steps } from '../steps.tsx';
import { allPickedUp, comingOf, type TermsOf } from '../terms.ts';
import { AddressForm } from './address-form.tsx';
import { DRAFT, type Draft, readDraft, writeDraft } from './draft.ts';
import { type OfficeSeat, officeSeats } from './office-fields.tsx';
import { OrderReview } from './order-review.tsx';
import { type Placed, placeCart } from './place.ts';
import { SaveAddress } from './save-address.tsx';
import { SendBar } from './send-bar.tsx';
import { useShopChoices, wishOf, withChoices } from './shop-choices.ts';

type CheckProps = {
  readonly call: Call;
  readonly session: Session | undefined;
  readonly city: City;
  readonly cart: Cart;
  readonly step: number;
  readonly terms: TermsOf;
  /** When the makers can deliver, as far as it is known yet. */
  readonly days: FreshCart['days'];
  readonly onTermsAgain: () => void;
  readonly onSignIn: () => void;
  readonly onRefused: (refusal: Refusal) => void;
};

/** What was refused, and what it means for what was typed. */
const Refused = ({ refusal }: { refusal: Refusal }) => (
  <Summary refusal={refusal}>
    {refusal.status === 0 && <p>Pesanan ini dikirim sendiri saat tersambung, satu kali saja.</p>}
    {refusal.code === 'too_many_open_orders' && (
      <p>
        Isi keranjang tetap tersimpan. <a href="/pesanan/">Lihat pesanan saya</a>
      </p>
    )}
  </Summary>
);

/** What was chosen, kept while the page is reloaded; another choice is another order than the one that waited. */
const useDraft = () => {
  const [draft, setDraft] = useState(readDraft);
  const fix = (next: Draft) => {
    writeDraft(next);
    setDraft(next);
  };
  const keep = (next: Draft) => {
    fix(next);
    const { unsent, ...plain } = readCart();
    if (unsent) writeCart(plain);
  };
  return { draft, keep, fix };
};

/** Address, then a last look, then the order. What was typed survives a reload, a sign-in and a dead network. */
export const CheckPage = (props: CheckProps) => {
  const { call, session, city, cart, step, terms, days, onTermsAgain, onSignIn, onRefused } = props;
  const { draft, keep, fix } = useDraft();
  const [seats, setSeats] = useState<readonly OfficeSeat[]>([]);
  const act = useAct();
  const signedIn = session !== undefined;
  const how = comingOf(cart, terms, draft.delivery.district);
  const { choices, ready, again } = useShopChoices(call, signedIn, city, { cart, draft, how });
  useEffect(() => {
    if (session) void officeSeats(call, city.cityCode).then(setSeats, () => {});
  }, [session]);
  useEffect(() => {
    if (!act.refusal) return;
    onRefused(act.refusal);
    // Another fee, day or pieces of a day than were shown: the new ones are shown, and asked for only when they are agreed to.
    if (act.refusal.flaws.some(({ pointer }) => pointer.includes('/delivery/'))) onTermsAgain();
    if (act.refusal.status > 0) again();
  }, [act.refusal]);
  const done = (next: Draft) => {
    keep(next);
    act.forget();
    location.hash = '#periksa';
  };
  const place = () =>
    act.run(async () => {
      const wish = wishOf(draft, how, choices);
      // What the page chose by itself is chosen from now on: sent again, it is the same order.
      fix(withChoices(draft, choices));
      const placed: Placed = await placeCart(call, wish).catch((error) => {
        // Without a network it waits on the device, and is sent once there is one.
        if (session && error instanceof Refusal && error.status === 0)
          writeCart({ ...readCart(), unsent: { ...wish, by: session.name } });
        throw error;
      });
      sessionStorage.removeItem(DRAFT);
      location.assign(placed.length === 1 ? `/pesanan/${placed[0]?.orderId}` : '/pesanan/?baru=1');
    });
  const { refusal } = act;
  return (
    <>
      <PageTop title={step === 1 ? 'Alamat dan tanggal' : 'Periksa pesanan'} back={step === 1 ? '#' : '#alamat'} />
      <Main>
        <Steps at={step} />
        {refusal && <Refused refusal={refusal} />}
        {step === 1 ? (
          <AddressForm
            {...{ city, draft, days, seats, call, signedIn, refusal }}
            pickedUp={allPickedUp(cart)}
            onDone={done}
          />
        ) : (
          <OrderReview {...{ cart, city, draft, how, choices, refusal }} onDraft={keep}>
            {session && <SaveAddress call={call} delivery={draft.delivery} agencyId={draft.office?.agencyId} />}
          </OrderReview>
        )}
      </Main>
      {step === 2 && <SendBar {...{ act, how, choices, ready, signedIn, onSignIn }} onSend={place} />}
    </>
  );
};
