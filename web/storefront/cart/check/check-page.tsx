import { useEffect, useState } from 'preact/hooks';
import { rupiah } from '../../../../shared/domain/basics/wording.ts';
import { type Call, Refusal } from '../../../entry/client.ts';
import type { Session } from '../../../entry/session.ts';
import { useAct } from '../../../kit/act.ts';
import { Summary } from '../../../kit/form.tsx';
import { Main } from '../../../kit/page.tsx';
import { PageTop } from '../../../kit/page-top.tsx';
import type { City } from '../../../kit/places.ts';
import { type Cart, readCart, sumOf, writeCart } from '../cart.ts';
import type { FreshCart } from '../fresh-lines.ts';
import { Steps } from '../steps.tsx';
import { allPickedUp, comingOf, feesOf, type TermsOf, waysOf } from '../terms.ts';
import { AddressForm } from './address-form.tsx';
import type { Delivery } from './delivery.ts';
import { DRAFT, type Draft, readDraft, writeDraft } from './draft.ts';
import { type OfficeSeat, officeSeats } from './office-fields.tsx';
import { OrderReview } from './order-review.tsx';
import { type Placed, placeCart } from './place.ts';

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

const sendName = (refusal: Refusal | undefined): string => {
  if (refusal?.code === 'price_changed') return 'Setuju, buat pesanan';
  return refusal ? 'Kirim lagi' : 'Buat pesanan';
};

/** Address, then a last look, then the order. What was typed survives a reload, a sign-in and a dead network. */
export const CheckPage = (props: CheckProps) => {
  const { call, session, city, cart, step, terms, days, onTermsAgain, onSignIn, onRefused } = props;
  const [draft, setDraft] = useState(readDraft);
  const [seats, setSeats] = useState<readonly OfficeSeat[]>([]);
  const act = useAct();
  useEffect(() => {
    if (session) void officeSeats(call, city.cityCode).then(setSeats, () => {});
  }, [session]);
  useEffect(() => {
    if (!act.refusal) return;
    onRefused(act.refusal);
    // Another fee than the one that was shown: the new one is shown, and asked for only when it is agreed to.
    if (act.refusal.flaws.some(({ pointer }) => pointer.includes('/delivery/'))) onTermsAgain();
  }, [act.refusal]);
  const done = (next: Draft) => {
    writeDraft(next);
    setDraft(next);
    // Another address is another order: the one that waited is not sent any more.
    const { unsent, ...plain } = readCart();
    if (unsent) writeCart(plain);
    act.forget();
    location.hash = '#periksa';
  };
  const place = () =>
    act.run(async () => {
      const { delivery, deliverOn, office } = draft;
      const wish = { delivery: delivery as Delivery, deliverOn, office, ways: waysOf(how) };
      const placed: Placed = await placeCart(call, wish).catch((error) => {
        // Without a network it waits on the device, and is sent once there is one.
        if (session && error instanceof Refusal && error.status === 0)
          writeCart({ ...readCart(), unsent: { ...wish, by: session.name } });
        throw error;
      });
      sessionStorage.removeItem(DRAFT);
      location.assign(placed.length === 1 ? `/pesanan/${placed[0]?.orderId}` : '/pesanan/?baru=1');
    });
  const how = comingOf(cart, terms, draft.delivery.district);
  return (
    <>
      <PageTop title={step === 1 ? 'Alamat dan tanggal' : 'Periksa pesanan'} back={step === 1 ? '#' : '#alamat'} />
      <Main>
        <Steps at={step} />
        {act.refusal && (
          <Summary refusal={act.refusal}>
            {act.refusal.status === 0 && <p>Pesanan ini dikirim sendiri saat tersambung, satu kali saja.</p>}
            {act.refusal.code === 'too_many_open_orders' && (
              <p>
                Isi keranjang tetap tersimpan. <a href="/pesanan/">Lihat pesanan saya</a>
              </p>
            )}
          </Summary>
        )}
        {step === 1 ? (
          <AddressForm
            pickedUp={allPickedUp(cart)}
            city={city}
            draft={draft}
            days={days}
            seats={seats}
            call={call}
            refusal={act.refusal}
            onDone={done}
          />
        ) : (
          <OrderReview cart={cart} city={city} draft={draft} how={how} />
        )}
      </Main>
      {step === 2 && (
        <section class="act-bar" aria-label="Total dan langkah berikutnya">
          <p>
            <span class="small quiet">Total</span>
            <b>{rupiah(sumOf(cart.lines) + feesOf(how))}</b>
          </p>
          {how.some(({ fee }) => fee === null) ? (
            <p class="small">Pilih dulu cara menerima barang yang ditandai.</p>
          ) : how.some(({ fee }) => fee === undefined) ? (
            <p class="small">Memuat ongkos antar…</p>
          ) : session && act.refusal?.status !== 401 ? (
            <button class="button" type="button" disabled={act.busy} onClick={place}>
              {act.busy ? 'Mengirim…' : sendName(act.refusal)}
            </button>
          ) : (
            <button class="button" type="button" onClick={onSignIn}>
              Masuk untuk memesan
            </button>
          )}
        </section>
      )}
    </>
  );
};
