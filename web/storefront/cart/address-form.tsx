import { useState } from 'preact/hooks';
import type { Call, Refusal } from '../../entry/client.ts';
import { addDays, today } from '../../kit/days.ts';
import { type Choice, filled, flawAt, SelectField, TextField } from '../../kit/form.tsx';
import type { City } from '../../kit/places.ts';
import { type Delivery, saveDelivery } from './delivery.ts';
import type { Draft } from './draft.ts';
import { OfficeFields, type OfficeSeat } from './office-fields.tsx';

type FormProps = {
  readonly city: City;
  readonly draft: Draft;
  readonly seats: readonly OfficeSeat[];
  readonly call: Call;
  readonly refusal: Refusal | undefined;
  readonly onDone: (draft: Draft) => void;
};

/** Where to, when, to whom; an office adds who pays and for what. */
export const AddressForm = ({ city, draft, seats, call, refusal, onDone }: FormProps) => {
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
