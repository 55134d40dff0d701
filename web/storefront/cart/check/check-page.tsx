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
import { nothingRefused, refusedOf, standing } from '../troubles.ts';
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
  /** What holds now of the lines, as far as it is known yet. */
  readonly fresh: FreshCart;
  readonly onLinesAgain: () => void;
  readonly onTermsAgain: () => void;
  readonly onSignIn: () => void;
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
    {refusal.code === 'amount_over_policy' && <a href="#isi">Ubah isi keranjang</a>}
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
  const { call, session, city, cart, step, terms, fresh, onLinesAgain, onTermsAgain, onSignIn } = props;
  const { draft, keep, fix } = useDraft();
  const [seats, setSeats] = useState<readonly OfficeSeat[]>([]);
  const [said, setSaid] = useState(nothingRefused);
  const act = useAct();
  const signedIn = session !== undefined;
  const how = comingOf(cart, terms, draft.delivery.district);
  const { choices, ready, again } = useShopChoices(call, signedIn, city, { cart, draft, how });
  useEffect(() => {
    if (session) void officeSeats(call, city.cityCode).then(setSeats, () => {});
  }, [session]);
  useEffect(() => {
    if (!act.refusal) return;
    // Day, address, number and account are mended where they were written.
    if (act.refusal.flaws.some(({ pointer }) => /^\/(deliver|contact|agency)/.test(pointer))) location.hash = '#alamat';
    // Another fee, day or pieces of a day than were shown: the new ones are shown, and asked for only when they are agreed to.
    if (act.refusal.flaws.some(({ pointer }) => pointer.includes('/delivery/'))) onTermsAgain();
    if (act.refusal.status > 0) {
      again();
      onLinesAgain();
    }
  }, [act.refusal]);
  const troubles = standing(cart, said.lines, fresh.troubles);
  // The last line was mended, the closed shop left out: what was said of them is said no more.
  const closed = cart.lines.some(({ merchantId }) => said.shops.has(merchantId));
  const mended = said.lines.size + said.shops.size > 0 && troubles.size === 0 && !closed;
  useEffect(() => {
    if (!mended) return;
    setSaid(nothingRefused);
    act.forget();
  }, [mended]);
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
      const sent = readCart();
      setSaid(nothingRefused);
      const placed: Placed = await placeCart(call, wish).catch((error) => {
        if (error instanceof Refusal) setSaid(refusedOf(sent, error));
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
            {...{ city, draft, seats, call, signedIn, refusal }}
            days={fresh.days}
            pickedUp={allPickedUp(cart)}
            onDone={done}
          />
        ) : (
          <OrderReview {...{ cart, city, draft, how, choices, refusal, troubles }} closed={said.shops} onDraft={keep}>
            {session && <SaveAddress call={call} delivery={draft.delivery} agencyId={draft.office?.agencyId} />}
          </OrderReview>
        )}
      </Main>
      {step === 2 && <SendBar {...{ act, how, choices, troubles, ready, signedIn, onSignIn }} onSend={place} />}
    </>
  );
};
