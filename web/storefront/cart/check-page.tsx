import { useEffect, useState } from 'preact/hooks';
import { phone, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call, Refusal } from '../../entry/client.ts';
import type { Session } from '../../entry/session.ts';
import { useAct } from '../../kit/act.ts';
import { addDays, longDay, today } from '../../kit/days.ts';
import { type Choice, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { type City, districtName } from '../../kit/places.ts';
import { type Cart, shopsOf, sumOf } from './cart.ts';
import { addressLine, type Delivery, saveDelivery, savedDelivery } from './delivery.ts';
import { OfficeFields, type OfficeSeat, officeSeats } from './office-fields.tsx';
import { type Office, type Placed, placeCart } from './place.ts';
import { Steps } from './steps.tsx';

type Draft = { readonly delivery: Partial<Delivery>; readonly deliverOn: string; readonly office?: Office | undefined };
const DRAFT = 'pesanan-draf';
const readDraft = (): Draft => {
  try {
    const stored = JSON.parse(sessionStorage.getItem(DRAFT) ?? 'null') as Draft | null;
    if (stored) return stored;
  } catch {}
  return { delivery: savedDelivery(), deliverOn: addDays(today(), 2) };
};
const writeDraft = (draft: Draft): void => {
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify(draft));
  } catch {}
};

type FormProps = {
  readonly city: City;
  readonly draft: Draft;
  readonly seats: readonly OfficeSeat[];
  readonly call: Call;
  readonly refusal: Refusal | undefined;
  readonly onDone: (draft: Draft) => void;
};

/** Where to, when, to whom; an office adds who pays and for what. */
const AddressForm = ({ city, draft, seats, call, refusal, onDone }: FormProps) => {
  const [office, setOffice] = useState(draft.office?.agencyId ?? '');
  const { delivery, deliverOn } = draft;
  const districts: Choice[] = [
    ['', 'Pilih kecamatan'],
    ...city.districts.map(({ code, name }): Choice => [code, name]),
  ];
  const submit = (form: HTMLFormElement) => {
    const { deliverOn: on = '', agencyId, purpose = '', eventDate = '', room, budgetCode = '', ...rest } = filled(form);
    const next: Draft = {
      delivery: rest as Partial<Delivery>,
      deliverOn: on,
      ...(agencyId
        ? { office: { agencyId, purpose, eventDate: eventDate || on, budgetCode, ...(room ? { room } : {}) } }
        : {}),
    };
    saveDelivery(next.delivery);
    onDone(next);
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      {seats.length > 0 && (
        <SelectField
          label="Pesanan ini untuk"
          name="agencyId"
          value={office}
          choices={[['', 'Saya sendiri'], ...seats.map(({ agencyId, name }): Choice => [agencyId, name])]}
          onChange={setOffice}
        />
      )}
      <TextField
        label="Tanggal diterima"
        name="deliverOn"
        type="date"
        required
        value={deliverOn}
        min={today()}
        max={addDays(today(), 366)}
        flaw={flawAt(refusal, '/deliverOn')}
      />
      {office && <OfficeFields call={call} agencyId={office} office={draft.office} refusal={refusal} />}
      <TextField
        label="Nama penerima"
        name="name"
        required
        maxLength={80}
        autocomplete="name"
        value={delivery.name ?? ''}
        flaw={flawAt(refusal, '/contact/name')}
      />
      <TextField
        label="Nomor HP (WhatsApp)"
        name="phone"
        type="tel"
        required
        autocomplete="tel"
        value={delivery.phone ?? ''}
        help="Penjual menghubungi nomor ini bila perlu."
        flaw={flawAt(refusal, '/contact/phone')}
      />
      <TextField
        label={office ? 'Gedung dan lantai' : 'Jalan dan nomor rumah'}
        name="street"
        required
        maxLength={120}
        autocomplete="street-address"
        value={delivery.street ?? ''}
        flaw={flawAt(refusal, '/deliverTo/address')}
      />
      {!office && (
        <div class="pair">
          <TextField label="RT" name="rt" inputMode="numeric" maxLength={3} value={delivery.rt ?? ''} />
          <TextField label="RW" name="rw" inputMode="numeric" maxLength={3} value={delivery.rw ?? ''} />
        </div>
      )}
      <SelectField
        label="Kecamatan"
        name="district"
        required
        value={delivery.district}
        choices={districts}
        flaw={flawAt(refusal, '/deliverTo/district')}
      />
      <TextField label="Kelurahan" name="village" maxLength={40} value={delivery.village ?? ''} />
      <TextField
        label="Patokan (boleh kosong)"
        name="landmark"
        maxLength={120}
        help="Misalnya: sebelah masjid, pagar hijau."
        value={delivery.landmark ?? ''}
      />
      <button class="button" type="submit">
        Periksa pesanan
      </button>
    </form>
  );
};

const Review = ({ cart, city, draft: { delivery, deliverOn, office } }: { cart: Cart; city: City; draft: Draft }) => (
  <>
    {shopsOf(cart).map(({ merchantId, merchantName, lines }) => (
      <section class="block" key={merchantId}>
        <h2>
          <bdi>{merchantName}</bdi>
        </h2>
        <ul class="plain">
          {lines.map(({ productId, name, quantity, unit, priceRupiah }) => (
            <li key={productId} class="sum">
              <span>
                {quantity} {unit} {name}
              </span>
              <b>{rupiah(priceRupiah * quantity)}</b>
            </li>
          ))}
        </ul>
      </section>
    ))}
    <section class="block">
      <h2>Diterima {longDay(deliverOn)}</h2>
      <p>
        <bdi>{delivery.name}</bdi> · {phone(delivery.phone ?? '')}
      </p>
      <p>
        {addressLine({ ...delivery, street: delivery.street ?? '' })}, {districtName(city, delivery.district ?? '')}
      </p>
      {delivery.landmark && <p class="quiet">Patokan: {delivery.landmark}</p>}
      {office && (
        <p class="quiet">
          {office.purpose} · rekening {office.budgetCode}
        </p>
      )}
      <p>
        <a href="#alamat">Ubah</a>
      </p>
    </section>
    <p class="small quiet">
      Uang Anda langsung ke penjual. Penjual menerima pesanan dulu; cara membayar tampil sesudahnya.
    </p>
  </>
);

type CheckProps = {
  readonly call: Call;
  readonly session: Session | undefined;
  readonly city: City;
  readonly cart: Cart;
  readonly step: number;
  readonly onSignIn: () => void;
  readonly onRefused: (refusal: Refusal) => void;
};

/** Address, then a last look, then the order. What was typed survives a reload, a sign-in and a dead network. */
export const CheckPage = ({ call, session, city, cart, step, onSignIn, onRefused }: CheckProps) => {
  const [draft, setDraft] = useState(readDraft);
  const [seats, setSeats] = useState<readonly OfficeSeat[]>([]);
  const act = useAct();
  useEffect(() => {
    if (session) void officeSeats(call, city.cityCode).then(setSeats, () => {});
  }, [session]);
  useEffect(() => {
    if (act.refusal) onRefused(act.refusal);
  }, [act.refusal]);
  const done = (next: Draft) => {
    writeDraft(next);
    setDraft(next);
    act.forget();
    location.hash = '#periksa';
  };
  const place = () =>
    act.run(async () => {
      const { delivery, deliverOn, office } = draft;
      const placed: Placed = await placeCart(call, { delivery: delivery as Delivery, deliverOn, office });
      sessionStorage.removeItem(DRAFT);
      location.assign(placed.length === 1 ? `/pesanan/${placed[0]?.orderId}` : '/pesanan/?baru=1');
    });
  return (
    <>
      <PageTop title={step === 1 ? 'Alamat dan tanggal' : 'Periksa pesanan'} back={step === 1 ? '#' : '#alamat'} />
      <Main>
        <Steps at={step} />
        {act.refusal && <Summary refusal={act.refusal} />}
        {step === 1 ? (
          <AddressForm city={city} draft={draft} seats={seats} call={call} refusal={act.refusal} onDone={done} />
        ) : (
          <Review cart={cart} city={city} draft={draft} />
        )}
      </Main>
      {step === 2 && (
        <section class="act-bar" aria-label="Total dan langkah berikutnya">
          <p>
            <span class="small quiet">Total</span>
            <b>{rupiah(sumOf(cart.lines))}</b>
          </p>
          {session ? (
            <button class="button" type="button" disabled={act.busy} onClick={place}>
              {act.busy ? 'Mengirim…' : act.refusal ? 'Kirim lagi' : 'Buat pesanan'}
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
