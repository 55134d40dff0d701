import { useEffect, useState } from 'preact/hooks';
import type { Call, Refusal } from '../../../entry/client.ts';
import { personOf, type Session } from '../../../entry/session.ts';
import { type Act, useAct } from '../../../kit/act.ts';
import { Summary } from '../../../kit/form.tsx';
import { later } from '../../../kit/later.tsx';
import { Main } from '../../../kit/page.tsx';
import { PageTop } from '../../../kit/page-top.tsx';
import type { City } from '../../../kit/places.ts';
import { type Cart, readCart, writeCart } from '../cart.ts';
import type { FreshCart } from '../fresh-lines.ts';
import { Steps } from '../steps.tsx';
import { allPickedUp, comingOf, type TermsOf } from '../terms.ts';
import { nothingRefused, standing } from '../troubles.ts';
import { type Draft, readDraft, writeDraft } from './draft.ts';
import { type OfficeSeat, officeSeats } from './office-seats.ts';

const AddressForm = later(() => import('./addresses/address-form.tsx').then((module) => module.AddressForm));
const ReviewStep = later(() => import('./review-step.tsx').then((module) => module.ReviewStep));

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

/** What was said of the cart when the order was refused, until it is mended; and where to mend it. */
const useSaid = ({ cart, fresh, onLinesAgain, onTermsAgain }: CheckProps, { refusal, forget }: Act) => {
  const [said, setSaid] = useState(nothingRefused);
  useEffect(() => {
    if (!refusal) return;
    const names = (part: RegExp) => refusal.flaws.some(({ pointer }) => part.test(pointer));
    // Day, address, number and account are mended where they were written.
    if (names(/^\/(deliver|contact|agency)/)) location.hash = '#alamat';
    // Another fee than was shown, or a shop that closed: the new terms are shown, and asked for only when they are agreed to.
    if (names(/\/(delivery\/|merchantId$)/)) onTermsAgain();
    if (refusal.status > 0) onLinesAgain();
  }, [refusal]);
  const troubles = standing(cart, said.lines, fresh.troubles);
  // The last line was mended, the closed shop left out: what was said of them is said no more.
  const closed = cart.lines.some(({ merchantId }) => said.shops.has(merchantId));
  const mended = said.lines.size + said.shops.size > 0 && troubles.size === 0 && !closed;
  useEffect(() => {
    if (!mended) return;
    setSaid(nothingRefused);
    forget();
  }, [mended]);
  return { said, setSaid, troubles };
};

/** Address, then a last look, then the order. What was typed survives a reload, a sign-in and a dead network. */
export const CheckPage = (props: CheckProps) => {
  const { call, session, city, cart, step, terms, fresh, onSignIn } = props;
  const { draft, keep, fix } = useDraft();
  const [seats, setSeats] = useState<readonly OfficeSeat[]>([]);
  const act = useAct();
  const { said, setSaid, troubles } = useSaid(props, act);
  const signedIn = session !== undefined;
  const how = comingOf(cart, terms, draft.delivery.district);
  useEffect(() => {
    if (session) void officeSeats(call, city.cityCode).then(setSeats, () => {});
  }, [session]);
  const done = (next: Draft) => {
    keep(next);
    act.forget();
    location.hash = '#periksa';
  };
  const { refusal } = act;
  const head = (
    <>
      <Steps at={step} />
      {refusal && <Refused refusal={refusal} />}
      {!refusal && session && cart.unsent?.by === personOf(session.token) && (
        <p class="say waiting">Belum terkirim. Pesanan ini dikirim sendiri saat tersambung, satu kali saja.</p>
      )}
    </>
  );
  return step === 1 ? (
    <>
      <PageTop title="Alamat dan tanggal" back="#" />
      <Main>
        {head}
        <AddressForm
          city={city}
          draft={draft}
          seats={seats}
          call={call}
          signedIn={signedIn}
          refusal={refusal}
          days={fresh.days}
          pickedUp={allPickedUp(cart)}
          onDone={done}
        />
      </Main>
    </>
  ) : (
    <ReviewStep
      call={call}
      session={session}
      city={city}
      cart={cart}
      draft={draft}
      how={how}
      act={act}
      troubles={troubles}
      onSignIn={onSignIn}
      closed={said.shops}
      onDraft={keep}
      onSent={fix}
      onSaid={setSaid}
    >
      {head}
    </ReviewStep>
  );
};
