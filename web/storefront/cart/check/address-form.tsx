import { useState } from 'preact/hooks';
import type { Call, Refusal } from '../../../entry/client.ts';
import { commonDay, longDay } from '../../../kit/days.ts';
import { type Choice, Form, filled, flawAt, SelectField, TextField } from '../../../kit/form.tsx';
import type { City } from '../../../kit/places.ts';
import { addDays, today } from '../../../kit/today.ts';
import type { FreshCart } from '../fresh-lines.ts';
import { type Delivery, saveDelivery } from './delivery.ts';
import type { Draft } from './draft.ts';
import { OfficeFields, type OfficeSeat } from './office-fields.tsx';

type FormProps = {
  readonly city: City;
  /** Nothing is brought: nobody needs to know where the buyer lives. */
  readonly pickedUp: boolean;
  readonly draft: Draft;
  readonly days: FreshCart['days'];
  readonly seats: readonly OfficeSeat[];
  readonly call: Call;
  readonly refusal: Refusal | undefined;
  readonly onDone: (draft: Draft) => void;
};

type PlaceProps = Pick<FormProps, 'city' | 'draft' | 'refusal'> & { readonly office: boolean };
/** Where goods are brought to. */
const PlaceFields = ({ city, draft: { delivery }, office, refusal }: PlaceProps) => {
  const districts: Choice[] = [
    ['', 'Pilih kecamatan'],
    ...city.districts.map(({ code, name }): Choice => [code, name]),
  ];
  return (
    <>
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
    </>
  );
};

/** Where to, when, to whom; an office adds who pays and for what. */
export const AddressForm = ({ city, pickedUp, draft, days, seats, call, refusal, onDone }: FormProps) => {
  const [office, setOffice] = useState(draft.office?.agencyId ?? '');
  const { delivery } = draft;
  const soonest = commonDay(days, today(), today());
  const deliverOn = commonDay(days, draft.deliverOn, today()) ?? draft.deliverOn;
  const submit = (form: HTMLFormElement) => {
    const { deliverOn: on = '', agencyId, purpose = '', eventDate = '', room, budgetCode = '', ...rest } = filled(form);
    const next: Draft = {
      // Fields that are not asked for now are asked for again with what was written in them.
      delivery: pickedUp ? { ...delivery, ...rest } : (rest as Partial<Delivery>),
      deliverOn: on,
      ...(agencyId
        ? { office: { agencyId, purpose, eventDate: eventDate || on, budgetCode, ...(room ? { room } : {}) } }
        : {}),
    };
    saveDelivery(next.delivery);
    onDone(next);
  };
  return (
    <Form onSubmit={submit}>
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
        label={pickedUp ? 'Tanggal diambil' : 'Tanggal diterima'}
        name="deliverOn"
        type="date"
        required
        value={deliverOn}
        min={soonest ?? today()}
        help={soonest && `Paling cepat ${longDay(soonest)}.`}
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
      {!pickedUp && <PlaceFields city={city} draft={draft} office={office !== ''} refusal={refusal} />}
      <button class="button" type="submit">
        Periksa pesanan
      </button>
    </Form>
  );
};
